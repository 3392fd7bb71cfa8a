package no.omtanke.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import no.omtanke.Browser;
import no.omtanke.OmtankeTest;
import no.omtanke.Story;
import no.omtanke.StaffBrowser;
import no.omtanke.TestMail;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A guardian gives notice of exemption on a phone without script, the contact teacher answers, and the guardian reads it. */
@OmtankeTest
class ExemptionJourneyTest {

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    TestMail mail;

    @Autowired
    Story story;

    @Autowired
    CaseFiles cases;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    Town town;
    Page page;

    @BeforeEach
    void aTown() {
        time.startAt("2026-11-23T10:00");
        town = towns.found();
    }

    @Test
    void the_notice_the_answer_and_the_register() {
        String email = "foresatt." + town.tag() + "@town.example";
        try (BrowserContext phone = Browser.phone(false)) {
            page = phone.newPage();
            comeIn(email);
            page.locator("a", new Page.LocatorOptions().setHasText("Gi melding om fritak")).click();
            assertThat(page.locator("main").innerText()).contains("Elev " + town.tag()).doesNotContain("Annen " + town.tag());
            seen("exemption-1");
            press("Neste");
            page.getByLabel("En aktivitet, for eksempel en tur eller en seremoni").check();
            page.getByLabel("Hvilken aktivitet eller hvilken del av faget?").fill("Gudstjenesten før jul");
            seen("exemption-2");
            press("Neste");
            page.getByLabel("Flere ganger eller fast").check();
            page.getByLabel("Fra hvilken dag?").fill("2026-12-01");
            page.getByLabel("Til hvilken dag?").fill("2026-11-30");
            press("Neste");
            assertThat(page.locator("main").innerText()).contains("Siste dag må være samme dag som første dag, eller senere.");
            assertThat(page.getByLabel("Til hvilken dag?").inputValue()).as("what was typed stays").isEqualTo("2026-11-30");
            seen("exemption-3-backwards");
            page.getByLabel("Til hvilken dag?").fill("");
            press("Neste");
            page.getByLabel("Har du et forslag til hva eleven kan gjøre i stedet?").fill("Være på biblioteket");
            press("Neste");
            seen("exemption-check");
            press("Send");
            assertThat(page.locator("main").innerText()).contains("Vi har fått det du sendte", "Kontaktlæreren ordner annen opplæring");
            seen("exemption-sent");
            time.settle();
            assertThat(mail.to(email)).anyMatch(m -> m.subject().equals("Skolen har fått en melding om fritak"));
            CaseFile file = newest();
            page.navigate("http://localhost:" + port + "/sok/svar/" + file.reference());
            assertThat(page.locator("main").innerText()).contains("Skolen har ikke svart ennå", "Gudstjenesten før jul");

            answered(file);
            page.navigate("http://localhost:" + port + "/sok");
            seen("exemption-come-back");
            page.locator("a", new Page.LocatorOptions().setHasText(file.reference())).click();
            assertThat(page.locator("main").innerText()).contains("Hun lager en utstilling på biblioteket sammen med to andre.");
            seen("exemption-answer");
            assertThat(page.navigate("http://localhost:" + port + "/sok/svar/U26-AAAAAA").status()).isEqualTo(404);
        }
        assertThat(mail.all()).as("no mail says about whom or what").noneMatch(m -> m.text().contains("Gudstjenesten") || m.text().contains("Elev " + town.tag()));
    }

    @Test
    void a_stranger_to_the_case_does_not_find_the_answer() {
        try (BrowserContext phone = Browser.phone(false)) {
            page = phone.newPage();
            Town elsewhere = towns.found();
            comeIn("foresatt." + elsewhere.tag() + "@town.example");
            CaseFile others = story.guardianReports(town, Map.of());
            assertThat(page.navigate("http://localhost:" + port + "/sok/svar/" + others.reference()).status()).isEqualTo(404);
            towns.forget(elsewhere);
        }
    }

    private void answered(CaseFile file) {
        try (StaffBrowser teacher = StaffBrowser.of(Browser.laptop(true), port, towns, town.teacher())) {
            teacher.go("/tasks/" + story.open(file, "arrange-teaching").taskId());
            assertThat(teacher.text()).contains("Gudstjenesten før jul", "Ordne likeverdig opplæring");
            Browser.checkPage(teacher.page);
            teacher.choose("exemptible", "yes");
            teacher.page.fill("[name=insteadTeaching]", "Hun lager en utstilling på biblioteket sammen med to andre.");
            teacher.page.fill("[name=insteadFrom]", "2026-12-01");
            teacher.choose("agreedWithPupil", "yes");
            Browser.picture(teacher.page, "exemption-arrange");
            teacher.press("Send og fullfør");
            teacher.page.waitForLoadState();
            teacher.go("/reports/exemption?school=skole-" + town.tag());
            assertThat(teacher.text()).contains("Hvem har gitt meldingen?");
            Browser.checkPage(teacher.page);
            Browser.picture(teacher.page, "exemption-register");
        }
        time.settle();
    }

    private CaseFile newest() {
        return jdbc.sql("select c.id from case_file c join case_party p on p.case_id = c.id where c.kind = 'exemption' and p.person_id = ?")
                .param(town.pupil())
                .query(java.util.UUID.class)
                .optional()
                .flatMap(cases::file)
                .orElseThrow();
    }

    private void comeIn(String email) {
        page.navigate("http://localhost:" + port + "/sok");
        page.getByLabel("E-postadressen din").fill(email);
        press("Send meg en lenke");
        time.settle();
        var links = mail.linksTo(email);
        page.navigate("http://localhost:" + port + links.get(links.size() - 1).link());
        press("Fortsett");
        assertThat(page.getByRole(AriaRole.HEADING).first().innerText()).isEqualTo("Hva gjelder det?");
    }

    private void press(String button) {
        page.locator("button:visible", new Page.LocatorOptions().setHasText(button)).first().click();
    }

    private void seen(String name) {
        Browser.picture(page, name);
        Browser.checkPage(page);
    }
}
