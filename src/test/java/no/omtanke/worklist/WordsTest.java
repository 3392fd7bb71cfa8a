package no.omtanke.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import no.omtanke.OmtankeTest;
import no.omtanke.TestTime;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Deadlines in words, and ways back that stay in the house. */
@OmtankeTest
class WordsTest {

    private static final Locale NB = Locale.forLanguageTag("nb");

    @Autowired
    Dates dates;

    @Autowired
    TestTime time;

    @Test
    void a_deadline_is_said_in_working_days_with_the_date_beside_it() {
        time.startAt("2026-11-25T10:00");
        assertThat(due("2026-11-25T15:00")).isEqualTo(new Due("I dag kl. 15.00", "onsdag 25. november", false));
        assertThat(due("2026-11-26T15:00")).isEqualTo(new Due("I morgen kl. 15.00", "torsdag 26. november", false));
        assertThat(due("2026-11-27T15:00"))
                .isEqualTo(new Due("Om 2 arbeidsdager", "fredag 27. november kl. 15.00", false));
        assertThat(due("2026-11-20T15:00"))
                .isEqualTo(new Due("Forfalt 3 arbeidsdager siden", "fristen var fredag 20. november kl. 15.00", true));
        assertThat(due("2026-11-25T09:00").words()).isEqualTo("Fristen gikk ut i dag");
        time.startAt("2026-11-27T16:00");
        assertThat(due("2026-11-30T15:00"))
                .isEqualTo(new Due("Neste arbeidsdag", "mandag 30. november kl. 15.00", false));
        time.startAt("2026-12-30T10:00");
        assertThat(due("2027-01-04T15:00").date()).isEqualTo("mandag 4. januar 2027 kl. 15.00");
    }

    @Test
    void the_way_back_never_leaves_the_house() {
        assertThat(Back.check("/tasks?tab=mine&search=xY0_-z9Q")).isEqualTo("/tasks?tab=mine&search=xY0_-z9Q");
        assertThat(Back.check("/cases/S26-ABCDEF")).isEqualTo("/cases/S26-ABCDEF");
        for (String elsewhere : new String[] {
            "https://elsewhere.example", "//elsewhere.example", "/tasks/../dev/mail", "/tasks\\x", "/tasks?a={b}", null, ""
        }) {
            assertThat(Back.check(elsewhere)).isEqualTo("/tasks");
        }
    }

    @Test
    void an_address_is_recognised_but_not_learnt() {
        assertThat(GuardianChoice.masked("kari.nordmann@hjemme.example")).isEqualTo("ka•••@hjemme.example");
        assertThat(GuardianChoice.masked("ka@hjemme.example")).isEqualTo("k•••@hjemme.example");
        assertThat(GuardianChoice.masked(null)).isNull();
    }

    private Due due(String at) {
        return dates.due(TestTime.at(at), NB);
    }
}
