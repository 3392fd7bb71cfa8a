package no.omtanke.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import no.omtanke.Browser;
import no.omtanke.OmtankeTest;
import no.omtanke.StaffBrowser;
import no.omtanke.Story;
import no.omtanke.TestMail;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.Trial;
import no.omtanke.casefile.CaseFile;
import no.omtanke.decision.TextBlock;
import no.omtanke.decision.TextBlocks;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A decision from the principal's desk to a guardian's phone, an appeal, and what the school and the owner do with it. */
@OmtankeTest
class DecisionJourneyTest {

    @Autowired
    Trial trial;

    @Autowired
    Story story;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    TestMail mail;

    @Autowired
    TextBlocks blocks;

    @LocalServerPort
    int port;

    private Town town;
    private CaseFile file;
    private String mother;

    @BeforeEach
    void a_case_that_waits_for_a_decision() {
        time.startAt("2026-11-23T10:00");
        town = towns.found();
        mail.forget();
        mother = "foresatt." + town.tag() + "@town.example";
        file = trial.begin(town);
    }

    @Test
    void a_guardian_reads_the_decision_on_the_phone_and_appeals_and_the_school_and_the_owner_answer() throws IOException {
        blocks.keep(new TextBlock(
                0, "leave", "Skolen har tentamen " + town.tag(), "Klassen har tentamen i uka.", "Klassen har tentamen i veka.", "x", false));
        try (StaffBrowser principal = StaffBrowser.of(Browser.laptop(false), port, towns, town.principal());
                StaffBrowser owner = StaffBrowser.of(Browser.laptop(true), port, towns, town.owner());
                BrowserContext phone = Browser.phone(false)) {
            decides(principal);

            Page guardian = phone.newPage();
            opens(guardian, mail.linksTo(mother).get(0).link());
            assertThat(guardian.getByText("Klassen har tentamen i uka.")).isVisible();
            assertThat(guardian.getByText("Du kan klage til og med mandag 14. desember.")).isVisible();
            seen(guardian, "decision");
            Download letter = guardian.waitForDownload(() -> guardian.getByText("Last ned brevet (PDF)").click());
            assertThat(words(Files.readAllBytes(letter.path())))
                    .contains("Til foresatte til Elev", "Avslått", "Du kan klage", "rektor", "Godkjent elektronisk")
                    .doesNotContain("Bare for oss", "Utkast");

            guardian.getByText("Klag på vedtaket", new Page.GetByTextOptions().setExact(true)).click();
            press(guardian, "Send klagen");
            seen(guardian, "appeal-missing");
            guardian.locator("[name=disagree]").fill("Tentamen kan tas senere.");
            guardian.locator("[name=want]").fill("At hun får fri.");
            seen(guardian, "appeal");
            press(guardian, "Send klagen");
            assertThat(guardian.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Klagen er sendt"))).isVisible();
            seen(guardian, "appeal-sent");
            time.settle();
            guardian.navigate("http://localhost:" + port + "/vedtak");
            assertThat(guardian.getByText("Du kan ikke sende en klage til før den første er avgjort.")).isVisible();
            assertThat(guardian.getByText("Klag på vedtaket", new Page.GetByTextOptions().setExact(true))).isHidden();
            seen(guardian, "decision-appealed");

            principal.go("/tasks/" + story.open(file, "reconsider-appeal").taskId());
            assertThat(principal.text()).contains("Klagen gjelder vedtak nr.");
            assertThat(principal.page.content()).contains("Tentamen kan tas senere.");
            seen(principal.page, "reconsider-appeal");
            principal.page.locator("[name='points[0].point']").fill("Tentamen kan tas senere.");
            principal.page.locator("[name='points[0].schoolView']").fill("Det er ingen ny tentamen.");
            principal.choose("reconsidered", "upheld");
            principal.press("Send og fullfør");
            time.settle();

            owner.go("/tasks/" + story.open(file, "forward-appeal").taskId());
            owner.press("Ta oppgaven");
            seen(owner.page, "forward-appeal");
            owner.choose("forwardedHow", "digital");
            owner.press("Send og fullfør");
            owner.page.waitForLoadState();
            time.settle();
            guardian.reload();
            assertThat(guardian.getByText("Klagen er hos Statsforvalteren i Prøvik.")).isVisible();
            press(guardian, "Trekk klagen");
            assertThat(guardian.getByText("Du har trukket klagen.")).isVisible();
            seen(guardian, "appeal-withdrawn");
        }
        assertThat(story.openTasks(file)).containsExactly("report-withdrawal");
    }

    /** Without script: a ready text, a look at the letter, and the decision. */
    private void decides(StaffBrowser principal) throws IOException {
        principal.go("/tasks/" + story.open(file, "decide-trial").taskId());
        principal.press("Ta oppgaven");
        principal.choose("trialOutcome", "refused");
        principal.page.locator("[name=trialTerm]").fill("0 dager");
        principal.choose("trialBasis", "law");
        principal.page.locator("[name=trialNote]").fill("Bare for oss");
        principal.page.locator("[name='_block:trialGrounds']").selectOption("Skolen har tentamen " + town.tag());
        principal.press("Sett inn");
        assertThat(principal.page.locator("[name=trialGrounds]")).hasValue("Klassen har tentamen i uka.");
        seen(principal.page, "decide");
        Download draft = principal.page.waitForDownload(() -> principal.press("Se brevet"));
        assertThat(words(Files.readAllBytes(draft.path()))).contains("Utkast", "Klassen har tentamen i uka.").doesNotContain("Godkjent elektronisk");
        principal.go("/tasks/" + story.open(file, "decide-trial").taskId());
        principal.press("Send og fullfør");
        principal.page.waitForLoadState();
        time.settle();
    }

    @Test
    void the_school_writes_down_an_appeal_that_came_by_phone() {
        story.does(town.principal(), file, "decide-trial", java.util.Map.of(
                "trialOutcome", "refused", "trialTerm", "0", "trialGrounds", "Tentamen.", "trialBasis", "law"));
        time.settle();
        try (StaffBrowser principal = StaffBrowser.of(Browser.laptop(false), port, towns, town.principal())) {
            principal.go("/cases/" + file.reference());
            principal.page.getByText("Registrer en klage").click();
            principal.press("Registrer klagen");
            assertThat(principal.text()).contains("Velg hvem som klager.");
            seen(principal.page, "register-appeal");
            principal.page.locator("[name=party]").first().check();
            principal.choose("appealChannel", "phone");
            principal.page.locator("[name=cameOn]").fill("2026-11-23");
            principal.page.locator("[name=disagree]").fill("Tentamen kan tas senere.");
            principal.page.locator("[name=want]").fill("At hun får fri.");
            principal.press("Registrer klagen");
            assertThat(principal.text()).contains("Klagen er registrert.");
            assertThat(principal.page.locator("a[href$='/appeal']")).isHidden();
        }
        assertThat(story.openTasks(file)).containsExactly("reconsider-appeal");
    }

    private void opens(Page page, String link) {
        page.navigate("http://localhost:" + port + link);
        press(page, "Fortsett");
        page.locator("#code").fill(mail.code(mother));
        press(page, "Vis vedtaket");
        page.waitForURL(url -> url.endsWith("/vedtak"));
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    private static void seen(Page page, String name) {
        Browser.checkPage(page);
        Browser.picture(page, name);
    }

    private static String words(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[ \u00a0]+", " ");
        }
    }
}
