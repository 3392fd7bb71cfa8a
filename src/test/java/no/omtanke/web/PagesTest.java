package no.omtanke.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Response;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Looks at every page of the frame in a browser: words, narrow screens, contrast, and nothing the policy refuses. */
@SpringBootTest(
        classes = Gallery.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"spring.profiles.active=demo", "spring.main.banner-mode=off"})
class PagesTest {

    private static final List<String> LANGUAGES = List.of("nb", "nn", "en");
    private static final List<Integer> WIDTHS = List.of(320, 390, 1280);

    private static Playwright playwright;
    private static Browser browser;

    @LocalServerPort
    int port;

    @BeforeAll
    static void openBrowser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("chromium.path", "/usr/bin/chromium")))
                        .setArgs(List.of("--no-sandbox", "--disable-background-networking")));
    }

    @AfterAll
    static void closeBrowser() {
        playwright.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/", "/hjelp/fri", "/hjelp/sporsmal", "/hjelp/ikke-hort", "/tilgjengelighet", "/personvern", "/signin",
                "/signin?trouble=error", "/gallery/form", "/gallery/form?wrong=true", "/gallery/status", "/gallery/staff/form",
                "/gallery/staff/status", "/gallery/error/400", "/gallery/error/403", "/no-such-page",
                "/gallery/error/500", "/gallery/error/409", "/gallery/staff/error/404"
            })
    void isReadableInEveryLanguageAndWidth(String path) {
        for (String language : LANGUAGES) {
            try (Page page = browser.newPage()) {
                List<String> refused = listen(page);
                Response answer = page.navigate(address(path + (path.contains("?") ? "&" : "?") + "lang=" + language));
                assertThat(answer.status()).as(path).isEqualTo(expectedStatus(path));
                assertThat(page.locator("html").getAttribute("lang")).isEqualTo(language);
                assertThat(page.content()).doesNotContain("??").doesNotContain(" style=");
                // The languages share one markup: what axe looks at is the same in all.
                if (language.equals("nb")) {
                    assertThat(new AxeBuilder(page).analyze().getViolations())
                            .as("axe on %s", path)
                            .isEmpty();
                }
                for (int width : WIDTHS) {
                    page.setViewportSize(width, 800);
                    assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                            .as("%s fits in %d px", path, width)
                            .isTrue();
                    picture(page, path, language, width);
                }
                assertThat(refused).isEmpty();
            }
        }
    }

    @Test
    void asksTheNextQuestionWhenAnAnswerLeadsToOne() {
        try (Page page = browser.newPage()) {
            List<String> refused = listen(page);
            page.navigate(address("/gallery/form"));
            page.getByLabel("Hva har skjedd?").fill("Noe");
            page.getByLabel("Ja, en som jobber på skolen").focus();
            page.keyboard().press("Space");
            page.getByLabel("Hvem gjelder det?").waitFor();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("accused-1");
            page.getByLabel("Hvem gjelder det?").fill("En lærer");
            page.getByText("Lagret").waitFor();
            assertThat(refused).isEmpty();
        }
    }

    @Test
    void takesTheReaderToWhatMustBeMended() {
        try (Page page = browser.newPage()) {
            page.navigate(address("/gallery/form?wrong=true"));
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("errors");
            page.locator("#errors a").first().click();
            assertThat(page.evaluate("document.activeElement.id")).isEqualTo("what");
        }
    }

    private static int expectedStatus(String path) {
        if (path.contains("/error/")) {
            return Integer.parseInt(path.substring(path.lastIndexOf('/') + 1));
        }
        return path.equals("/no-such-page") ? 404 : 200;
    }

    private static List<String> listen(Page page) {
        List<String> refused = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                refused.add(message.text());
            }
        });
        page.onPageError(refused::add);
        return refused;
    }

    private static void picture(Page page, String path, String language, int width) {
        String folder = System.getProperty("gallery.pictures");
        if (folder != null) {
            String name = path.replaceAll("[^a-z0-9]+", "-") + "-" + language + "-" + width + ".png";
            page.screenshot(new Page.ScreenshotOptions().setPath(Path.of(folder, name)).setFullPage(true));
        }
    }

    private String address(String path) {
        return "http://localhost:" + port + path;
    }
}
