package no.omtanke.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import no.omtanke.Browser;
import no.omtanke.OmtankeTest;
import no.omtanke.StaffBrowser;
import no.omtanke.Story;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.casefile.CaseFile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Journey: a social teacher, on a phone without script, says «Jeg er inhabil»; the principal names somebody else. */
@OmtankeTest
class RecusalJourneyTest {

    @Autowired
    Story story;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @LocalServerPort
    int port;

    @Test
    void somebody_steps_back_another_is_named_and_the_first_is_let_in_again() {
        time.startAt("2026-11-23T10:00");
        Town town = towns.found();
        CaseFile file = story.guardianReports(town, Map.of());
        time.settle();
        story.does(town.principal(), file, "read-report", Map.of(
                "pupil", String.valueOf(town.pupil()), "accused", "pupil",
                "responsible", String.valueOf(town.social()), "principalKnew", "2026-11-23"));
        time.settle();
        String task = story.open(file, "first-contact").taskId();
        try (StaffBrowser social = StaffBrowser.of(Browser.phone(false), port, towns, town.social())) {
            social.go("/tasks/" + task);
            social.page.locator("a:has-text('Jeg er inhabil')").click();
            assertThat(social.text()).contains("forvaltningsloven kapittel II", "Sak " + file.reference());
            social.press("Gå videre");
            assertThat(social.text()).contains("Vi mangler noe");
            Browser.checkPage(social.page);
            social.choose("ground", "family");
            social.page.fill("[name=groundMore]", "Mor er kusina mi");
            Browser.checkPage(social.page);
            Browser.picture(social.page, "recusal-phone");
            social.press("Gå videre");
            assertThat(social.text()).contains("Se over før du sender", "Jeg er i familie med noen i saken", "Mor er kusina mi", "Du får ikke se saken lenger");
            Browser.checkPage(social.page);
            Browser.picture(social.page, "recusal-check-phone");
            social.press("Endre svaret");
            assertThat(social.page.inputValue("[name=groundMore]")).isEqualTo("Mor er kusina mi");
            social.press("Gå videre");
            social.press("Tre ut av saken");
            assertThat(social.text()).contains("Du har trådt ut av saken. Andre tar over.").doesNotContain(file.reference(), "Elev " + town.tag());
            Browser.checkPage(social.page);
            assertThat(social.go("/tasks/" + task)).isEqualTo(404);
            assertThat(social.go("/cases/" + file.reference())).isEqualTo(404);
        }
        try (StaffBrowser leader = StaffBrowser.of(Browser.laptop(true), port, towns, town.principal())) {
            leader.go("/cases/" + file.reference());
            assertThat(leader.text()).contains("Ingen er ansvarlig for saken nå", "Trådte ut av saken", "Har trådt ut av saken", "Sosiallærer " + town.tag());
            assertThat(leader.page.content()).contains("Mor er kusina mi");
            Browser.checkPage(leader.page);
            Browser.picture(leader.page, "recusal-case");
            assertThat(leader.page.locator("#name-responsible option").allInnerTexts()).noneMatch(name -> name.contains("Sosiallærer"));
            leader.page.selectOption("#name-responsible", String.valueOf(town.teacher()));
            leader.press("Utpek");
            assertThat(leader.text()).contains("Kontaktlærer " + town.tag() + " har ansvaret nå", "Utpekte Kontaktlærer").doesNotContain("Ingen er ansvarlig");

            leader.page.locator("a:has-text('Slipp inn igjen')").click();
            assertThat(leader.text()).contains("Slipp inn igjen: Sosiallærer " + town.tag());
            leader.page.fill("[name=whyLetIn]", "Det var en annen familie.");
            leader.press("Gå videre");
            leader.press("Slipp inn igjen");
            assertThat(leader.text()).contains("Sosiallærer " + town.tag() + " kan se saken igjen").doesNotContain("Har trådt ut av saken");
        }
        try (StaffBrowser teacher = StaffBrowser.of(Browser.laptop(true), port, towns, town.teacher())) {
            teacher.go("/cases/" + file.reference());
            assertThat(teacher.text()).contains("Trådte ut av saken", "Slapp Sosiallærer " + town.tag() + " inn i saken igjen");
            assertThat(teacher.page.content()).doesNotContain("Mor er kusina mi", "Det var en annen familie");
            assertThat(teacher.go("/cases/" + file.reference() + "/let-in/" + town.social())).isEqualTo(404);
        }
    }
}
