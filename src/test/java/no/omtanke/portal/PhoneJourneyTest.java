package no.omtanke.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import no.omtanke.Browser;
import no.omtanke.OmtankeTest;
import no.omtanke.TestMail;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A parent with a phone, no script, and a few minutes. */
@OmtankeTest
class PhoneJourneyTest {

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    TestMail mail;

    @LocalServerPort
    int port;

    Page page;

    @Test
    void a_parent_reports_on_a_phone_without_script_and_follows_the_case() {
        time.startAt("2026-11-23T10:00");
        var town = towns.found();
        String email = "mor." + town.tag() + "@hjemme.example";
        try (BrowserContext phone = Browser.phone(false)) {
            page = phone.newPage();
            page.navigate("http://localhost:" + port + "/meld/skole-" + town.tag());
            press("Neste");
            seen("report-1-missing");
            page.getByLabel("Hva heter barnet ditt?").fill("Nils");
            page.getByLabel("Hvilket trinn går barnet på?").selectOption("6");
            page.getByLabel("Mor eller far").check();
            press("Neste");
            page.getByLabel("Hva har skjedd?").fill("De stenger ham ute i friminuttene 😢 Áŋŋá");
            page.getByRole(AriaRole.RADIO, role("Nei")).check();
            seen("report-2");
            press("Neste");
            page.getByLabel("I friminuttet").check();
            page.getByLabel("Jeg er usikker").check();
            seen("report-3");
            press("Neste");
            seen("report-4");
            press("Neste");
            seen("report-5");
            press("Neste");
            page.getByLabel("Hva heter du?").fill("Kari Nordmann");
            page.getByLabel("Telefon").fill("912 34 567");
            page.getByLabel("E-post").fill(email);
            seen("report-6");
            press("Neste");
            seen("report-check");
            page.locator("a", new Page.LocatorOptions().setHasText("Hva heter barnet ditt?")).click();
            page.getByLabel("Hva heter barnet ditt?").fill("Nils Nordmann");
            press("Lagre og se over svarene");
            assertThat(page.getByText("Nils Nordmann")).isVisible();
            press("Send melding");
            assertThat(page.getByRole(AriaRole.HEADING, role("Vi har fått meldingen din"))).isVisible();
            seen("report-sent");
            time.settle();

            page.navigate("http://localhost:" + port + mail.to(email).get(0).link());
            seen("link");
            press("Fortsett");
            seen("my-report");
            page.getByRole(AriaRole.LINK, role("Legg til noe")).click();
            seen("add");
            page.getByLabel("Hva vil du legge til?").fill("Det skjedde igjen i dag.");
            press("Send");
            assertThat(page.getByText("Det skjedde igjen i dag.")).isVisible();
            page.getByRole(AriaRole.LINK, role("Jeg blir ikke hørt")).first().click();
            seen("not-heard");
            page.navigate("http://localhost:" + port + "/l/finnes-ikke");
            seen("link-dead");
            page.navigate("http://localhost:" + port + "/meld/elev?lang=nn");
            seen("report-pupil");
            assertThat(page.content()).contains("lang=\"nn\"");
        }
        try (BrowserContext laptop = Browser.laptop(true)) {
            page = laptop.newPage();
            page.navigate("http://localhost:" + port + "/meld/annet-barn?lang=en");
            seen("report-other-child-laptop");
        }
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    private void seen(String name) {
        Browser.picture(page, name);
        Browser.checkPage(page);
    }

    private static Page.GetByRoleOptions role(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
