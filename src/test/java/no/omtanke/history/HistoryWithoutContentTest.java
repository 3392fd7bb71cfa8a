package no.omtanke.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.List;
import no.omtanke.Browser;
import no.omtanke.access.AccessLog;
import no.omtanke.access.Part;
import no.omtanke.access.Reading;
import no.omtanke.casefile.CaseFile;
import no.omtanke.process.ProcessHistory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever the page, no name of a child or a parent and no word that somebody wrote; and every opening is in the log. */
class HistoryWithoutContentTest extends HistoryStories {

    @Autowired
    ProcessHistory history;

    @Autowired
    AccessLog log;

    @Test
    void no_history_page_holds_content() {
        CaseFile file = caseWithMissedDeadlines();
        try (BrowserContext browser = Browser.laptop(false)) {
            Page page = signIn(browser, town.auditor());
            String ref = "/history/" + file.reference();
            String run = history.runs(file.id()).get(0).id();
            for (String path : List.of(
                    "/history?school=" + town.school(),
                    ref,
                    ref + "?lang=nn",
                    ref + "?lang=en",
                    ref + "?show=tasks",
                    ref + "/steps.csv",
                    ref + "/model/" + run,
                    ref + "/path/" + run)) {
                APIResponse answer = page.request().get(address(path));
                assertThat(answer.status()).as(path).isEqualTo(200);
                assertThat(answer.text())
                        .as(path)
                        .isNotBlank()
                        .doesNotContain("Elev " + town.tag(), "Foresatt " + town.tag(), "foresatt." + town.tag())
                        .doesNotContain("Blåklokkeviking", "stenger henne", "40 00 00 00", "??");
            }
        }
        assertThat(log.ofCase(file.id(), 100))
                .filteredOn(r -> Long.valueOf(town.auditor()).equals(r.personId()))
                .allMatch(Reading::allowed)
                .extracting(Reading::part)
                .contains(Part.HISTORY, Part.HISTORY_EXPORT);
    }

    @Test
    void a_run_of_another_case_is_unknown() {
        CaseFile one = caseWithMissedDeadlines();
        CaseFile other = story.guardianReports(town, java.util.Map.of());
        try (BrowserContext browser = Browser.laptop(false)) {
            Page page = signIn(browser, town.auditor());
            String run = history.runs(other.id()).get(0).id();
            assertThat(page.request().get(address("/history/" + one.reference() + "/model/" + run)).status())
                    .isEqualTo(404);
            assertThat(page.request().get(address("/history/" + one.reference() + "/path/nonsense")).status())
                    .isEqualTo(404);
        }
    }

    @Test
    void a_leader_finds_the_own_school_s_cases_only() {
        CaseFile file = caseWithMissedDeadlines();
        try (BrowserContext browser = Browser.laptop(false)) {
            assertThat(signIn(browser, town.deputy()).request().get(address("/history?q=" + file.reference())).text())
                    .contains("/history/" + file.reference());
        }
        try (BrowserContext browser = Browser.laptop(false)) {
            assertThat(signIn(browser, towns.found().deputy()).request().get(address("/history?q=" + file.reference())).text())
                    .doesNotContain("/history/" + file.reference());
        }
    }
}
