package no.omtanke.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import no.omtanke.Browser;
import no.omtanke.OmtankeTest;
import no.omtanke.StaffBrowser;
import no.omtanke.Story;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.casefile.CaseFile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Journey: the owner registers a letter from Statsforvalteren, goes through the list, downloads the package and registers the orders. */
@OmtankeTest
class DossierJourneyTest {

    @Autowired
    Story story;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @LocalServerPort
    int port;

    private Town town;
    private CaseFile file;

    private void aCase() {
        time.startAt("2026-11-23T10:00");
        town = towns.found();
        file = story.guardianReports(town, Map.of());
        time.settle();
        story.does(town.principal(), file, "read-report", Map.of(
                "pupil", String.valueOf(town.pupil()), "accused", "pupil",
                "responsible", String.valueOf(town.social()), "principalKnew", "2026-11-23",
                "otherPupils[0].otherPupil", String.valueOf(town.other()), "otherPupils[0].otherRole", "involved"));
        time.settle();
    }

    @Test
    void from_the_letter_to_the_orders_on_a_laptop() {
        aCase();
        try (StaffBrowser owner = StaffBrowser.of(Browser.laptop(true), port, towns, town.owner())) {
            owner.page.locator("nav a:has-text('Statsforvalteren')").first().click();
            assertThat(owner.text()).contains("Registrer henvendelse fra Statsforvalteren", "innen fristen i brevet");
            Browser.checkPage(owner.page);
            owner.page.fill("[name=caseReference]", "S26-ZZZZZZ");
            owner.page.fill("[name=letterOn]", "2026-11-20");
            owner.page.fill("[name=theirReference]", "2026/4711");
            owner.page.fill("[name=askedFor]", "All dokumentasjon i saken.");
            owner.page.fill("[name=answerBy]", "2026-12-04");
            owner.page.setInputFiles("[name=letter]", new FilePayload("brev.txt", "text/plain", "Brevet".getBytes(StandardCharsets.UTF_8)));
            owner.press("Registrer henvendelsen");
            assertThat(owner.text()).contains("Vi finner ingen sak med dette nummeret", "brev.txt");
            Browser.checkPage(owner.page);
            Browser.picture(owner.page, "dossier-register");
            owner.page.fill("[name=caseReference]", file.reference().toLowerCase());
            owner.press("Registrer henvendelsen");
            assertThat(owner.text()).contains("Henvendelsen er registrert", "2026/4711", "4. desember 2026", "Pakken er ikke laget ennå");
            Browser.checkPage(owner.page);

            owner.page.locator("a:has-text('Gjør klar dokumentasjonen')").click();
            assertThat(owner.text()).contains("Fristen er datoen i brevet fra Statsforvalteren");
            owner.page.locator("a:has-text('Ta oppgaven'), button:has-text('Ta oppgaven')").first().click();
            Browser.checkPage(owner.page);
            Browser.picture(owner.page, "dossier-task");
            owner.page.locator("a:has-text('Gå gjennom dokumentlisten')").click();
            assertThat(owner.text()).contains("Les meldingen", "Tidslinje med frister", "Barnet mitt har det ikke trygt på skolen");
            Browser.checkPage(owner.page);
            owner.page.locator("label:has-text('Les meldingen')").click();
            owner.press("Lagre listen");
            assertThat(owner.text()).contains("Vi trenger litt mer fra deg", "Skriv hvorfor det ikke er med");
            Browser.checkPage(owner.page);
            Browser.picture(owner.page, "dossier-review");
            owner.page.locator(".do-item:has-text('Les meldingen') input[type=text]").fill("Sendt tidligere.");
            owner.press("Lagre listen");
            assertThat(owner.text()).contains("Gjør klar dokumentasjonen");
            owner.page.locator("label:has-text('Jeg har gått gjennom')").click();
            owner.press("Send og fullfør");
            time.settle();

            owner.go("/cases/" + file.reference() + "/requests");
            assertThat(owner.text()).contains("Send dokumentasjonen", "Last ned pakken (ZIP)");
            Browser.checkPage(owner.page);
            Browser.picture(owner.page, "dossier-requests");
            assertThat(owner.page.waitForDownload(() -> owner.page.locator("a:has-text('Last ned pakken')").click()).suggestedFilename())
                    .isEqualTo(file.reference() + ".zip");
        }
    }

    @Test
    void the_list_and_the_orders_on_a_phone_without_script() {
        aCase();
        try (StaffBrowser owner = StaffBrowser.of(Browser.phone(false), port, towns, town.owner())) {
            owner.go("/supervision/new?case=" + file.reference());
            assertThat(owner.page.inputValue("[name=caseReference]")).isEqualTo(file.reference());
            owner.page.fill("[name=letterOn]", "2026-11-20");
            owner.page.fill("[name=theirReference]", "2026/4711");
            owner.page.fill("[name=askedFor]", "All dokumentasjon i saken.");
            owner.page.fill("[name=answerBy]", "2026-12-04");
            Browser.picture(owner.page, "dossier-register-phone");
            owner.press("Registrer henvendelsen");
            String task = story.open(file, "prepare-dossier").taskId();
            owner.go("/tasks/" + task + "/documents");
            Browser.checkPage(owner.page);
            Browser.picture(owner.page, "dossier-review-phone");
            owner.page.fill("[name=asOf]", "2026-11-23");
            owner.press("Vis");
            assertThat(owner.page.inputValue("[name=asOf]")).isEqualTo("2026-11-23");
            owner.press("Lagre listen");
            assertThat(owner.page.url()).endsWith("/tasks/" + task);
            story.does(town.owner(), file, "prepare-dossier", Map.of("listRead", "true"));
            time.settle();
            story.does(town.owner(), file, "send-dossier", Map.of("sendOutcome", "sent", "sentHow", "digital", "sentOn", "2026-11-23"));
            time.settle();
            story.does(town.owner(), file, "register-ruling", Map.of(
                    "rulingOn", "2026-11-23", "ruling", "breach-orders", "rulingSummary", "Skolen ventet for lenge.",
                    "orders[0].orderWhat", "Lag en aktivitetsplan for eleven.", "orders[0].orderBy", "2026-12-01",
                    "orders[0].orderWho", String.valueOf(town.principal())));
            time.settle();
            owner.go("/cases/" + file.reference() + "/requests");
            assertThat(owner.text()).contains("Lag en aktivitetsplan for eleven.", "Frist 1. desember 2026", "Rektor " + town.tag());
            Browser.checkPage(owner.page);
            Browser.picture(owner.page, "dossier-requests-phone");
        }
        try (StaffBrowser leader = StaffBrowser.of(Browser.phone(false), port, towns, town.principal())) {
            leader.go("/tasks/" + story.open(file, "carry-out-order").taskId());
            assertThat(leader.text()).contains("Gjennomfør vedtaket", "Lag en aktivitetsplan for eleven.");
            Browser.checkPage(leader.page);
            Browser.picture(leader.page, "dossier-order-phone");
        }
    }
}
