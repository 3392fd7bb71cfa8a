package no.omtanke.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.omtanke.Browser;
import no.omtanke.OmtankeTest;
import no.omtanke.StaffBrowser;
import no.omtanke.Story;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.WebSession;
import no.omtanke.casefile.CaseFile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A contact teacher reports to child protection from the page of the school's own case, which keeps no trace of it. */
@OmtankeTest
class ProtectionJourneyTest {

    private static final String SEEN = "Fjellerkens merker på begge armene";

    @Autowired
    Story story;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Town town;
    private CaseFile ordinary;

    @Test
    void from_the_case_to_the_letter_and_nobody_finds_it() {
        time.startAt("2026-11-23T10:00");
        town = towns.found();
        ordinary = story.guardianReports(town, Map.of());
        time.settle();
        story.does(town.principal(), ordinary, "read-report", Map.of(
                "pupil", "" + town.pupil(), "accused", "pupil", "responsible", "" + town.teacher(), "investigator", "",
                "principalKnew", "2026-11-23"));
        time.settle();
        List<String> before = trace();
        String reference;
        try (StaffBrowser teacher = StaffBrowser.of(Browser.laptop(false), port, towns, town.teacher())) {
            teacher.go("/cases/" + ordinary.reference());
            teacher.press("Meld til barnevernet");
            assertThat(teacher.text()).contains("Sak " + ordinary.reference() + " går videre", "Ring den som meldte", "Plikten til å melde er din egen");
            assertThat(teacher.page.url()).endsWith("/reports/child-protection");
            seen(teacher, "protection-1");
            teacher.choose("childKnown", "pupil");
            teacher.choose("suspicion", "violence");
            teacher.choose("danger", "no");
            teacher.page.fill("[name=seen]", SEEN);
            teacher.page.fill("[name=childSaid]", "Jeg falt ikke.");
            teacher.page.fill("[name=since]", "Siden høstferien");
            teacher.choose("worriedBefore", "no");
            teacher.choose("runningCase", "wait");
            teacher.page.fill("[name=senderPhone]", "40 00 00 01");
            teacher.page.locator("[name=deputy]").selectOption("" + town.social());
            teacher.press("Gå videre");
            assertThat(teacher.text()).contains("Ved mistanke om vold eller overgrep skal ingen på skolen si noe til de foresatte")
                    .doesNotContain("Skal de foresatte få vite at du melder?");
            teacher.page.locator("[name=pupil]").selectOption("" + town.pupil());
            teacher.page.fill("[name=runningWhy]", "Jeg ringer ikke hjem i dag.");
            teacher.press("Gå videre");
            seen(teacher, "protection-check");
            assertThat(teacher.text()).contains(SEEN, "Se over");
            teacher.press("Lag meldingen");
            time.settle();
            reference = teacher.page.url().replaceAll(".*/cases/", "");
            teacher.page.reload();
            assertThat(teacher.text()).contains("Hvem kan se meldingen", "Sosiallærer " + town.tag(), "Melding til barnevernet.pdf");
            seen(teacher, "protection-case");
            Download letter = teacher.page.waitForDownload(() -> teacher.page.locator("a[download]").first().click());
            letter.saveAs(Path.of("target", "screenshots", "protection-report.pdf"));
            teacher.page.locator("a", new com.microsoft.playwright.Page.LocatorOptions().setHasText("Send meldingen")).first().click();
            seen(teacher, "protection-task");
        }
        assertThat(trace()).as("the school's own case is as it was").isEqualTo(before);
        assertThat(jdbc.sql("select distinct reason from access_log where case_id = ? and person_id = ? and part = 'CONTENT'")
                        .params(ordinary.id(), town.teacher())
                        .query(String.class)
                        .list())
                .as("read as its page is read")
                .containsExactly("participant");
        for (long person : List.of(town.principal(), town.deputy(), town.owner(), town.auditor())) {
            nothingIsThereFor(person, reference);
        }
    }

    private List<String> trace() {
        List<String> trace = new ArrayList<>();
        for (String table : List.of("case_event", "case_entry", "task_row", "case_participant", "case_party", "case_document", "lane_member")) {
            trace.add(table + " " + jdbc.sql("select count(*) from " + table + " where case_id = ?").param(ordinary.id()).query(Integer.class).single());
        }
        return trace;
    }

    private void nothingIsThereFor(long person, String reference) {
        WebSession session = WebSession.of(port, towns.account(person));
        List<String> pages = new ArrayList<>(List.of(
                "/tasks", "/tasks?tab=mine", "/tasks?tab=unassigned", "/tasks?tab=waiting", "/tasks?tab=done", "/tasks?q=" + reference,
                "/cases", "/cases?state=all", "/cases?q=" + reference, "/cases/" + ordinary.reference(), "/today", "/plans",
                "/history", "/history?q=" + reference, "/history/" + ordinary.reference()));
        for (String page : pages) {
            String told = session.get(page).body().replace("q=" + reference, "").replace("value=\"" + reference + "\"", "");
            assertThat(told).as("%s for %s", page, person).doesNotContain(reference, "Fjellerken", "child-protection-report", "Lukket melding");
        }
        for (String door : List.of("/cases/%s", "/cases/%s/lane", "/cases/%s/plan", "/cases/%s/recusal", "/history/%s", "/history/%s/steps.csv")) {
            assertThat(session.get(door.formatted(reference)).statusCode())
                    .as(door)
                    .isEqualTo(session.get(door.formatted("S26-99ZZ99")).statusCode())
                    .isGreaterThanOrEqualTo(403);
        }
    }

    private static void seen(StaffBrowser browser, String name) {
        Browser.checkPage(browser.page);
        Browser.picture(browser.page, name + "-1280");
        browser.page.setViewportSize(390, 844);
        Browser.picture(browser.page, name + "-390");
        browser.page.setViewportSize(1280, 800);
    }
}
