package no.omtanke.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
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

/** A family tells the school what a child needs, says yes by a link, PPT answers and assesses, the school decides. */
@OmtankeTest
class SupportJourneyTest {

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
    private String mother;
    private long ppt;
    private int body;

    @BeforeEach
    void a_town_with_a_ppt() {
        time.startAt("2026-11-23T10:00");
        town = towns.found();
        mail.forget();
        mother = "foresatt." + town.tag() + "@town.example";
        ppt = register.addPerson("Rådgiver", town.tag(), "radgiver." + town.tag() + "@town.example", null, null, "nb");
        register.giveRole(ppt, Role.PPT, null, false, LocalDate.of(2020, 8, 1), null);
        body = bodies.keep(new Body(
                0, town.school(), BodyKind.PPT, "PPT i Prøvik", null, "90 00 10 01", null, new Body.Words(null, null, null), true, true, false));
        bodies.hold(body, List.of(ppt));
    }

    @Test
    void from_a_familys_words_to_the_schools_decision() {
        CaseFile file;
        try (BrowserContext phone = Browser.phone(false)) {
            Page page = comeIn(phone);
            seen(page, "support-doors-phone");
            page.locator("a:has-text('Fortelle skolen hva barnet trenger')").click();
            seen(page, "support-form-phone");
            page.locator("[name=needKinds][value=learning]").check();
            press(page, "Neste");
            page.locator("[name=needWhat]").fill("Leser sakte og gir opp.");
            press(page, "Neste");
            page.locator("[name=phone]").fill("40 00 00 04");
            press(page, "Neste");
            seen(page, "support-check-phone");
            press(page, "Send til skolen");
            assertThat(page.getByText("Kontaktlæreren leser det du skrev")).isVisible();
            seen(page, "support-sent-phone");
            file = newest("support-needs");
        }
        time.settle();
        theSchoolRefers(file);
        time.settle();
        try (BrowserContext phone = Browser.phone(false)) {
            Page page = phone.newPage();
            page.navigate("http://localhost:" + port + mail.linksTo(mother).get(mail.linksTo(mother).size() - 1).link());
            press(page, "Fortsett");
            page.locator("#code").fill(mail.code(mother));
            press(page, "Vis spørsmålet");
            assertThat(page.getByText("Henvisningen til PPT (PDF)")).isVisible();
            assertThat(page.request().get(page.getByText("Henvisningen til PPT (PDF)").evaluate("a => a.href").toString()).headers().get("content-type"))
                    .contains("application/pdf");
            page.locator("[name=consentAnswer][value=given]").check();
            press(page, "Send svaret");
            page.locator("[name=consentUntil]").fill("2027-08-01");
            page.locator("[name=consentHeard][value=yes]").check();
            for (String box : List.of("consentLanguage", "consentFree", "consentWithdraw")) {
                page.locator("[name=" + box + "]").check();
            }
            page.locator("[name=consentSignature]").fill("Kari Nordmann");
            seen(page, "support-consent-phone");
            press(page, "Send svaret");
            assertThat(page.getByText("Du har sagt ja.")).isVisible();
            time.settle();
            pptAssesses(file);
            time.settle();
            page.reload();
            assertThat(page.getByText("Den sakkyndige vurderingen (PDF)")).isVisible();
            seen(page, "support-assessed-phone");
        }
        theSchoolDecides(file);
    }

    @Test
    void straight_to_ppt_and_who_leads_it() {
        try (BrowserContext phone = Browser.phone(false)) {
            Page page = comeIn(phone);
            page.locator("a:has-text('Gå rett til PPT')").click();
            seen(page, "support-ppt-form-phone");
            press(page, "Neste");
            seen(page, "support-ppt-missing-phone");
        }
        long keeper = register.addPerson("Administrator", town.tag(), "adm." + town.tag() + "@town.example", null, null, "nb");
        register.giveRole(keeper, Role.ADMINISTRATOR, null, false, LocalDate.of(2020, 8, 1), null);
        jdbc.sql("update body set school_id = null where id = ?").param(body).update();
        try (StaffBrowser administrator = StaffBrowser.of(Browser.laptop(true), port, towns, keeper)) {
            administrator.go("/administration/bodies/" + body);
            administrator.page.locator("[name=leader]").selectOption("" + ppt);
            seen(administrator.page, "support-body-leader");
            administrator.press("Lagre");
        }
        assertThat(bodies.leader(body).orElseThrow().id()).isEqualTo(ppt);
        jdbc.sql("update body set closed = true where id = ?").param(body).update();
    }

    private Page comeIn(BrowserContext phone) {
        Page page = phone.newPage();
        page.navigate("http://localhost:" + port + "/sok");
        page.locator("#email").fill(mother);
        press(page, "Send meg en lenke");
        time.settle();
        page.navigate("http://localhost:" + port + mail.linksTo(mother).get(mail.linksTo(mother).size() - 1).link());
        press(page, "Fortsett");
        return page;
    }

    private void theSchoolRefers(CaseFile file) {
        try (StaffBrowser teacher = StaffBrowser.of(Browser.laptop(true), port, towns, town.teacher())) {
            teacher.go("/reports/support-need");
            seen(teacher.page, "support-report-laptop");
            teacher.go("/tasks/" + story.open(file, "read-support-need").taskId());
            seen(teacher.page, "support-read-laptop");
            story.does(town.teacher(), file, "read-support-need", Map.of(
                    "needUnderstood", "Leser sakte.", "responsible", "" + town.teacher(), "supportWay", "refer", "triedAlready", "Lydbok."));
            teacher.go("/tasks/" + story.open(file, "write-referral").taskId());
            seen(teacher.page, "support-referral-laptop");
        }
        story.does(town.teacher(), file, "write-referral", Map.ofEntries(
                Map.entry("identityNumber", "14031512345"), Map.entry("motherTongue", "Norsk"), Map.entry("interpreter", "no"),
                Map.entry("guardiansOf[0].guardianName", "Kari Nordmann"), Map.entry("guardiansOf[0].guardianResponsible", "yes"),
                Map.entry("wantedHelp", "assessment"), Map.entry("helpWanted", "Finne ut hva som hjelper."),
                Map.entry("initiative", "guardians"), Map.entry("concern", "Gir opp."), Map.entry("concernSince", "Høsten"),
                Map.entry("strengths", "Regner godt."), Map.entry("sightHearing", "both"),
                Map.entry("measuresTried[0].triedWhat", "Lydbok"), Map.entry("measuresTried[0].triedEffect", "Litt bedre."),
                Map.entry("pupilView", "Vil lese som de andre."), Map.entry("pedagogicalReport", "0|rapport.pdf")));
    }

    private void pptAssesses(CaseFile file) {
        try (StaffBrowser office = StaffBrowser.of(Browser.laptop(true), port, towns, ppt)) {
            office.go("/tasks");
            office.page.locator("main a:has-text('Svar på henvisningen')").first().click();
            assertThat(office.text()).contains("Gir opp.");
            seen(office.page, "support-ppt-task-laptop");
            office.choose("bodyAnswer", "accept");
            office.page.locator("[name=pptContact]").fill("Rådgiver Li");
            office.press("Send og fullfør");
            time.settle();
            office.go("/tasks/" + story.open(file, "expert-assessment").taskId());
            seen(office.page, "support-assessment-laptop");
        }
        story.does(ppt, file, "expert-assessment", Map.of(
                "assessedBy", "Samtaler.", "findings", "Lesevansker.", "pupilView", "Vil ha hjelp.", "benefit", "no", "pptRecommends", "yes",
                "recommendedContent", "Lesekurs.", "recommendedAmount", "To timer", "recommendedGoals", "Lese alene.",
                "schoolCanDo", "Lydbok.", "bestInterest", "Hjelp nå."));
    }

    private void theSchoolDecides(CaseFile file) {
        try (StaffBrowser principal = StaffBrowser.of(Browser.laptop(true), port, towns, town.principal())) {
            principal.go("/tasks/" + story.open(file, "decide-support").taskId());
            principal.choose("supportOutcome", "refused");
            principal.choose("followsAssessment", "yes");
            for (String field : List.of("supportBasis", "supportGrounds", "pupilView", "bestInterest")) {
                principal.page.locator("[name=" + field + "]").fill("Fordi.");
            }
            principal.press("Send og fullfør");
            assertThat(principal.text()).contains("Avgjørelsen avviker fra det PPT tilrår");
            seen(principal.page, "support-decide-laptop");
            principal.go("/cases/" + file.reference());
            assertThat(principal.text()).contains("Den sakkyndige vurderingen kom");
            seen(principal.page, "support-case-laptop");
        }
    }

    private CaseFile newest(String kind) {
        return story.now(jdbc.sql("select id from case_file where kind = ? and school_id = ? order by opened_at desc limit 1")
                .params(kind, town.school())
                .query(UUID.class)
                .single());
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
    }

    private static void seen(Page page, String name) {
        Browser.checkPage(page);
        Browser.picture(page, name);
    }
}
