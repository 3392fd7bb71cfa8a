package no.omtanke.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import no.omtanke.OmtankeTest;
import no.omtanke.TestTown;
import no.omtanke.organization.IdentityRegister;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An operator registers many names at once. */
@OmtankeTest
class IdentityFileTest {

    @Autowired
    TestTown towns;

    @Autowired
    IdentityFile file;

    @Autowired
    IdentityRegister identities;

    @Test
    void people_are_named_by_number_or_address_and_all_lines_count_or_none() {
        TestTown.Town town = towns.found();
        assertThat(file.register(List.of(
                        town.teacher() + ";feide;t." + town.tag(),
                        "",
                        " FORESATT." + town.tag() + "@town.example ; feide ;f." + town.tag())))
                .isEqualTo(2);
        assertThat(identities.personOf("feide", "T." + town.tag())).contains(town.teacher());
        assertThat(identities.personOf("feide", "f." + town.tag())).contains(town.guardian());

        List<String> half = List.of(town.deputy() + ";feide;d." + town.tag(), town.social() + ";feide;t." + town.tag());
        assertThatThrownBy(() -> file.register(half))
                .hasMessageContaining("line 2")
                .hasMessageNotContaining(town.tag());
        assertThat(identities.personOf("feide", "d." + town.tag())).isEmpty();
        assertThatThrownBy(() -> file.register(List.of("nobody@town.example;feide;x"))).hasMessageContaining("line 1: 0");
        assertThatThrownBy(() -> file.register(List.of(town.pupil() + ";national-id;123"))).hasMessageContaining("line 1");
    }
}
