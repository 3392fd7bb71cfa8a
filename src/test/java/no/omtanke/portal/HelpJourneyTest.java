package no.omtanke.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.omtanke.Browser;
import no.omtanke.OmtankeTest;
import no.omtanke.StaffBrowser;
import no.omtanke.Story;
import no.omtanke.TestMail;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.casefile.CaseFile;
import no.omtanke.organization.Bodies;
import no.omtanke.organization.Body;
import no.omtanke.organization.BodyKind;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.organization.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The principal asks, a guardian agrees by a link, PPT reads by another, and the guardian takes it back between two readings. */
@OmtankeTest
class HelpJourneyTest {

    private static final String TOLD = "De stenger henne ute i friminuttene.";

    @Autowired
    Story story;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    TestMail mail;

    @Autowired
    Bodies bodies;

    @Autowired
    DirectoryRegister register;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Town town;
    private CaseFile file;
    private String ppt;

    @BeforeEach
    void a_case_and_a_body_without_an_account() {
        time.startAt("2026-11-23T10:00");
        town = towns.found();
        mail.forget();
        ppt = "ppt." + town.tag() + "@tjeneste.example";
        bodies.keep(body(BodyKind.PPT, "PPT i Prøvik", ppt));
        bodies.keep(body(BodyKind.LAWYER, "Kommuneadvokaten", null));
        file = story.guardianReports(town, Map.of());
        time.settle();
        story.does(town.principal(), file, "read-report", Map.of(
                "pupil", "" + town.pupil(), "accused", "pupil", "responsible", "" + town.teacher(), "principalKnew", "2026-11-23"));
        time.settle();
    }

    @Test
    void consent_is_taken_back_between_sharing_and_reading() {
        try (StaffBrowser principal = StaffBrowser.of(Browser.laptop(true), port, towns, town.principal());
                BrowserContext phone = Browser.phone(false);
                BrowserContext office = Browser.laptop(false)) {
            asks(principal);
            Page guardian = phone.newPage();
            String mother = "foresatt." + town.tag() + "@town.example";
            opens(guardian, mail.linksTo(mother).get(mail.linksTo(mother).size() - 1).link(), mother, "/samtykke");
            seen(guardian, "help-consent");
            guardian.getByLabel("Ja", new Page.GetByLabelOptions().setExact(true)).first().check();
            press(guardian, "Send svaret");
            seen(guardian, "help-consent-missing");
            guardian.locator("[name=keptOut][value=home]").check();
            guardian.locator("[name=consentUntil]").fill("2027-02-01");
            guardian.locator("[name=consentHeard][value=yes]").check();
            for (String box : List.of("consentLanguage", "consentFree", "consentWithdraw")) {
                guardian.locator("[name=" + box + "]").check();
            }
            guardian.locator("[name=consentSignature]").fill("Kari Nordmann");
            press(guardian, "Send svaret");
            time.settle();
            guardian.reload();
            assertThat(guardian.getByText("Du har sagt ja. PPT i Prøvik kan lese")).isVisible();
            seen(guardian, "help-consent-given");

            Page reads = office.newPage();
            opens(reads, mail.linksTo(ppt).get(0).link(), ppt, "/bistand");
            reads.locator("summary").first().click();
            assertThat(reads.getByText(TOLD)).isVisible();
            seen(reads, "help-body");
            principal.go("/cases/" + file.reference() + "/help/" + help());
            seen(principal.page, "help-one");

            press(guardian, "Trekk samtykket");
            assertThat(guardian.getByText("Du har trukket samtykket.")).isVisible();
            seen(guardian, "help-consent-withdrawn");
            assertThat(reads.reload().status()).isEqualTo(410);
            assertThat(reads.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Delingen er slutt"))).isVisible();
            assertThat(reads.content()).doesNotContain(TOLD);
            seen(reads, "help-body-over");
            time.settle();
            principal.page.reload();
            assertThat(principal.text()).contains("Ingenting deles: samtykket er trukket");
            principal.go("/cases/" + file.reference());
            seen(principal.page, "help-case");
        }
        assertThat(jdbc.sql("select count(*) from access_log where case_id = ? and part = 'SHARED' and allowed")
                        .param(file.id())
                        .query(Integer.class)
                        .single())
                .isPositive();
    }

    @Test
    void who_answers_for_a_body_with_an_account_answers_from_their_tasks() {
        long helper = register.addPerson("Hjelper", town.tag(), "hjelper." + town.tag() + "@town.example", null, null, "nb");
        register.giveRole(helper, Role.RESPONSE_TEAM, null, false, java.time.LocalDate.of(2020, 8, 1), null);
        int sfo = bodies.keep(body(BodyKind.SFO, "SFO", null));
        bodies.hold(sfo, List.of(helper));
        try (StaffBrowser principal = StaffBrowser.of(Browser.laptop(true), port, towns, town.principal())) {
            ask(principal, String.valueOf(sfo));
        }
        time.settle();
        try (StaffBrowser works = StaffBrowser.of(Browser.laptop(true), port, towns, helper)) {
            works.go("/tasks");
            seen(works.page, "help-task-list");
            works.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Svar på forespørselen")).first().click();
            assertThat(works.text()).contains("Hva kan vi gjøre?");
            works.page.locator("summary").last().click();
            seen(works.page, "help-task");
            assertThat(works.go("/cases/" + file.reference())).isEqualTo(404);
            assertThat(works.go("/cases/" + file.reference() + "/help")).isEqualTo(404);
            works.page.goBack();
            works.page.goBack();
            works.choose("bodyAnswer", "accept");
            works.press("Send og fullfør");
            time.settle();
            works.go("/tasks");
            assertThat(works.text()).contains("Gi råd");
        }
    }

    @Test
    void a_pupil_of_fifteen_is_asked_alone_and_gets_the_schools_screen_to_answer_on() {
        jdbc.sql("update person set birth_date = '2011-03-14' where id = ?").param(town.pupil()).update();
        try (StaffBrowser principal = StaffBrowser.of(Browser.tablet(true), port, towns, town.principal())) {
            ask(principal, jdbc.sql("select id from body where email = ?").param(ppt).query(String.class).single());
            time.settle();
            assertThat(mail.linksTo("foresatt." + town.tag() + "@town.example")).isEmpty();
            principal.go("/cases/" + file.reference() + "/help/" + help());
            principal.press("La eleven svare på denne skjermen");
            principal.page.waitForURL(url -> url.endsWith("/samtykke"));
            assertThat(principal.text()).contains("Kan skolen dele dette om deg?");
            principal.go("/cases");
            assertThat(principal.page.url()).contains("/signin");
            principal.go("/samtykke");
            assertThat(principal.text()).contains("Kan skolen dele dette om deg?");
            seen(principal.page, "help-pupil-asked");
            principal.page.locator("[name=consentAnswer][value=given]").check();
            principal.page.locator("button:has-text('Send svaret')").click();
            PlaywrightAssertions.assertThat(principal.page.locator("#errors")).isVisible();
            assertThat(principal.text()).as("what is missing is said").contains("Hvor lenge skal samtykket gjelde?");
            principal.page.locator("[name=consentUntil]").fill("2027-01-31");
            principal.page.locator("[name=consentHeard][value=self]").check();
            for (String understood : List.of("consentLanguage", "consentFree", "consentWithdraw")) {
                principal.page.locator("[name=" + understood + "]").check();
            }
            principal.page.locator("[name=consentSignature]").fill("Elev");
            principal.page.locator("button:has-text('Send svaret')").click();
            PlaywrightAssertions.assertThat(principal.page.locator("[name=consentSignature]")).hasCount(0);
            assertThat(jdbc.sql("select state from involvement_consent where involvement_id = ?::uuid").param(help().toString()).query(String.class).single())
                    .isEqualTo("given");
            seen(principal.page, "help-pupil-answered");
            principal.page.locator("button:has-text('Lukk siden')").click();
            principal.go("/samtykke");
            assertThat(principal.text()).as("the screen is nobody's again").doesNotContain("PPT");
        }
    }

    @Test
    void a_family_finds_who_can_help_and_an_administrator_keeps_the_list() {
        long keeper = register.addPerson("Administrator", town.tag(), "adm." + town.tag() + "@town.example", null, null, "nb");
        register.giveRole(keeper, Role.ADMINISTRATOR, null, false, java.time.LocalDate.of(2020, 8, 1), null);
        try (StaffBrowser administrator = StaffBrowser.of(Browser.laptop(true), port, towns, keeper)) {
            administrator.go("/administration/bodies/new");
            administrator.page.locator("[name=email]").fill("ikke en adresse");
            administrator.press("Lagre");
            assertThat(administrator.text()).contains("Skriv navnet");
            seen(administrator.page, "help-body-form");
            administrator.page.locator("[name=name]").fill("Mobbeombudet " + town.tag());
            administrator.page.locator("[name=kind]").selectOption("ombud");
            administrator.page.locator("[name=email]").fill("ombud." + town.tag() + "@fylke.example");
            administrator.page.locator("[name=phone]").fill("90 00 10 04");
            administrator.press("Lagre");
            assertThat(administrator.text()).contains("Mobbeombudet " + town.tag());
            seen(administrator.page, "help-bodies");
        }
        try (BrowserContext phone = Browser.phone(false)) {
            Page page = phone.newPage();
            page.navigate("http://localhost:" + port + "/");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Se hvem som kan hjelpe")).click();
            assertThat(page.getByText("Mobbeombudet " + town.tag())).isVisible();
            seen(page, "help-network");
            for (String language : List.of("nn", "en")) {
                page.navigate("http://localhost:" + port + "/hjelp/hvem?lang=" + language);
                Browser.checkPage(page);
            }
        }
    }

    private void asks(StaffBrowser principal) {
        principal.go("/cases/" + file.reference() + "/help/new");
        seen(principal.page, "help-new");
        assertThat(principal.page.locator("[name=piece]:checked").count()).as("nothing is chosen to begin with").isZero();
        principal.press("Send forespørselen");
        seen(principal.page, "help-new-missing");
        ask(principal, jdbc.sql("select id from body where email = ?").param(ppt).query(String.class).single());
        assertThat(principal.text()).contains("Venter på samtykke");
        time.settle();
        seen(principal.page, "help-list");
    }

    private void ask(StaffBrowser principal, String body) {
        principal.go("/cases/" + file.reference() + "/help/new");
        principal.page.locator("[name=to]").selectOption(body);
        principal.choose("helpAnonymous", "no");
        // The answer asks a new question; the form is drawn anew with it.
        principal.page.locator("[name=helpShareName]").first().waitFor();
        principal.page.locator("[name=helpQuestion]").fill("Hva kan vi gjøre?");
        principal.page.locator("[name=helpPurpose]").fill("Vi vil vite hva som hjelper.");
        principal.choose("helpShareName", "yes");
        UUID report = jdbc.sql("select id from case_entry where case_id = ? and form_id = 'report-guardian'")
                .param(file.id())
                .query(UUID.class)
                .single();
        principal.page.locator("#piece-" + report).check();
        principal.page.locator("#basis-" + report).selectOption("consent");
        principal.press("Send forespørselen");
    }

    private void opens(Page page, String link, String address, String home) {
        page.navigate("http://localhost:" + port + link);
        press(page, "Fortsett");
        page.locator("#code").fill(mail.code(address));
        press(page, "Vis spørsmålet");
        page.waitForURL(url -> url.endsWith(home));
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    private static void seen(Page page, String name) {
        Browser.checkPage(page);
        Browser.picture(page, name);
    }

    private UUID help() {
        return jdbc.sql("select id from involvement where case_id = ?").param(file.id()).query(UUID.class).single();
    }

    private Body body(BodyKind kind, String name, String email) {
        return new Body(
                0, town.school(), kind, name, email, "90 00 10 01", null, new Body.Words(null, null, null),
                kind.familyMayContact(), kind.needsConsent(), false);
    }
}
