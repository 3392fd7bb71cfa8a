package no.omtanke.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Map;
import no.omtanke.Browser;
import no.omtanke.TestTown;
import no.omtanke.access.Part;
import no.omtanke.casefile.CaseGate;
import no.omtanke.organization.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The access log, whole for those who answer for the school, and the part of it that is a family's. */
class WhoHasReadTest extends PlanScene {

    @Autowired
    CaseGate gate;

    @Test
    void a_guardian_sees_who_of_the_school_has_read_and_nothing_that_is_not_theirs_to_know() {
        WebVisitor teacher = signedIn(town.teacher());
        teacher.get("/cases/" + file.reference());
        teacher.get("/cases/" + file.reference());
        signedIn(town.auditor()).get("/history/" + file.reference());
        in(this.father).get("/min-plan");
        TestTown.Town elsewhere = towns.found();
        assertThat(signedIn(elsewhere.principal()).get("/cases/" + file.reference()).status).isEqualTo(404);

        WebVisitor mother = in(town.guardian());
        mother.get("/min-plan/lest");
        assertThat(mother.page)
                .contains("Hvem har lest", "Kontaktlærer " + town.tag(), "kontaktlærer", "Saken", "2 ganger")
                .contains("<strong>Du</strong>")
                .doesNotContain("Revisor", "Far " + town.tag(), elsewhere.tag(), "tilgang");
    }

    @Test
    void whoever_belongs_to_the_health_service_and_whoever_reads_another_pupils_part_is_not_shown() {
        register.giveRole(town.social(), Role.HEALTH_SERVICE, town.school(), false, LocalDate.of(2020, 8, 1), null);
        signedIn(town.social()).get("/cases/" + file.reference());
        var anotherPupil = java.util.UUID.randomUUID();
        gate.openMeasure(towns.reader(town.deputy()), file.id(), anotherPupil);
        gate.openMeasure(towns.reader(town.principal()), file.id(), pupil);
        WebVisitor mother = in(town.guardian()).get("/min-plan/lest");
        assertThat(mother.page)
                .contains("Rektor " + town.tag(), "Et tiltak i planen")
                .doesNotContain("Sosiallærer " + town.tag(), "Inspektør " + town.tag());
    }

    @Test
    void without_the_code_nobody_sees_who_has_read() {
        WebVisitor thief = new WebVisitor(port).get(link(town.guardian())).press("open", Map.of());
        assertThat(thief.get("/min-plan/lest").path).isEqualTo("/min-plan/kode");
    }

    @Test
    void the_leadership_sees_through_what_a_case_was_read_and_which_document() {
        approved();
        WebVisitor mother = in(town.guardian());
        String letter = mother.page.replaceAll("(?s).*(/min-plan/dokument/[0-9a-f-]+).*", "$1");
        mother.get(letter);
        WebVisitor principal = signedIn(town.principal());
        principal.get("/cases/" + file.reference());
        principal.get("/history/" + file.reference());
        assertThat(principal.page)
                .contains("Lenke til planen", "Åpnet lenken", "Riktig kode", "Et dokument", "Innlogging", "Familien")
                .doesNotContain("Foresatt " + town.tag());
    }

    @Test
    void a_guessed_reference_is_written_down_though_there_is_no_case() {
        signedIn(town.teacher()).get("/cases/S26-ZZZZZZ");
        assertThat(jdbc.sql("select thing || ' ' || reason from access_log where case_id is null and person_id = ? order by id desc limit 1")
                        .param(town.teacher())
                        .query(String.class)
                        .single())
                .isEqualTo("reference:S26-ZZZZZZ unknown");
    }

    @Test
    void whoever_tries_another_schools_case_is_seen_by_those_who_answer_for_it() {
        TestTown.Town elsewhere = towns.found();
        signedIn(elsewhere.teacher()).get("/cases/" + file.reference());
        assertThat(signedIn(town.principal()).get("/history/" + file.reference()).page)
                .contains("Kontaktlærer " + elsewhere.tag(), "Har ikke tilgang");
        assertThat(in(town.guardian()).get("/min-plan/lest").page).doesNotContain(elsewhere.tag());
    }

    @Test
    void a_refusal_says_which_document_was_asked_for() {
        var document = java.util.UUID.randomUUID();
        assertThat(gate.file(towns.reader(towns.found().principal()), file.reference(), document)).isEmpty();
        assertThat(jdbc.sql("select part || ' ' || thing || ' ' || via from access_log where case_id = ? and not allowed order by id desc limit 1")
                        .param(file.id())
                        .query(String.class)
                        .single())
                .isEqualTo(Part.CONTENT + " document:" + document + " session");
    }

    @Test
    void the_page_is_for_everybody() {
        signedIn(town.teacher()).get("/cases/" + file.reference());
        try (BrowserContext phone = Browser.phone(false)) {
            Page page = phone.newPage();
            page.navigate("http://localhost:" + port + link(town.guardian()));
            page.click("main button");
            page.fill("#code", mail.code(address(town.guardian())));
            page.click("main button[value=open]");
            page.click("a[href='/min-plan/lest']");
            Browser.picture(page, "readers-phone");
            Browser.checkPage(page);
        }
        try (BrowserContext laptop = Browser.laptop(false)) {
            Page page = laptop.newPage();
            page.navigate("http://localhost:" + port + "/signin");
            page.fill("[name=username]", towns.account(town.principal()));
            page.fill("[name=password]", TestTown.PASSWORD);
            page.locator("form button[type=submit]").first().click();
            page.waitForURL(url -> !url.contains("/signin"));
            page.navigate("http://localhost:" + port + "/cases/" + file.reference() + "/links");
            Browser.picture(page, "case-links");
            Browser.checkPage(page);
            page.navigate("http://localhost:" + port + "/history/" + file.reference());
            Browser.picture(page, "history-readings");
            Browser.checkPage(page);
        }
    }

    private WebVisitor signedIn(long person) {
        WebVisitor visitor = new WebVisitor(port).get("/signin");
        return visitor.post("/signin", "", Map.of("username", account(person), "password", TestTown.PASSWORD), visitor.csrf());
    }

    private String account(long person) {
        String name = "bruker" + person;
        boolean has = jdbc.sql("select count(*) from account where username = ?").param(name).query(Integer.class).single() > 0;
        return has ? name : towns.account(person);
    }
}
