package no.omtanke.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.setup.SecurityMockMvcConfigurers.springSecurity;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.WebApplicationContext;

/**
 * The demo as it is started, on a database of its own beside the other tests'. Its context ends with this class: two engines must
 * not go on side by side with one clock.
 */
@SpringBootTest
@ActiveProfiles("demo")
@TestPropertySource(
        properties = {
            "omtanke.embedded-database=throwaway",
            "omtanke.embedded-database-name=solvik",
            "omtanke.data=target/solvik-test",
            "camunda.bpm.generate-unique-process-engine-name=true",
            "camunda.bpm.generate-unique-process-application-name=true",
            "camunda.bpm.job-execution.enabled=false"
        })
@DirtiesContext
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SolvikTest {

    private static final Map<String, String> FIRST_PAGES =
            Map.of("revisor", "/history", "drift", "/operations", "administrator", "/administration");

    @Autowired
    private WebApplicationContext program;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DemoClock clock;

    @Autowired
    private DemoCast cast;

    private MockMvc web;

    @BeforeEach
    void open() {
        web = MockMvcBuilders.webAppContextSetup(program).apply(springSecurity()).build();
    }

    @Test
    void has_about_two_hundred_people() {
        assertThat(count("select count(*) from person")).isBetween(180, 260);
    }

    @Test
    void has_cases_in_many_states() {
        List<String> states = jdbc.sql(
                        """
                        select coalesce((select string_agg(distinct t.task_key, ' ' order by t.task_key) from task_row t
                                         where t.case_id = c.id and t.state = 'open'), c.state) from case_file c
                        """)
                .query(String.class)
                .list();
        assertThat(states).hasSizeGreaterThanOrEqualTo(12);
        assertThat(states.stream().distinct().count()).isGreaterThanOrEqualTo(6);
    }

    @Test
    void leaves_no_step_failed() {
        assertThat(count("select count(*) from public.act_ru_job where exception_msg_ is not null")).isZero();
    }

    @Test
    void gives_scripts_the_mails() throws Exception {
        web.perform(get("/dev/mail.json"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[0].to").isString())
                .andExpect(jsonPath("$[0].subject").isString())
                .andExpect(jsonPath("$[0].text").isString())
                .andExpect(jsonPath("$[0].links").isArray());
    }

    @Test
    void signs_everybody_in_with_one_click() throws Exception {
        for (DemoUser user : cast.users()) {
            var answer = web.perform(post("/dev/signin").param("username", user.username()))
                    .andExpect(status().is3xxRedirection())
                    .andReturn();
            MockHttpSession session = (MockHttpSession) answer.getRequest().getSession(false);

            String page = answer.getResponse().getRedirectedUrl();
            int seen = web.perform(get(page).session(session)).andReturn().getResponse().getStatus();

            assertThat(page).as(user.username()).isEqualTo(FIRST_PAGES.getOrDefault(user.username(), "/tasks"));
            assertThat(seen).as("%s at %s", user.username(), page).isEqualTo(200);
        }
        web.perform(post("/dev/signin").param("username", "ukjent")).andExpect(status().isNotFound());
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void lets_time_pass_and_timers_fire_before_it_answers() throws Exception {
        Instant before = clock.now();
        int followed = followUps();

        web.perform(post("/dev/clock").param("advance", "P1D")).andExpect(redirectedUrl("/dev/clock"));

        assertThat(Duration.between(before, clock.now())).isBetween(Duration.ofHours(23), Duration.ofHours(26));
        assertNothingIsDue();

        // Past any holiday: somebody has missed a deadline by then.
        web.perform(post("/dev/clock").param("advance", "P7D")).andExpect(status().is3xxRedirection());

        assertNothingIsDue();
        assertThat(followUps()).isGreaterThan(followed);
    }

    private void assertNothingIsDue() {
        assertThat(clock.nextDeadline()).hasValueSatisfying(next -> assertThat(next).isAfter(clock.now()));
    }

    private int followUps() {
        return count("select count(*) from case_event where kind in ('reminded', 'deadline-missed')");
    }

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }
}
