package no.omtanke.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import no.omtanke.Browser;
import no.omtanke.OmtankeTest;
import no.omtanke.StaffBrowser;
import no.omtanke.Story;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.casefile.CaseFile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A principal works the task list. */
@OmtankeTest
class PrincipalJourneyTest {

    @Autowired
    Story story;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @LocalServerPort
    int port;

    @Test
    void a_principal_reads_a_report_saves_it_for_later_sends_it_and_goes_on_to_the_next_task() {
        time.startAt("2026-11-23T10:00");
        var town = towns.found();
        CaseFile file = story.guardianReports(town, Map.of("interpreter", "so", "callMe", "true"));
        CaseFile urgent = story.guardianReports(town, Map.of("safeTomorrow", "no"));
        time.settle();
        time.passTo("2026-11-24T08:00");
        try (StaffBrowser principal = StaffBrowser.of(Browser.laptop(true), port, towns, town.principal())) {
            assertThat(principal.text()).contains("Les meldingen", "I dag kl. 15.00", "Alvorlig sak");
            Browser.checkPage(principal.page);
            Browser.picture(principal.page, "staff-tasks");

            principal.go("/tasks?due=late");
            assertThat(principal.text()).contains(urgent.reference()).doesNotContain(file.reference());
            principal.go("/tasks?q=" + file.reference());
            assertThat(principal.text()).contains(file.reference()).doesNotContain(urgent.reference());

            principal.page.locator(".wl-task h2 a").click();
            assertThat(principal.text())
                    .contains("De stenger henne ute", "Trenger tolk", "E-postadressen er ikke bekreftet");
            Browser.checkPage(principal.page);
            Browser.picture(principal.page, "staff-task");
            principal.choose("accused", "pupil");
            principal.press("Lagre og fortsett senere");
            assertThat(principal.text()).contains("Lagret.");
            principal.press("Send og fullfør");
            assertThat(principal.text()).contains("Vi mangler noe");
            Browser.checkPage(principal.page);
            assertThat(principal.page.locator("[name=accused][value=pupil]").isChecked()).isTrue();

            principal.page.selectOption("[name=pupil]", String.valueOf(town.pupil()));
            principal.page.selectOption("[name=responsible]", String.valueOf(town.social()));
            principal.press("Send og fullfør");
            assertThat(principal.text()).contains("Sendt", "Den ansvarlige får oppgaver", urgent.reference());
            Browser.checkPage(principal.page);
            Browser.picture(principal.page, "staff-sent");
            principal.page.locator("a.ds-button", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Til oppgavene")).click();
            assertThat(principal.page.url()).endsWith("/tasks?q=" + file.reference());

            principal.go("/tasks?tab=waiting");
            assertThat(principal.text()).contains("Ring den som meldte", "Sosiallærer");
            Browser.checkPage(principal.page);
            principal.go("/cases/" + file.reference());
            assertThat(principal.text()).contains("Neste steg", "Ring den som meldte", "Gjort: Les meldingen", "Elev " + town.tag());
            Browser.checkPage(principal.page);
            Browser.picture(principal.page, "staff-case");
            principal.go("/cases");
            assertThat(principal.text()).contains(file.reference(), urgent.reference());
            Browser.checkPage(principal.page);
            Browser.picture(principal.page, "staff-cases");
        }
    }

    @Test
    void on_a_phone_without_script_a_task_is_taken_given_away_and_handed_back() {
        time.startAt("2026-11-23T10:00");
        var town = towns.found();
        CaseFile file = story.guardianReports(town, Map.of());
        time.settle();
        String task = story.open(file, "read-report").taskId();
        try (StaffBrowser principal = StaffBrowser.of(Browser.phone(false), port, towns, town.principal())) {
            Browser.picture(principal.page, "staff-tasks-phone");
            principal.press("Legg tilbake");
            assertThat(principal.text()).contains("Oppgaven er lagt tilbake", "Ingen har oppgaven ennå");
            principal.press("Ta oppgaven");
            assertThat(principal.text()).contains("Oppgaven er din", "Send og fullfør");
            Browser.checkPage(principal.page);
            Browser.picture(principal.page, "staff-task-phone");
            principal.page.locator(".wl-hand-over summary").click();
            principal.page.selectOption("[name=to]", String.valueOf(town.deputy()));
            principal.press("Gi oppgaven");
            assertThat(principal.text()).contains("Inspektør", "har fått oppgaven");
            principal.go("/tasks/" + task);
            assertThat(principal.text()).contains("har oppgaven").doesNotContain("Send og fullfør");
            Browser.checkPage(principal.page);
        }
        assertThat(story.open(file, "read-report").assignee()).isEqualTo(town.deputy());
    }
}
