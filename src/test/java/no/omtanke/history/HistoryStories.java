package no.omtanke.history;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Map;
import no.omtanke.OmtankeTest;
import no.omtanke.Story;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.casefile.CaseFile;
import no.omtanke.signin.Accounts;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A town with a case in which one deadline held and others were missed, and people who sign in to read its history. */
@OmtankeTest
abstract class HistoryStories {

    static final String SECRET = "Blåklokkevikingen stenger henne ute";
    static final String PASSWORD = "en lang setning som passord";

    @Autowired
    Story story;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    Accounts accounts;

    @LocalServerPort
    int port;

    Town town;

    @BeforeEach
    void found() {
        time.startAt("2026-11-23T10:00");
        town = towns.found();
    }

    CaseFile caseWithMissedDeadlines() {
        CaseFile file = story.guardianReports(town, Map.of("whatHappened", SECRET));
        time.settle();
        time.passTo("2026-11-23T13:00");
        story.does(
                town.principal(),
                file,
                "read-report",
                Map.of(
                        "pupil", String.valueOf(town.pupil()),
                        "accused", "pupil",
                        "responsible", String.valueOf(town.teacher()),
                        "investigator", String.valueOf(town.social()),
                        "principalKnew", LocalDate.of(2026, 11, 23).toString()));
        time.passTo("2026-11-27T09:00");
        return story.now(file);
    }

    Page signIn(BrowserContext browser, long person) {
        accounts.create(person, "person" + person, PASSWORD);
        Page page = browser.newPage();
        page.navigate(address("/signin"));
        page.fill("#username", "person" + person);
        page.fill("#password", PASSWORD);
        page.click("main button[type=submit]");
        page.waitForURL(url -> !url.contains("/signin"));
        return page;
    }

    String address(String path) {
        return "http://localhost:" + port + path;
    }
}
