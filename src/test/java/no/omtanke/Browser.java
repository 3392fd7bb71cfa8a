package no.omtanke;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;

/**
 * One Chromium for all browser tests of a run, Debian's own. Playwright's objects belong to the thread that made them: use this
 * from the test's own thread only.
 */
public final class Browser {

    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
    private static final int NARROWEST = 320;

    private static final Set<BrowserContext> WITHOUT_SCRIPT = Collections.newSetFromMap(new WeakHashMap<>());

    private static com.microsoft.playwright.Browser chromium;

    private Browser() {}

    /** A phone, 390×844. */
    public static BrowserContext phone(boolean javaScript) {
        return context(390, 844, javaScript);
    }

    /** A tablet held upright, 768×1024. */
    public static BrowserContext tablet(boolean javaScript) {
        return context(768, 1024, javaScript);
    }

    /** A laptop, 1280×800. */
    public static BrowserContext laptop(boolean javaScript) {
        return context(1280, 800, javaScript);
    }

    /** Fails when a person with a screen reader, weak eyes or a narrow screen would be stopped here. */
    public static void checkPage(Page page) {
        assertThat(page.title()).as("title of " + page.url()).isNotBlank();
        assertThat(barriers(page)).as("axe on " + page.url()).isEmpty();
        var size = page.viewportSize();
        page.setViewportSize(NARROWEST, 640);
        Object wide = page.evaluate("[...document.querySelectorAll('body *')]"
                + ".filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 5).map(e => e.outerHTML.slice(0, 120))");
        Object fits = page.evaluate("document.documentElement.scrollWidth <= innerWidth");
        page.setViewportSize(size.width, size.height);
        assertThat(fits).as("fits in 320 px: " + page.url() + " " + wide).isEqualTo(true);
    }

    /** Keeps a picture of the whole page in target/screenshots. */
    public static Path picture(Page page, String name) {
        Path file = Path.of("target", "screenshots", name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        return file;
    }

    // axe is a script itself: what a page without script shows is handed to a page with it, under the same address.
    private static List<String> barriers(Page page) {
        if (!WITHOUT_SCRIPT.contains(page.context())) {
            return violations(page);
        }
        try (BrowserContext scripted = context(page.viewportSize().width, page.viewportSize().height, true)) {
            String content = page.content();
            Page copy = scripted.newPage();
            copy.route(page.url(), route -> route.fulfill(new com.microsoft.playwright.Route.FulfillOptions()
                    .setContentType("text/html;charset=utf-8")
                    .setBody(content)));
            copy.navigate(page.url());
            return violations(copy);
        }
    }

    private static List<String> violations(Page page) {
        return new AxeBuilder(page)
                .withTags(RULES).analyze().getViolations().stream().map(Browser::inWords).toList();
    }

    private static String inWords(Rule rule) {
        return rule.getId() + ": " + rule.getNodes().stream().map(n -> n.getHtml()).limit(3).toList();
    }

    private static BrowserContext context(int width, int height, boolean javaScript) {
        BrowserContext context = chromium()
                .newContext(new com.microsoft.playwright.Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setJavaScriptEnabled(javaScript)
                        .setLocale("nb-NO")
                        .setExtraHTTPHeaders(Map.of("X-Forwarded-For", TestAddress.next())));
        context.setDefaultTimeout(15_000);
        if (!javaScript) {
            WITHOUT_SCRIPT.add(context);
        }
        return context;
    }

    private static synchronized com.microsoft.playwright.Browser chromium() {
        if (chromium == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            String path = System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium");
            chromium = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(Path.of(path))
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--disable-background-networking")));
            // Closed by nobody: its driver ends with this process, and closing it from another thread waits for ever.
        }
        return chromium;
    }
}
