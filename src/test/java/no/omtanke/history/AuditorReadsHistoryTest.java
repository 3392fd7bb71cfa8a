package no.omtanke.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;
import no.omtanke.Browser;
import no.omtanke.casefile.CaseFile;
import org.junit.jupiter.api.Test;

/** Journey: an auditor finds a case whose deadline was missed and reads what happened. */
class AuditorReadsHistoryTest extends HistoryStories {

    @Test
    void an_auditor_reads_the_history() {
        CaseFile file = caseWithMissedDeadlines();
        try (BrowserContext browser = Browser.laptop(true)) {
            Page page = signIn(browser, town.auditor());
            List<String> troubles = new ArrayList<>();
            page.onConsoleMessage(m -> {
                if (m.type().equals("error")) {
                    troubles.add(m.text());
                }
            });

            page.navigate(address("/history"));
            page.selectOption("#school", String.valueOf(town.school()));
            page.selectOption("#deadline", "missed");
            page.click("main button[type=submit]");
            assertThat(page.url()).contains("deadline=missed").contains("school=" + town.school());
            assertThat(page.textContent("main table")).contains("1 holdt", "4 brutt");
            Browser.checkPage(page);
            Browser.picture(page, "history-list-1280");

            page.click("text=" + file.reference());
            page.waitForSelector("[data-drawn=true]");
            assertThat(page.textContent("main"))
                    .contains("Les meldingen", "Rektor " + town.tag(), "opplæringslova § 12-4", "Holdt")
                    .contains("virkedag fra meldingen kom", "Brutt: forfalt for", "påminning om oppgaven")
                    .contains("løftet til skoleledelsen", "løftet til skoleeier");
            assertThat(page.getByTitle("Powered by bpmn.io").isVisible()).isTrue();
            assertThat(page.locator(".om-taken").count()).isGreaterThan(10);
            Browser.checkPage(page);
            Browser.picture(page, "history-case-1280");
            page.locator(".om-drawing").screenshot(new com.microsoft.playwright.Locator.ScreenshotOptions()
                    .setPath(java.nio.file.Path.of("target", "screenshots", "history-drawing-1280.png")));
            page.click("[data-zoom=whole]");
            page.locator(".om-drawing").screenshot(new com.microsoft.playwright.Locator.ScreenshotOptions()
                    .setPath(java.nio.file.Path.of("target", "screenshots", "history-drawing-whole.png")));

            page.locator(".om-runs a").last().click();
            page.waitForSelector("[data-drawn=true]");
            page.locator(".om-drawing").screenshot(new com.microsoft.playwright.Locator.ScreenshotOptions()
                    .setPath(java.nio.file.Path.of("target", "screenshots", "history-drawing-deadline.png")));
            assertThat(troubles).as("errors in the browser, such as a refused style").isEmpty();
        }
    }

    @Test
    void on_a_phone_without_javascript_the_tables_say_it_all() {
        CaseFile file = caseWithMissedDeadlines();
        try (BrowserContext browser = Browser.phone(false)) {
            Page page = signIn(browser, town.auditor());
            page.navigate(address("/history?q=" + file.reference().toLowerCase()));
            Browser.picture(page, "history-list-390");
            page.click("text=" + file.reference());
            page.waitForSelector("text=Tegningen trenger JavaScript");
            assertThat(page.textContent("main table")).contains("Les meldingen", "Brutt: forfalt for");
            Browser.picture(page, "history-case-390");
        }
    }

    @Test
    void nobody_but_the_case_s_own_readers_learns_that_it_exists() {
        CaseFile file = caseWithMissedDeadlines();
        try (BrowserContext browser = Browser.laptop(false)) {
            Page page = signIn(browser, towns.found().principal());
            Response forbidden = page.navigate(address("/history/" + file.reference()));
            Response unknown = page.navigate(address("/history/S26-XXXXXX"));
            assertThat(forbidden.status()).isEqualTo(404);
            assertThat(unknown.status()).isEqualTo(404);
        }
    }
}
