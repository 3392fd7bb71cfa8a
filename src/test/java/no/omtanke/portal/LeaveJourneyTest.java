package no.omtanke.portal;

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
import no.omtanke.calendar.ClosureRegister;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.form.Answers;
import no.omtanke.leave.LeaveApplications;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.organization.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A family applies for leave on a phone, both guardians look at it, and the school decides it in three taps. */
@OmtankeTest
class LeaveJourneyTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 8, 1);

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    TestMail mail;

    @Autowired
    Story story;

    @Autowired
    DirectoryRegister register;

    @Autowired
    ClosureRegister closures;

    @Autowired
    CaseFiles cases;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    Town town;
    String mother;
    String father;
    Page page;

    @BeforeEach
    void begin() {
        time.startAt("2026-11-23T10:00");
        town = towns.found();
        mail.forget();
        mother = "foresatt." + town.tag() + "@town.example";
        father = "far." + town.tag() + "@town.example";
        register.addGuardian(
                register.addPerson("Far", town.tag(), father, null, null, "nb"), town.pupil(), true, LONG_AGO, null);
        closures.close(town.school(), LocalDate.of(2026, 12, 18), LocalDate.of(2026, 12, 18), "Planleggingsdag");
    }

    @AfterEach
    void end() {
        towns.forget(town);
    }

    @Test
    void a_guardian_applies_without_script_the_other_agrees_and_the_school_decides_in_three_taps() {
        try (BrowserContext phone = Browser.phone(false)) {
            page = phone.newPage();
            comeIn();
            page.locator("a[href='/sok/fri']").click();
            seen("leave-1-who");
            press("Neste");
            page.getByLabel("Fri fra skolen").check();
            page.fill("[name=firstDay]", "2026-12-18");
            page.fill("[name=lastDay]", "2026-12-14");
            page.fill("[name=reason]", "Bestemor fyller 80.");
            press("Neste");
            assertThat(text()).contains("Siste dag må være samme dag");
            page.fill("[name=firstDay]", "2026-12-14");
            page.fill("[name=lastDay]", "2026-12-18");
            seen("leave-2-days-mended");
            press("Neste");
            page.fill("[name=childOpinion]", "Hun gleder seg.");
            page.getByLabel("Vi har ikke snakket om det ennå").check();
            seen("leave-3-school");
            press("Neste");
            assertThat(text()).as("the planning day is none").contains("Elev: 4 skoledager.", "er stengt fredag 18. desember: Planleggingsdag");
            seen("leave-check");
            press("Send");
            assertThat(text()).contains("Vi har fått det du sendte");
            seen("leave-sent");
            time.settle();
            page.navigate("http://localhost:" + port + newest(mother));
            press("Fortsett");
            page.fill("[name=code]", mail.code(mother));
            page.locator("button[value=open]").first().click();
            assertThat(text()).contains("Søkt om fri fra mandag 14. desember til fredag 18. desember. Det er 4 skoledager.", "Skolen avgjør");
            seen("application-own");
        }
        CaseFile file = newestCase();
        try (BrowserContext phone = Browser.phone(true)) {
            page = phone.newPage();
            page.navigate("http://localhost:" + port + newest(father));
            press("Fortsett");
            page.fill("[name=code]", mail.code(father));
            page.locator("button[value=open]").first().click();
            assertThat(text()).contains("Si om du er enig i søknaden", "Bestemor fyller 80.");
            seen("application-other-guardian");
            press("Send svaret");
            assertThat(text()).contains("Vi mangler noe");
            page.locator("[name=agrees][value=yes]").check();
            press("Send svaret");
            assertThat(text()).contains("Skolen har fått svaret ditt");
            seen("application-other-answered");
        }
        try (StaffBrowser teacher = StaffBrowser.of(Browser.phone(true), port, towns, town.teacher())) {
            teacher.go("/tasks/" + story.open(file, "teacher-view").taskId());
            assertThat(teacher.text()).contains("Det er 4 skoledager.", "Før dette er 0 innvilget", "Søknaden", "Bestemor fyller 80.");
            Browser.checkPage(teacher.page);
            Browser.picture(teacher.page, "leave-teacher-phone");
            teacher.choose("justifiable", "yes");
            teacher.press("Send og fullfør");
        }
        time.settle();
        try (StaffBrowser principal = StaffBrowser.of(Browser.phone(true), port, towns, town.principal())) {
            // One tap opens it, one sends it; the third goes on.
            principal.page.locator(".wl-task h2 a", new Page.LocatorOptions().setHasText("Avgjør søknaden")).first().click();
            assertThat(principal.text()).contains("De foresatte er enige.");
            assertThat(principal.page.locator("[name=outcome][value=grant]").isChecked()).isTrue();
            Browser.checkPage(principal.page);
            Browser.picture(principal.page, "leave-decide-phone");
            principal.press("Send og fullfør");
            assertThat(principal.text()).contains("Sendt");
            principal.page.locator("a.ds-button", new Page.LocatorOptions().setHasText("Til oppgavene")).click();
        }
        time.settle();
        assertThat(jdbc.sql("select state from leave_application where case_id = ?").param(file.id()).query(String.class).single()).isEqualTo("granted");
        try (StaffBrowser teacher = StaffBrowser.of(Browser.phone(true), port, towns, town.teacher())) {
            teacher.go("/leave/class");
            assertThat(teacher.text()).contains("6A", "mandag 14. desember – fredag 18. desember", "4 skoledager", "til kalenderen din");
            Browser.checkPage(teacher.page);
            Browser.picture(teacher.page, "leave-class-phone");
        }
    }

    @Test
    void school_days_are_counted_while_choosing_and_the_family_changes_and_takes_back() {
        try (BrowserContext phone = Browser.phone(true)) {
            page = phone.newPage();
            comeIn();
            page.navigate("http://localhost:" + port + "/sok/fri?side=2");
            assertThat(text()).contains("Planleggingsdag");
            page.locator("[name=leaveKind][value='holy-day']").check();
            page.locator("[name=holyDay]").waitFor();
            page.fill("[name=firstDay]", "2026-12-14");
            page.fill("[name=lastDay]", "2026-12-15");
            page.locator("[name=lastDay]").dispatchEvent("change");
            page.getByText("Elev: 2 skoledager.").waitFor();
            seen("leave-2-counted");
            page.fill("[name=holyDay]", "Høytid");
            press("Neste");
            page.locator("[name=seeToTeaching][value=yes]").check();
            page.fill("[name=childOpinion]", "Vil feire.");
            page.locator("[name=bothAgree][value=yes]").check();
            press("Neste");
            press("Send");
            time.settle();
            page.navigate("http://localhost:" + port + newest(mother));
            press("Fortsett");
            page.fill("[name=code]", mail.code(mother));
            page.locator("button[value=open]").first().click();
            page.locator("a[href='/soknad/gjor/endre']").click();
            assertThat(page.inputValue("[name=lastDay]")).isEqualTo("2026-12-15");
            page.fill("[name=lastDay]", "2026-12-16");
            page.fill("[name=whyChanged]", "En dag til.");
            seen("application-change");
            press("Endre søknaden");
            assertThat(text()).contains("Det er gjort.", "Det er 3 skoledager.");
            page.locator("a[href='/soknad/gjor/trekk']").click();
            press("Trekk søknaden");
            assertThat(text()).contains("Vi mangler noe");
            page.locator("[name=sureWithdrawn]").check();
            press("Trekk søknaden");
            assertThat(text()).contains("Søknaden er trukket.").doesNotContain("Kommer");
            seen("application-withdrawn");
            page.navigate("http://localhost:" + port + "/soknad/gjor/trekk");
            assertThat(text()).contains("Det lar seg ikke gjøre lenger");
        }
    }

    @Test
    void whoever_has_no_link_sees_nothing_of_it() {
        WebVisitor stranger = new WebVisitor(port);
        assertThat(stranger.get("/soknad").page).contains("Siden er lukket");
        assertThat(stranger.get("/soknad/gjor/trekk").page).contains("Siden er lukket");
    }

    @Test
    void an_administrator_sets_the_numbers_and_the_front_page_leads_to_the_door() {
        long person = register.addPerson("Admin", town.tag(), "admin." + town.tag() + "@town.example", null, null, "nb");
        register.giveRole(person, Role.ADMINISTRATOR, null, false, LONG_AGO, null);
        try (StaffBrowser admin = StaffBrowser.of(Browser.laptop(true), port, towns, person)) {
            admin.go("/administration/leave");
            assertThat(admin.page.inputValue("[name=capDays]")).isEqualTo("10");
            Browser.checkPage(admin.page);
            Browser.picture(admin.page, "leave-settings");
            admin.page.fill("[name=capDays]", "x1");
            admin.press("Lagre");
            assertThat(admin.text()).contains("Skriv hele tall");
            assertThat(admin.page.inputValue("[name=capDays]")).isEqualTo("x1");
            admin.page.fill("[name=capDays]", "10");
            admin.press("Lagre");
            assertThat(admin.text()).contains("Lagret");
        }
        assertThat(new WebVisitor(port).get("/").page).contains("href=\"/sok\"");
    }

    @Test
    void plain_ones_are_decided_together_after_they_were_looked_over() {
        CaseFile one = applied("2027-02-01");
        try (StaffBrowser principal = StaffBrowser.of(Browser.laptop(true), port, towns, town.principal())) {
            principal.go("/leave/batch");
            assertThat(principal.text()).contains(one.reference(), "mandag 1. februar");
            Browser.checkPage(principal.page);
            Browser.picture(principal.page, "leave-batch");
            principal.press("Se over før du avgjør");
            assertThat(principal.text()).contains("Én søknad blir innvilget", "Bursdag", "forsvarlig");
            Browser.checkPage(principal.page);
            Browser.picture(principal.page, "leave-batch-review");
            principal.press("Innvilg søknaden");
            assertThat(principal.text()).contains("Dette ble gjort", "Innvilget", "Ingen søknader ligger klare nå.");
            principal.go("/reports/leave");
            Browser.checkPage(principal.page);
            Browser.picture(principal.page, "leave-register");
        }
    }

    @Autowired
    LeaveApplications applications;

    private CaseFile applied(String first) {
        jdbc.sql("delete from guardianship where guardian_id <> ? and pupil_id = ?").params(town.guardian(), town.pupil()).update();
        var said = new Answers("apply-leave", Map.of(
                "children", List.of("" + town.pupil()), "leaveKind", "ordinary", "firstDay", first,
                "lastDay", LocalDate.parse(first).plusDays(4).toString(), "reason", "Bursdag", "childOpinion", "Ja"));
        CaseFile file = applications.byFamily(town.guardian(), said, List.of(), "nb", UUID.randomUUID()).get(0);
        time.settle();
        story.does(town.teacher(), story.open(file, "teacher-view"), Map.of("justifiable", "yes"));
        time.settle();
        return file;
    }

    private void comeIn() {
        page.navigate("http://localhost:" + port + "/sok");
        page.fill("[name=email]", mother);
        press("Send meg en lenke");
        time.settle();
        page.navigate("http://localhost:" + port + newest(mother));
        press("Fortsett");
    }

    private CaseFile newestCase() {
        return cases.file(jdbc.sql("select l.case_id from leave_application l where l.pupil = ? order by asked_at desc limit 1")
                        .param(town.pupil())
                        .query(UUID.class)
                        .single())
                .orElseThrow();
    }

    private String newest(String address) {
        var links = mail.linksTo(address);
        return links.get(links.size() - 1).link();
    }

    private String text() {
        page.waitForLoadState();
        return page.locator("main").innerText();
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button)).first().click();
    }

    private void seen(String name) {
        Browser.picture(page, name);
        Browser.checkPage(page);
    }
}
