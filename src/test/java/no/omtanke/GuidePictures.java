package no.omtanke;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Takes the user guide's pictures from a running demo: {@code mvn test -Dtest=GuidePictures -Dguide.url=http://localhost:8080}.
 * It reports and works like a visitor, so use a fresh demo.
 */
@EnabledIfSystemProperty(named = "guide.url", matches = "http.*")
class GuidePictures {

    private final String url = System.getProperty("guide.url");

    @Test
    void the_guides_pictures_are_taken() {
        families();
        principal();
        plans();
        others();
        administrator();
        signingIn();
        // Last: it takes its reader out of the case.
        steppingBack();
    }

    private void administrator() {
        try (BrowserContext laptop = Browser.laptop(true)) {
            Page page = signIn(laptop, "administrator");
            page.navigate(url + "/administration/schools/fjellbakken");
            page.locator("main a[href*='/people/']").first().click();
            keep(page, "leaver");
            page.navigate(url + "/administration/schools/fjellbakken/pupils");
            page.locator("main summary").first().click();
            page.locator("main a[href*='/pupils/']").first().click();
            keep(page, "guardians");
        }
    }

    private void signingIn() {
        try (BrowserContext laptop = Browser.laptop(true)) {
            Page page = laptop.newPage();
            page.navigate(url + "/signin");
            keep(page, "signin");
        }
        try (BrowserContext laptop = Browser.laptop(true)) {
            Page page = signIn(laptop, "rektor.fjellbakken");
            page.navigate(url + "/signin/second-factor");
            keep(page, "code-app");
        }
    }

    private void steppingBack() {
        try (BrowserContext laptop = Browser.laptop(true)) {
            Page page = signIn(laptop, "rektor.fjellbakken");
            page.navigate(url + "/cases");
            page.locator("main a[href*='/cases/S']").first().click();
            String address = page.url();
            page.locator("main a[href$='/links']").first().click();
            keep(page, "links");
            page.navigate(address);
            page.locator("main a[href$='/recusal']").first().click();
            keep(page, "recusal");
        }
    }

    private void plans() {
        try (BrowserContext laptop = Browser.laptop(true)) {
            Page page = signIn(laptop, "sosiallarer.fjellbakken");
            page.locator("main a[href*='/tasks/']").first().click();
            keep(page, "plan-draft");
            page.navigate(url + "/today");
            keep(page, "today");
            page.navigate(url + "/plans");
            keep(page, "plans");
            page.locator("main a[href*='/cases/']").first().click();
            keep(page, "plan");
        }
        try (BrowserContext phone = Browser.phone(true)) {
            Page page = phone.newPage();
            page.navigate(url + "/dev/mail");
            page.locator(".om-mail:has-text('Hvordan går det?') a").first().click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Fortsett")).click();
            keep(page, "code");
            page.fill("#code", code(phone));
            page.locator("button[value=open]").click();
            keep(page, "my-plan");
        }
    }

    /** The newest one-time code, as the demo's mail page shows it. */
    private String code(BrowserContext context) {
        Page mail = context.newPage();
        mail.navigate(url + "/dev/mail");
        String text = mail.locator(".om-mail:has-text('Koden er')").first().textContent();
        mail.close();
        return text.replaceAll("(?s).*?(\\d{4} \\d{4}).*", "$1");
    }

    private void families() {
        try (BrowserContext phone = Browser.phone(true)) {
            Page page = phone.newPage();
            page.navigate(url + "/");
            keep(page, "front");
            page.navigate(url + "/meld/fjellbakken");
            page.getByLabel("Hva heter barnet ditt?").fill("Nora Berg");
            page.getByLabel("Hvilket trinn går barnet på?").selectOption("5");
            page.getByLabel("Mor eller far").check();
            keep(page, "report");
            next(page);
            page.getByLabel("Hva har skjedd?")
                    .fill("Nora får ikke være med i friminuttene. Hun har vondt i magen om morgenen.");
            page.getByRole(AriaRole.RADIO, new Page.GetByRoleOptions().setName("Nei")).first().check();
            next(page);
            page.getByLabel("I friminuttet").check();
            page.getByLabel("Jeg er usikker").check();
            next(page);
            next(page);
            next(page);
            page.getByLabel("Hva heter du?").fill("Anna Berg");
            page.getByLabel("Telefon").fill("900 00 111");
            page.getByLabel("E-post").fill("anna.berg@hjemme.example");
            next(page);
            keep(page, "check");
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send")).first().click();
            if (page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Vi har fått")).count() == 0) {
                page.waitForTimeout(21_000);
                page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Send")).first().click();
            }
            keep(page, "sent");
            page.waitForTimeout(3_000);
            page.navigate(url + "/dev/mail?to=anna.berg");
            page.locator(".om-mail a").first().click();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Fortsett")).click();
            keep(page, "my-report");
        }
    }

    private void principal() {
        try (BrowserContext laptop = Browser.laptop(true)) {
            Page page = signIn(laptop, "rektor.fjellbakken");
            keep(page, "tasks");
            page.locator("main a[href*='/tasks/']").first().click();
            keep(page, "task");
            page.navigate(url + "/cases");
            keep(page, "cases");
            page.locator("main a[href*='/cases/S']").first().click();
            keep(page, "case");
            page.navigate(url + "/reports/send-form");
            keep(page, "send-form");
        }
        try (BrowserContext phone = Browser.phone(true)) {
            Page page = signIn(phone, "rektor.fjellbakken");
            keep(page, "tasks-phone");
            page.navigate(url + "/reports/new");
            keep(page, "register");
        }
    }

    private void others() {
        try (BrowserContext laptop = Browser.laptop(true)) {
            Page page = signIn(laptop, "revisor");
            keep(page, "history");
            Locator closed = page.locator("main a[href*='/history/S']");
            closed.nth(Math.max(0, closed.count() - 1)).click();
            page.waitForTimeout(2_000);
            keep(page, "history-case");
        }
        try (BrowserContext laptop = Browser.laptop(true)) {
            keep(signIn(laptop, "drift"), "operations");
        }
    }

    private Page signIn(BrowserContext context, String username) {
        Page page = context.newPage();
        page.navigate(url + "/signin");
        page.locator("button[value='" + username + "']").click();
        page.waitForLoadState();
        return page;
    }

    private static void next(Page page) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Neste")).click();
    }

    private static void keep(Page page, String name) {
        page.waitForLoadState();
        page.evaluate("document.fonts.ready.then(() => true)");
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("docs", "pictures", name + ".png"))
                .setFullPage(false));
    }
}
