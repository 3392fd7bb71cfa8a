package no.omtanke.planboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import no.omtanke.Browser;
import no.omtanke.StaffBrowser;
import no.omtanke.TestTown.Town;
import no.omtanke.access.Part;
import no.omtanke.casefile.CaseFile;
import no.omtanke.form.Answers;
import no.omtanke.process.AuditorOpenings;
import no.omtanke.process.Recusals;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who finds what in the week, on the list of the day and on the plan's page. */
class WhoSeesPlansTest extends PlannedCase {

    @Autowired
    Recusals recusals;

    @Autowired
    AuditorOpenings openings;

    @Test
    void whoever_has_a_measure_sees_it_but_no_way_to_the_case() {
        CaseFile file = running();
        try (StaffBrowser teacher = at(town.teacher())) {
            assertThat(teacher.go("/plans")).isEqualTo(200);
            assertThat(teacher.text()).contains(GAME, "Elev " + town.tag()).doesNotContain(file.reference(), TALK);
            assertThat(teacher.page.locator("a[href*='" + file.reference() + "']").count()).isZero();
            assertThat(teacher.go("/cases/" + file.reference() + "/plan")).isEqualTo(404);
            assertThat(teacher.go("/today")).isEqualTo(200);
            assertThat(teacher.text()).contains(LIST).doesNotContain("Elev " + town.tag(), file.reference(), GAME);
            assertThat(teacher.page.reload().headerValue("cache-control")).contains("no-store");
        }
        assertThat(readings(file, town.teacher())).contains("MEASURE true measure-owner", "TODAY true works-here", "CONTENT false no-rule");
    }

    @Test
    void an_auditor_who_opened_the_case_reads_the_plan_and_can_do_nothing_in_it() {
        CaseFile file = running();
        String plan = "/history/" + file.reference() + "/plan";
        try (StaffBrowser auditor = at(town.auditor())) {
            assertThat(auditor.go(plan)).as("not opened yet").isEqualTo(404);
            openings.open(
                    towns.reader(town.auditor()),
                    file.id(),
                    new Answers("auditor-opening", Map.of("openingReason", "Klage", "openFor", "hour")));
            assertThat(auditor.go("/history/" + file.reference() + "/content")).isEqualTo(200);
            auditor.page.locator("main a[href='" + plan + "']").click();
            assertThat(auditor.text()).contains(GAME, TALK);
            assertThat(auditor.page.locator("main form, main button, main a[href*='/cases']").count()).isZero();
            Browser.checkPage(auditor.page);
            Browser.picture(auditor.page, "auditor-plan");
            auditor.page.locator("main a[rel=next]").first().click();
            assertThat(auditor.page.url()).contains(plan + "?week=");
            assertThat(auditor.go("/cases/" + file.reference() + "/plan")).isEqualTo(403);
        }
        assertThat(readings(file, town.auditor())).contains("CONTENT true auditor-opened", "CONTENT false no-rule");
    }

    @Test
    void an_accused_employee_finds_nothing_of_it() {
        CaseFile file = reported("employee", town.teacher());
        approved(file, drafted(file, List.of(
                measure(GAME, "adults", "daily", town.social(), "planMoment", "break", "planList", LIST),
                measure(TALK, "adults", "daily", town.teacher(), "planList", "Noe som ble gitt til den det gjelder"))));
        try (StaffBrowser accused = at(town.teacher())) {
            assertThat(accused.go("/today")).isEqualTo(200);
            assertThat(accused.text()).doesNotContain(LIST, "Noe som ble gitt");
            assertThat(accused.go("/plans")).isEqualTo(200);
            assertThat(accused.text()).doesNotContain(GAME, TALK);
            assertThat(accused.go("/cases/" + file.reference() + "/plan")).isEqualTo(404);
        }
        try (StaffBrowser colleague = at(town.social())) {
            colleague.go("/today");
            assertThat(colleague.text()).contains(LIST);
        }
    }

    @Test
    void where_a_leader_is_accused_the_leadership_finds_nothing_of_it() {
        CaseFile file = reported("leader", town.principal());
        approved(file, drafted(file, usual()));
        for (long leader : new long[] {town.principal(), town.deputy()}) {
            try (StaffBrowser page = at(leader)) {
                page.go("/today");
                assertThat(page.text()).doesNotContain(LIST);
                page.go("/plans");
                assertThat(page.text()).contains("Ingen planer gjelder nå").doesNotContain(GAME, TALK);
                assertThat(page.go("/cases/" + file.reference() + "/plan")).isEqualTo(404);
            }
        }
        try (StaffBrowser owner = at(town.owner())) {
            owner.go("/plans?school=skole-" + town.tag());
            assertThat(owner.text()).contains(GAME, TALK, "Én plan gjelder nå");
            assertThat(owner.go("/cases/" + file.reference() + "/plan")).isEqualTo(200);
        }
    }

    @Test
    void whoever_stepped_back_finds_nothing_of_it_the_measure_they_had_neither() {
        CaseFile file = running();
        for (long person : new long[] {town.teacher(), town.principal()}) {
            Part part = person == town.teacher() ? Part.MEASURE : Part.CONTENT;
            assertThat(recusals.stepBack(towns.reader(person), file.id(), part, new Answers("recusal", java.util.Map.of("ground", "close"))))
                    .isTrue();
            try (StaffBrowser page = at(person)) {
                page.go("/today");
                assertThat(page.text()).doesNotContain(LIST);
                page.go("/plans");
                assertThat(page.text()).doesNotContain(GAME, TALK);
                assertThat(page.go("/cases/" + file.reference() + "/plan")).isEqualTo(404);
            }
        }
        try (StaffBrowser deputy = at(town.deputy())) {
            deputy.go("/plans");
            assertThat(deputy.text()).contains(GAME, TALK, "Ett tiltak mangler en ansvarlig som arbeider her");
        }
    }

    @Test
    void a_teacher_of_another_school_finds_neither_the_measure_nor_the_school() {
        running();
        Town elsewhere = towns.found();
        try (StaffBrowser stranger = at(elsewhere.teacher())) {
            stranger.go("/today");
            assertThat(stranger.text()).doesNotContain(LIST);
            stranger.go("/plans");
            assertThat(stranger.text()).doesNotContain(GAME);
            assertThat(stranger.go("/today?school=skole-" + town.tag())).isEqualTo(404);
            assertThat(stranger.go("/plans?school=skole-" + town.tag())).isEqualTo(404);
        }
    }

    @Test
    void a_measure_whose_owner_works_here_no_longer_stands_first() {
        CaseFile file = running();
        towns.leave(town.teacher(), no.omtanke.organization.Role.CONTACT_TEACHER, town.school(), java.time.LocalDate.of(2026, 11, 22));
        try (StaffBrowser leader = at(town.principal())) {
            leader.go("/plans");
            assertThat(leader.page.locator("section h2").first().innerText()).contains("arbeider ikke her nå");
            assertThat(leader.text()).contains("Ett tiltak mangler en ansvarlig som arbeider her");
            assertThat(leader.go("/cases/" + file.reference() + "/plan")).isEqualTo(200);
            assertThat(leader.text()).contains("Tiltak 1 mangler en ansvarlig som arbeider her");
        }
        assertThat(readings(file, town.principal())).contains("CONTENT true participant");
    }

    private StaffBrowser at(long person) {
        return StaffBrowser.of(Browser.laptop(true), port, towns, person);
    }

    private List<String> readings(CaseFile file, long person) {
        return jdbc.sql("select part || ' ' || allowed || ' ' || reason from access_log where case_id = ? and person_id = ?")
                .params(file.id(), person)
                .query(String.class)
                .list();
    }
}
