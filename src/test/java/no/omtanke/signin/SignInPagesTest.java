package no.omtanke.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import no.omtanke.Browser;
import no.omtanke.OmtankeTest;
import no.omtanke.TestProviders;
import no.omtanke.TestTown;
import no.omtanke.calendar.MovableClock;
import no.omtanke.organization.IdentityRegister;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The sign-in's pages in a browser, without script: an app is connected, a code is asked for, Feide leads in and out. */
@OmtankeTest
class SignInPagesTest {

    @Autowired
    TestTown towns;

    @Autowired
    SecondFactors factors;

    @Autowired
    IdentityRegister identities;

    @Autowired
    MovableClock clock;

    @LocalServerPort
    int port;

    @Test
    void an_app_is_connected_and_asked_for_the_next_time() {
        TestTown.Town town = towns.found();
        String username = towns.account(town.teacher());
        try (BrowserContext context = Browser.phone(false)) {
            Page page = context.newPage();
            page.navigate(address("/signin"));
            look(page, "signin");
            password(page, username);
            page.locator("footer a:has-text('Kodeapp')").click();
            page.waitForLoadState();
            assertThat(page.evaluate("document.querySelector('.om-qr').naturalWidth")).isNotEqualTo(0);
            look(page, "second-factor");
            page.fill("[name=code]", "000000");
            page.locator("main button[type=submit]").click();
            look(page, "second-factor-wrong");
            String words = page.locator(".om-secret").innerText();
            page.fill("[name=code]", Totp.code(SecondFactorTest.base32(words), clock.instant()));
            page.locator("main button[type=submit]").click();
            assertThat(page.locator(".om-codes li").count()).isEqualTo(10);
            look(page, "recovery-codes");
            page.locator("main button[type=submit]").click();
            assertThat(page.url()).endsWith("/tasks");
            page.locator("footer a:has-text('Kodeapp')").click();
            page.waitForLoadState();
            look(page, "second-factor-set");

            context.clearCookies();
            page.navigate(address("/signin"));
            password(page, username);
            assertThat(page.url()).endsWith("/signin/code");
            look(page, "code");
            page.fill("[name=code]", "000000");
            page.locator("main button[type=submit]").first().click();
            look(page, "code-wrong");
            clock.advance(Duration.ofSeconds(31));
            page.fill("[name=code]", Totp.code(SecondFactorTest.base32(words), clock.instant()));
            page.locator("main button[type=submit]").first().click();
            assertThat(page.url()).endsWith("/tasks");
        }
    }

    /** Feide is another site here (localhost), so the browser keeps our strict cookie back: the way in must hold all the same. */
    @Test
    void feide_leads_in_and_out() {
        TestTown.Town town = towns.found();
        identities.register(town.teacher(), "feide", "t." + town.tag() + "@solvik.example");
        TestProviders.says(
                "feide",
                Map.of("https://n.feide.no/claims/eduPersonPrincipalName", List.of("t." + town.tag() + "@solvik.example")),
                300);
        try (BrowserContext context = Browser.laptop(true)) {
            Page page = context.newPage();
            page.navigate(address("/cases"));
            assertThat(page.url()).endsWith("/signin");
            look(page, "signin-laptop");
            page.getByText("Logg inn med Feide").click();
            page.waitForURL("**/cases**");
            assertThat(page.locator(".om-me").innerText()).contains("Kontaktlærer " + town.tag());
            page.route("**/endsession**", route -> route.fulfill(new Route.FulfillOptions().setBody("ut")));
            page.locator(".om-me button").click();
            page.waitForURL("**/feide/endsession**");
            page.navigate(address("/tasks"));
            assertThat(page.url()).endsWith("/signin");
            page.navigate(address("/signin/family?trouble=unknown&to=/min-plan"));
            look(page, "family-unknown");
        }
    }

    private void password(Page page, String username) {
        page.fill("[name=username]", username);
        page.fill("[name=password]", TestTown.PASSWORD);
        page.locator("form:has([name=password]) button").click();
    }

    private static void look(Page page, String name) {
        Browser.checkPage(page);
        Browser.picture(page, "signin-" + name);
    }

    private String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }
}
