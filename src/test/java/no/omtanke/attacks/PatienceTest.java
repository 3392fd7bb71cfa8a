package no.omtanke.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import no.omtanke.OmtankeTest;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A robot tries to get past the pause of the open form; a person waits and presses once more. */
@OmtankeTest
class PatienceTest {

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Town town;
    private Client robot;

    @BeforeEach
    void aReportThatHasToWait() {
        time.startAt("2026-11-23T10:00");
        town = towns.found();
        robot = written();
        HttpResponse<String> answer = robot.post("/meld?side=sjekk", Map.of("action", "send", "nettsted", "http://spam.example"));
        assertThat(answer.body()).contains("Vent litt", "<form method=\"post\"", "value=\"send\"").doesNotContain("onsubmit", "http-equiv");
        assertThat(reports()).isZero();
    }

    @AfterEach
    void forget() {
        towns.forget(town);
    }

    @Test
    void whoever_waits_and_presses_once_more_is_taken() {
        time.pass(Duration.ofSeconds(21));
        assertThat(Client.location(send(robot))).contains("sendt");
        assertThat(reports()).isEqualTo(1);
    }

    @Test
    void pressing_again_at_once_or_writing_another_time_into_the_form_does_not_shorten_it() {
        send(robot);
        robot.post("/meld?side=2", Map.of("action", "save", "whatHappened", "Nytt", "_wait", "2020-01-01T00:00:00Z", "_started", "2020-01-01T00:00:00Z"));
        robot.post("/meld?side=sjekk&_wait=2020-01-01T00:00:00Z", Map.of("action", "send", "_wait", "2020-01-01T00:00:00Z"));
        assertThat(send(robot).body()).contains("Vent litt");
        assertThat(reports()).isZero();
        time.pass(Duration.ofSeconds(21));
        send(robot);
        assertThat(reports()).as("and it is still not lost").isEqualTo(1);
    }

    @Test
    void without_its_cookie_the_waiting_report_cannot_be_sent_at_all() {
        String cookie = robot.cookies.remove("omtanke-report");
        assertThat(send(robot).statusCode()).isLessThan(500);
        assertThat(reports()).isZero();
        robot.cookies.put("omtanke-report", "A".repeat(43));
        send(robot);
        assertThat(reports()).isZero();
        robot.cookies.put("omtanke-report", cookie);
        time.pass(Duration.ofSeconds(21));
        send(robot);
        assertThat(reports()).isEqualTo(1);
    }

    @Test
    void the_address_that_is_counted_is_the_one_the_proxy_saw_not_one_the_visitor_wrote() {
        HttpResponse<String> last = null;
        for (int i = 0; i < 6; i++) {
            Client guesser = new Client(port);
            guesser.headers.put("X-Forwarded-For", "198.51.100." + i + ", 203.0.113.77");
            last = guesser.signIn("bruker" + town.principal(), "wrong " + i);
        }
        assertThat(Client.location(last)).isEqualTo("/signin?trouble=wait");
        Client neighbour = new Client(port);
        neighbour.headers.put("X-Forwarded-For", "203.0.113.78");
        assertThat(Client.location(neighbour.signIn("bruker" + town.principal(), "wrong"))).isEqualTo("/signin?trouble=error");
    }

    @Test
    void one_household_is_one_address_in_the_new_protocol_too() {
        HttpResponse<String> last = null;
        for (int i = 0; i < 6; i++) {
            Client guesser = new Client(port);
            guesser.headers.put("X-Forwarded-For", "2001:db8:77:1::" + i);
            last = guesser.signIn("bruker" + town.principal(), "wrong " + i);
        }
        assertThat(Client.location(last)).isEqualTo("/signin?trouble=wait");
    }

    private Client written() {
        Client visitor = new Client(port);
        visitor.get("/meld?side=1");
        visitor.post("/meld?side=1", Map.of("action", "next", "school", "" + town.school(), "childName", "Nils", "childGrade", "6", "relation", "parent"));
        visitor.post("/meld?side=2", Map.of("action", "next", "whatHappened", "De stenger henne ute", "aboutEmployee", "none"));
        visitor.post("/meld?side=3", Map.of("action", "next", "safeTomorrow", "yes"));
        visitor.post("/meld?side=6", Map.of("action", "next", "reporterName", "Kari", "phone", "91234567"));
        return visitor;
    }

    private static HttpResponse<String> send(Client visitor) {
        return visitor.post("/meld?side=sjekk", Map.of("action", "send"));
    }

    private int reports() {
        return jdbc.sql("select count(*) from case_file where school_id = ?").param(town.school()).query(Integer.class).single();
    }
}
