package no.omtanke.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.LocalDate;
import java.util.List;
import no.omtanke.Browser;
import no.omtanke.OmtankeTest;
import no.omtanke.StaffBrowser;
import no.omtanke.TestMail;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.WebSession;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.organization.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The nurse's lane from both sides: a parent on the phone, the nurse at her desk, and a principal who finds nothing of it. */
@OmtankeTest
class HealthJourneyTest {

    private static final String ABOUT = "Hun sover ikke fordi Brushanen holder henne våken.";
    private static final String WORDS = "Hun trenger å gå ut av timen når hun vil.";

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    TestMail mail;

    @Autowired
    DirectoryRegister register;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Town town;
    private String email;
    private Page page;

    @Test
    void a_parent_writes_the_nurse_answers_and_the_school_learns_what_was_agreed() {
        time.startAt("2026-11-23T10:00");
        town = towns.found();
        email = "mor." + town.tag() + "@hjemme.example";
        try (BrowserContext phone = Browser.phone(false)) {
            page = phone.newPage();
            page.navigate("http://localhost:" + port + "/");
            page.locator("a", new Page.LocatorOptions().setHasText("Jeg vil skrive til helsesykepleier")).click();
            choose("school", "" + town.school(), "Skole " + town.tag());
            page.getByLabel("Jeg er foresatt").check();
            page.getByLabel("Hva heter eleven?").fill("Nora");
            seen("health-1");
            press("Neste");
            page.getByLabel("Skriv det du vil").fill(ABOUT);
            page.getByLabel("Skrive her").check();
            press("Neste");
            page.getByLabel("Hva heter du?").fill("Kari Nordmann");
            page.getByLabel("Telefon").fill("912 34 567");
            page.getByLabel("E-post").fill(email);
            press("Neste");
            press("Send melding");
            assertThat(page.locator("main").innerText()).contains("ingen ville lest det").as("nobody works there yet");
            long nurse = register.addPerson("Helsesykepleier", town.tag(), "helse." + town.tag() + "@town.example", null, null, "nb");
            register.giveRole(nurse, Role.HEALTH_SERVICE, town.school(), false, LocalDate.of(2020, 8, 1), null);
            page.navigate("http://localhost:" + port + "/meld/helse?side=sjekk");
            press("Send melding");
            assertThat(page.locator("main").innerText()).contains("Vi har fått det du skrev", "kan ikke se at du har skrevet");
            seen("health-sent");
            time.settle();
            page.navigate("http://localhost:" + port + mail.to(email).get(0).link());
            press("Fortsett");
            seen("my-health");
            assertThat(page.locator("main").innerText()).contains(ABOUT, "Skolen vet ikke at dere har kontakt");

            String reference = nurseAnswers(nurse);
            time.settle();
            page.navigate("http://localhost:" + port + mail.to(email).get(1).link());
            assertThat(page.locator("main").innerText()).as("a code first").doesNotContain(WORDS);
            press("Vis svaret");
            page.getByLabel("Koden i e-posten").fill(mail.code(email));
            page.locator("form button").first().click();
            assertThat(page.locator("main").innerText()).contains("Kom til meg onsdag.", WORDS);
            seen("my-health-answer");
            page.locator("a", new Page.LocatorOptions().setHasText("Si ja eller nei")).click();
            seen("health-consent");
            page.getByLabel("Ja", new Page.GetByLabelOptions().setExact(true)).check();
            press("Send");
            page.getByLabel("Jeg er foresatt").check();
            press("Send");
            time.settle();
            assertThat(page.locator("main").innerText()).doesNotContain("Si ja eller nei");
            theSchoolFindsNothing(reference);
        }
    }

    private String nurseAnswers(long nurse) {
        try (StaffBrowser desk = StaffBrowser.of(Browser.laptop(false), port, towns, nurse)) {
            assertThat(desk.text()).contains("Svar på henvendelsen");
            desk.page.locator("a", new Page.LocatorOptions().setHasText("Svar på henvendelsen")).first().click();
            assertThat(desk.text()).contains(ABOUT);
            desk.press("Ta oppgaven");
            desk.page.fill("[name=answer]", "Kom til meg onsdag.");
            desk.choose("next", "school");
            desk.press("Send og fullfør");
            desk.page.fill("[name=messageWords]", WORDS);
            desk.page.locator("[name=messagePupil]").selectOption("" + town.pupil());
            Browser.checkPage(desk.page);
            Browser.picture(desk.page, "health-task-1280");
            desk.press("Send og fullfør");
            desk.go("/cases");
            assertThat(desk.text()).contains("Skolehelsetjenesten");
            String reference = jdbc.sql("select reference from case_file where kind = 'health-contact' and school_id = ?")
                    .param(town.school())
                    .query(String.class)
                    .single();
            desk.go("/cases/" + reference);
            Browser.checkPage(desk.page);
            Browser.picture(desk.page, "health-case-1280");
            return reference;
        }
    }

    private void theSchoolFindsNothing(String reference) {
        for (long person : List.of(town.principal(), town.teacher(), town.owner(), town.auditor())) {
            WebSession session = WebSession.of(port, towns.account(person));
            for (String path : List.of(
                    "/tasks", "/tasks?tab=mine", "/tasks?tab=unassigned", "/tasks?tab=waiting", "/tasks?tab=done", "/cases",
                    "/cases?state=all", "/cases?q=" + reference, "/today", "/plans", "/history", "/history?q=" + reference)) {
                String told = session.get(path).body().replace("q=" + reference, "").replace("value=\"" + reference + "\"", "");
                assertThat(told).as("%s for %s", path, person).doesNotContain(reference, "Brushanen", "Nora", "health-contact");
            }
            for (String door : List.of("/cases/%s", "/cases/%s/note", "/cases/%s/recusal", "/history/%s")) {
                assertThat(session.get(door.formatted(reference)).statusCode())
                        .isEqualTo(session.get(door.formatted("S26-99ZZ99")).statusCode())
                        .isGreaterThanOrEqualTo(403);
            }
        }
        WebSession teacher = WebSession.of(port, "bruker" + town.teacher());
        assertThat(teacher.get("/tasks").body()).as("what was agreed is there").contains("Les beskjeden");
    }

    // Where there are many to choose from, one types.
    private void choose(String field, String value, String label) {
        Locator select = page.locator("select[name=" + field + "]");
        if (select.count() == 1) {
            select.selectOption(value);
        } else {
            page.locator("[name=" + field + "]").fill(label);
        }
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).first().click();
    }

    private void seen(String name) {
        Browser.checkPage(page);
        Browser.picture(page, name + "-390");
    }
}
