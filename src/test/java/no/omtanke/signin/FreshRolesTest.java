package no.omtanke.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import no.omtanke.OmtankeTest;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.core.context.SecurityContextHolder;

/** A request asks the database for the person who is signed in, and for nobody else. */
@OmtankeTest
class FreshRolesTest {

    @Autowired
    Readers readers;

    @Autowired
    TestTown towns;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void sign_out() {
        SecurityContextHolder.clearContext();
    }

    @Test
    void within_a_request_the_database_is_asked_for_the_signed_in_person() throws Exception {
        Town town = towns.found();
        assertThat(inTheRequestOf(town.teacher()))
                .isEqualTo(List.of("", "", String.valueOf(town.school()), "", String.valueOf(town.teacher())));
        assertThat(told()).as("afterwards the thread is the program's own").isEqualTo(List.of("all", "all", "", "", ""));
    }

    @Test
    void somebody_whose_roles_have_ended_asks_as_nobody() throws Exception {
        Town town = towns.found();
        towns.forget(town);
        assertThat(inTheRequestOf(town.owner())).isEqualTo(List.of("", "", "", "", ""));
    }

    private List<String> inTheRequestOf(long person) throws Exception {
        SecurityContextHolder.getContext().setAuthentication(new SignedIn(towns.reader(person)));
        List<String> told = new ArrayList<>();
        new FreshRoles(readers)
                .doFilter(new MockHttpServletRequest(), new MockHttpServletResponse(), (request, response) -> told.addAll(told()));
        return told;
    }

    private List<String> told() {
        return jdbc.sql(
                        """
                        select unnest(array[current_setting('omtanke.facts'), current_setting('omtanke.content'),
                            current_setting('omtanke.schools'), current_setting('omtanke.cases'), current_setting('omtanke.person')])
                        """)
                .query(String.class)
                .list();
    }
}
