package no.omtanke.organization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoleTest {

    @ParameterizedTest
    @EnumSource
    void isFoundAgainByItsId(Role role) {
        assertThat(Role.of(role.id())).isEqualTo(role);
    }

    @Test
    void hasAnIdInKebabCase() {
        assertThat(Role.CONTACT_TEACHER.id()).isEqualTo("contact-teacher");
    }

    @Test
    void refusesAnUnknownId() {
        assertThatIllegalArgumentException().isThrownBy(() -> Role.of("rektor")).withMessageContaining("rektor");
    }
}
