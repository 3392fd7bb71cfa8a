package no.omtanke.planboard;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import no.omtanke.Browser;
import no.omtanke.StaffBrowser;
import no.omtanke.casefile.CaseFile;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.organization.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The plan's page, the week and the list of the day, as people use them. */
class PlanPagesTest extends PlannedCase {

    @Autowired
    DirectoryRegister register;

    @Test
    void the_leader_sees_promised_against_done_and_hands_a_measure_over() {
        CaseFile file = running();
        logged(file, 1, "2026-11-23", "done", "");
        logged(file, 1, "2026-11-24", "not-done", "Vakta var syk");
        logged(file, 1, "2026-11-25", "no-answer", "");
        time.startAt("2026-11-27T10:00");
        try (StaffBrowser leader = StaffBrowser.of(Browser.laptop(true), port, towns, town.principal())) {
            leader.go("/cases/" + file.reference());
            Browser.checkPage(leader.page);
            assertThat(leader.text()).contains("Planen ble godkjent (versjon 1)");
            leader.page.locator("a:has-text('Se planen')").click();
            assertThat(leader.text())
                    .contains("Aktivitetsplan: Elev " + town.tag(), "gjelder nå", "De går når jeg kommer.")
                    .contains("Foresatt " + town.tag() + ": delvis enig", "Vi vil at det skjer på bussen også")
                    .contains("gjort", "ikke gjort", "ingen svarte", "venter på svar", "i dag")
                    .contains("Tiltak 1 er ikke blitt gjort", "gjort 1 av 3", "SFO, PPT");
            leader.page.locator("summary:has-text('Logg')").first().click();
            assertThat(leader.text()).contains("Hvorfor ikke: Vakta var syk");
            looked(leader, "plan");

            leader.page.locator("summary:has-text('Gi tiltaket')").first().click();
            leader.press("Gi tiltaket videre");
            assertThat(leader.text()).contains("Velg hvem som skal ha tiltaket");
            leader.page.locator("summary:has-text('Gi tiltaket')").first().click();
            leader.page.locator("[name=to]").first().selectOption(String.valueOf(town.social()));
            leader.press("Gi tiltaket videre");
            assertThat(leader.text()).contains("Sosiallærer " + town.tag() + " har tiltaket nå");

            long stranger = towns.found().teacher();
            leader.page.locator("summary:has-text('Gi tiltaket')").first().click();
            leader.page.locator("[name=to]").first().evaluate("(s, id) => { s.options[1].value = id; s.selectedIndex = 1 }", String.valueOf(stranger));
            leader.press("Gi tiltaket videre");
            assertThat(leader.text()).contains("Personen kan ikke ha tiltaket").doesNotContain("har tiltaket nå");
        }
    }

    @Test
    void a_draft_shows_what_is_missing_and_older_versions_stay_readable() {
        CaseFile file = reported("pupil", null);
        String plan = drafted(file, usual());
        approved(file, plan);
        evaluated(file, plan, "2", "no");
        time.startAt("2026-12-07T09:00");
        evaluated(file, plan, "3", "unsure");
        together.executeWithoutResult(t -> draft(file, plan, List.of(measure("Vi følger med.", "pupil", "daily", town.teacher()))));
        try (StaffBrowser leader = StaffBrowser.of(Browser.laptop(true), port, towns, town.principal())) {
            leader.go("/cases/" + file.reference() + "/plan");
            assertThat(leader.text())
                    .contains("Versjon 2 er et utkast", "Tiltak 1 sier ikke hva som skal gjøres", "Skriv hva noen skal gjøre")
                    .contains("Evaluering 1", "Evaluering 2", "utrygt", "litt av begge deler");
            assertThat(leader.page.locator("svg[role=img]").getAttribute("aria-label")).contains("mandag 7. desember: litt av begge");
            leader.page.locator("summary:has-text('Nytt utkast')").click();
            assertThat(leader.text()).contains("Vi følger med.");
            leader.page.locator("summary:has-text('Evaluering 2')").click();
            looked(leader, "plan-draft");
            approved(file, plan);
            leader.go("/cases/" + file.reference() + "/plan");
            leader.page.locator("summary:has-text('Versjon 1')").click();
            assertThat(leader.text()).contains(GAME, "godkjent av Rektor " + town.tag());
        }
    }

    @Test
    void the_week_and_the_day_are_read_and_printed() {
        CaseFile file = reported("pupil", null);
        long leaver = register.addPerson("Vikar", "Dratt", "vikar." + town.tag() + "@town.example", null, null, "nb");
        List<java.util.Map<String, Object>> all = new java.util.ArrayList<>(usual());
        all.add(measure("Læreren tar imot ved inngangen fra klokka 8.15 og går inn med gruppa.", "environment", "daily", leaver,
                "planMoment", "arrival", "planPlace", "Hovedinngangen", "planList", "Ta imot ved inngangen fra klokka 8.15."));
        all.add(measure("Trivselslederne setter i gang to leker ved fotballbanen.", "group", "when-needed", town.teacher(),
                "planMoment", "break", "planPlace", "Fotballbanen", "planList", "To leker ved fotballbanen i storefri."));
        approved(file, drafted(file, all));
        logged(file, 1, "2026-11-23", "done", "");
        logged(file, 1, "2026-11-24", "not-done", "Vakta var syk");
        time.startAt("2026-11-26T10:00");
        try (StaffBrowser leader = StaffBrowser.of(Browser.laptop(true), port, towns, town.principal())) {
            leader.go("/plans");
            assertThat(leader.text())
                    .contains("Én plan gjelder nå", "Ett tiltak ble ikke gjort denne uka", "Uke 48")
                    .contains("Vikar Dratt arbeider ikke her nå");
            looked(leader, "plans");
            leader.page.locator("a[rel=next]").click();
            assertThat(leader.text()).contains("Uke 49", "kommer");
            leader.go("/plans?week=2026-W53");
            assertThat(leader.text()).contains("Uke 53: 28. desember – 3. januar");
            leader.page.locator("a[rel=next]").click();
            assertThat(leader.text()).contains("Uke 1: 4. januar – 10. januar");

            leader.page.locator("nav a:has-text('Dagens tiltak')").first().click();
            assertThat(leader.text())
                    .containsSubsequence("torsdag 26. november", "Når elevene kommer", "Hovedinngangen", "Friminuttene", "Fotballbanen")
                    .contains("vikar: Sosiallærer " + town.tag(), "Ingen har ansvaret. Si fra til ledelsen.")
                    .doesNotContain("Elev " + town.tag(), "Dratt");
            looked(leader, "today");
            leader.page.pdf(new Page.PdfOptions().setPath(Path.of("target", "screenshots", "today.pdf")).setFormat("A4"));
            leader.page.locator("a:has-text('Neste skoledag')").click();
            assertThat(leader.text()).contains("fredag 27. november", LIST);
            time.startAt("2026-11-28T10:00");
            leader.go("/today");
            assertThat(leader.text()).contains("Det er ikke skole denne dagen. Neste skoledag er mandag 30. november");
        }
    }

    @Test
    void the_library_is_read_by_all_and_kept_by_the_municipality() {
        try (StaffBrowser teacher = StaffBrowser.of(Browser.laptop(true), port, towns, town.teacher())) {
            teacher.go("/plans/examples");
            assertThat(teacher.text()).contains("Utestenging", "Skolevegring").doesNotContain("Endre", "Legg til");
            looked(teacher, "examples");
            assertThat(teacher.go("/plans/examples/1")).isEqualTo(404);
        }
        long administrator = register.addPerson("Admin", town.tag(), "admin." + town.tag() + "@town.example", null, null, "nb");
        register.giveRole(administrator, Role.ADMINISTRATOR, null, false, java.time.LocalDate.of(2020, 1, 1), null);
        try (StaffBrowser owner = StaffBrowser.of(Browser.laptop(true), port, towns, town.owner());
                StaffBrowser other = StaffBrowser.of(Browser.laptop(true), port, towns, administrator)) {
            assertThat(other.text()).contains("Forslag til tiltak");
            owner.go("/plans/examples?language=nn");
            owner.page.locator("a:has-text('Legg til eit framlegg'), a:has-text('Legg til et forslag')").first().click();
            owner.page.fill("[name=what]", "Vi følger med.");
            owner.page.selectOption("[name=target]", "adults");
            owner.press("Lagre forslaget");
            assertThat(owner.text()).contains("Skriv hva noen skal gjøre", "Hvor ofte? Dette må fylles ut");
            assertThat(owner.page.inputValue("[name=what]")).isEqualTo("Vi følger med.");
            assertThat(owner.page.inputValue("[name=target]")).isEqualTo("adults");
            looked(owner, "example");
            String what = "Vaktmesteren låser boden ved skogen før storefri " + town.tag();
            owner.page.fill("[name=what]", what);
            owner.page.selectOption("[name=often]", "daily");
            owner.press("Lagre forslaget");
            assertThat(owner.text()).contains("Forslaget er lagret", what);
            String path = owner.page.locator("li:has-text('" + what + "') a:has-text('Endre')").getAttribute("href");

            owner.go(path);
            other.go(path);
            other.page.fill("[name=what]", what + " og åpner den etterpå");
            other.page.check("[name=hidden]");
            other.press("Lagre forslaget");
            owner.page.fill("[name=why]", "Der gjemmer noen seg.");
            owner.press("Lagre forslaget");
            assertThat(owner.text()).contains("Admin " + town.tag() + " endret forslaget", "og åpner den etterpå");
            assertThat(owner.page.inputValue("[name=why]")).isEqualTo("Der gjemmer noen seg.");
            owner.press("Lagre forslaget");
            assertThat(owner.text()).contains("Forslaget er lagret");
            assertThat(other.go("/plans")).isIn(403, 404);
        }
    }

    @Test
    void every_page_speaks_three_languages() {
        CaseFile file = running();
        try (StaffBrowser owner = StaffBrowser.of(Browser.phone(false), port, towns, town.principal())) {
            for (String language : List.of("en", "nn", "nb")) {
                for (String path : List.of(
                        "/cases/" + file.reference() + "/plan?", "/cases/" + file.reference() + "?", "/plans?", "/today?",
                        "/today?day=next&", "/plans/examples?", "/history/" + file.reference() + "?")) {
                    assertThat(owner.go(path + "lang=" + language)).as(path).isEqualTo(200);
                    assertThat(owner.page.locator("html").getAttribute("lang")).isEqualTo(language);
                    assertThat(owner.page.content()).as(path).doesNotContain("??", "{0", "plan-approved");
                }
            }
        }
    }

    private void looked(StaffBrowser browser, String name) {
        browser.text();
        Browser.checkPage(browser.page);
        assertThat(browser.page.content()).doesNotContain(" style=", "??");
        Browser.picture(browser.page, name + "-laptop");
        var size = browser.page.viewportSize();
        browser.page.setViewportSize(390, 844);
        Browser.picture(browser.page, name + "-phone");
        browser.page.setViewportSize(size.width, size.height);
    }
}
