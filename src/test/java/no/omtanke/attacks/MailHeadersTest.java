package no.omtanke.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.omtanke.OmtankeTest;
import no.omtanke.TestMail;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.correspondence.Mailer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody writes line breaks into what might become a mail's head. */
@OmtankeTest
class MailHeadersTest {

    private static final Locale NB = Locale.forLanguageTag("nb");
    private static final List<String> ADDRESSES = List.of(
            "kari@hjemme.example\r\nBcc: evil@evil.example", "kari@hjemme.example\nBcc: evil@evil.example", "kari@hjemme.example\rBcc: evil@evil.example",
            "kari@hjemme.example, evil@evil.example", "kari@hjemme.example;evil@evil.example", "<kari@hjemme.example> evil@evil.example",
            "kari@hjemme.example\u2028Bcc: evil@evil.example", "\"kari\r\nBcc: evil@evil.example\"@hjemme.example", "evil@evil.example\u0000@hjemme.example");

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    TestMail mail;

    @Autowired
    Mailer mailer;

    @LocalServerPort
    int port;

    private Town town;

    @BeforeEach
    void found() {
        time.startAt("2026-11-23T10:00");
        town = towns.found();
        mail.forget();
    }

    @AfterEach
    void forget() {
        towns.forget(town);
    }

    @Test
    void an_address_with_a_second_line_or_a_second_recipient_is_no_address() {
        Client family = new Client(port);
        family.get("/meld?side=1");
        for (String address : ADDRESSES) {
            assertThat(family.post("/meld?side=6", Map.of("action", "next", "reporterName", "Kari", "phone", "91234567", "email", address)).statusCode())
                    .as(address)
                    .isEqualTo(422);
        }
        assertThat(mail.all()).isEmpty();
    }

    @Test
    void what_people_write_stands_in_no_head_of_a_mail() {
        String planted = "Kari\r\nBcc: evil@evil.example\r\nX-Planted: yes";
        towns.forget(town);
        town = towns.found(town.tag() + "b", planted);
        Client family = new Client(port);
        family.get("/meld?side=1");
        family.post("/meld?side=1", Map.of("action", "next", "school", "" + town.school(), "childName", planted, "childGrade", "6", "relation", "parent"));
        family.post("/meld?side=2", Map.of("action", "next", "whatHappened", planted, "aboutEmployee", "none"));
        family.post("/meld?side=3", Map.of("action", "next", "safeTomorrow", "yes"));
        family.post("/meld?side=6", Map.of("action", "next", "reporterName", planted, "phone", "91234567", "email", "kari@hjemme.example"));
        assertThat(Client.location(family.post("/meld?side=sjekk", Map.of("action", "send")))).contains("sendt");
        time.settle();
        assertThat(mail.raw()).hasSizeGreaterThan(1).allSatisfy(raw -> assertThat(raw)
                .doesNotContainIgnoringCase("bcc:")
                .doesNotContainIgnoringCase("x-planted")
                .doesNotContain("evil@evil.example"));
        assertThat(mail.to("evil@evil.example")).isEmpty();
    }

    @Test
    void the_mailer_itself_sends_nothing_to_an_address_that_is_two() {
        for (String address : ADDRESSES) {
            try {
                mailer.send("step-" + town.tag(), address, NB, "receipt", "x", "y", "z");
            } catch (RuntimeException refused) {
                // As it should.
            }
        }
        for (TestMail.Message message : mail.all()) {
            assertThat(message.to()).doesNotContain("evil");
        }
        assertThat(mail.raw()).allSatisfy(raw -> assertThat(raw).doesNotContainIgnoringCase("\nbcc:"));
        assertThat(mail.to("evil@evil.example")).isEmpty();
    }
}
