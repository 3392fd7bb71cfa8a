package no.omtanke.signin;

import static org.assertj.core.api.Assertions.assertThat;

import no.omtanke.OmtankeTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.FilterChainProxy;

@OmtankeTest
class RefusalsAtTheDoorTest {

    @Autowired
    FilterChainProxy doors;

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"/cases/S26-99ZZ99", "/tasks/1", "/history/S26-99ZZ99", "/administration/handovers/1", "/min-plan/dokument/1"})
    void whatever_is_refused_here_leaves_at_the_end_of_a_whole_step(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", address);
        request.setServletPath(address);
        assertThat(doors.getFilterChains().stream().filter(c -> c.matches(request)).findFirst().orElseThrow().getFilters())
                .hasAtLeastOneElementOfType(EvenRefusals.class);
    }
}
