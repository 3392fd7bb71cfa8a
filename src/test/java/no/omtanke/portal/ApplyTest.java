package no.omtanke.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import no.omtanke.OmtankeTest;
import no.omtanke.TestMail;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The way in for families who apply for something. */
@OmtankeTest
class ApplyTest {

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    TestMail mail;

    @LocalServerPort
    int port;

    Town town;
    String email;
    WebVisitor parent;

    @BeforeEach
    void at_the_door() {
        time.startAt("2026-11-23T10:00");
        town = towns.found();
        email = "foresatt." + town.tag() + "@town.example";
        parent = new WebVisitor(port);
    }

    @Test
    void the_browser_that_asked_needs_the_link_and_nothing_else() {
        parent.get("/sok").post("/sok", "send", Map.of("email", " " + email + " "), parent.csrf());
        assertThat(parent.path).isEqualTo("/sok/sjekk-e-posten");
        parent.get(link()).press("open", Map.of());
        assertThat(parent.path).isEqualTo("/sok");
        assertThat(parent.page).contains("Hva gjelder det?");
        assertThat(parent.get("/sok/finnes-ikke").status).isEqualTo(404);
    }

    @Test
    void another_browser_needs_a_code_as_well() {
        parent.get("/sok").post("/sok", "send", Map.of("email", email), parent.csrf());
        WebVisitor other = new WebVisitor(port);
        other.get(link()).press("open", Map.of());
        assertThat(other.path).isEqualTo("/sok/kode");
        assertThat(other.get("/sok").path).isEqualTo("/sok/kode");
        other.press("open", Map.of("code", mail.code(email)));
        assertThat(other.path).isEqualTo("/sok");
        assertThat(other.page).contains("Hva gjelder det?");
    }

    @Test
    void who_has_no_child_here_is_told_the_same_and_gets_nothing() {
        parent.get("/sok").post("/sok", "send", Map.of("email", "fremmed@hjemme.example"), parent.csrf());
        assertThat(parent.path).isEqualTo("/sok/sjekk-e-posten");
        time.settle();
        assertThat(mail.to("fremmed@hjemme.example")).isEmpty();
    }

    @Test
    void what_is_no_address_is_asked_for_again_and_kept() {
        parent.get("/sok").post("/sok", "send", Map.of("email", "kari på hjemme"), parent.csrf());
        assertThat(parent.status).isEqualTo(422);
        assertThat(parent.page).contains("Skriv e-postadressen din, for eksempel").contains("value=\"kari på hjemme\"");
    }

    @Test
    void after_half_an_hour_the_door_is_shut_and_a_new_link_opens_it() {
        parent.get("/sok").post("/sok", "send", Map.of("email", email), parent.csrf());
        parent.get(link()).press("open", Map.of());
        time.pass(Duration.ofMinutes(31));
        assertThat(parent.get("/sok").page).contains("E-postadressen din");
        parent.get("/sok/fri");
        assertThat(parent.page).contains("Siden er lukket");
        parent.post("/sok/ny-lenke", "again", Map.of(), parent.csrf());
        parent.get(link()).press("open", Map.of());
        assertThat(parent.path).isEqualTo("/sok");
    }

    private String link() {
        time.settle();
        var links = mail.linksTo(email);
        return links.get(links.size() - 1).link();
    }
}
