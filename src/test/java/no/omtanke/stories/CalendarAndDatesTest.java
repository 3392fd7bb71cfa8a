package no.omtanke.stories;

import static no.omtanke.TestTime.at;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import no.omtanke.Browser;
import no.omtanke.StaffBrowser;
import no.omtanke.WebSession;
import no.omtanke.administration.CalendarPage;
import no.omtanke.calendar.ClosureKind;
import no.omtanke.calendar.ClosureRegister;
import no.omtanke.calendar.PlannedClosure;
import no.omtanke.casefile.CaseFile;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.organization.Role;
import no.omtanke.plan.LogLine.Result;
import no.omtanke.process.TaskListRebuild;
import no.omtanke.process.TaskRow;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The calendar is changed while cases run: no date moves by itself, and every date that somebody moves moves everywhere. */
class CalendarAndDatesTest extends PlanStory {

    @Autowired
    DirectoryRegister register;

    @Autowired
    ClosureRegister closures;

    @Autowired
    TaskListRebuild rebuild;

    @LocalServerPort
    int port;

    long administrator;
    WebSession admin;

    @BeforeEach
    void anAdministrator() {
        administrator = register.addPerson("Admin", town.tag(), "admin." + town.tag() + "@town.example", null, null, "nb");
        register.giveRole(administrator, Role.ADMINISTRATOR, null, false, LocalDate.of(2020, 1, 1), null);
        admin = WebSession.of(port, towns.account(administrator));
    }

    @Test
    void a_storm_is_shown_with_what_it_does_and_what_is_left_stays_as_it_was() {
        CaseFile file = daily();
        done(file, "do-measure");
        try (StaffBrowser phone = StaffBrowser.of(Browser.phone(false), port, towns, administrator)) {
            phone.go(calendar() + "/closures/new");
            phone.page.fill("[name=name]", "Stengt på grunn av storm");
            phone.choose("kind", "closed");
            phone.page.fill("[name=from]", "2026-11-24");
            phone.press("Se hva det gjør");
            assertThat(phone.text()).contains("Én dato i åpne saker ville blitt en annen", "neste dag for «Gjør tiltaket»");
            phone.page.locator("summary").click();
            phone.page.locator("details[open]").waitFor();
            assertThat(phone.text()).contains(file.reference(), "24. nov. 2026 kl. 07.00, ville blitt 25. nov. 2026 kl. 07.00");
            assertThat(phone.page.content()).as("where, not about whom").doesNotContain("Elev " + town.tag());
            Browser.checkPage(phone.page);
            Browser.picture(phone.page, "calendar-dates-phone");
            assertThat(nextDay(file)).isEqualTo(at("2026-11-24T07:00"));
            phone.press("Endre skoleruta");
            assertThat(phone.text()).contains("Datoer som løper, står som de var");
        }
        assertThat(nextDay(file)).isEqualTo(at("2026-11-24T07:00"));
        assertThat(events(file, "date-moved")).isEmpty();
        assertThat(admin.get("/administration/calendar").body()).contains("én dato ble stående");
        assertThat(CalendarPage.fields(closing("Stengt en dag til", "2026-11-25"))).as("another change does not touch what was left").isNotEmpty();
        assertThat(closing("Stengt en dag til", "2026-11-25")).contains("Ingen frister eller datoer");
    }

    @Test
    void what_is_moved_moves_in_the_engine_and_the_timeline_says_so() {
        CaseFile file = daily();
        done(file, "do-measure");
        moved(closing("Storm", "2026-11-24"));
        assertThat(nextDay(file)).isEqualTo(at("2026-11-25T07:00"));
        assertThat(events(file, "date-moved"))
                .containsExactly("{\"to\": \"2026-11-25\", \"from\": \"2026-11-24\", \"task\": \"do-measure\"}");
        time.passTo("2026-11-24T12:00");
        assertThat(openTasks(file)).as("nobody is asked in the storm").isEmpty();
        time.passTo("2026-11-25T07:00");
        assertThat(openTasks(file)).containsExactly("do-measure");
        done(file, "do-measure");
        assertThat(log(file)).containsExactly(Result.DONE, Result.DONE);
        try (StaffBrowser principal = StaffBrowser.of(Browser.laptop(true), port, towns, town.principal())) {
            principal.go("/cases/" + file.reference());
            assertThat(principal.page.locator("main").textContent()).contains("Skoleruta ble endret. Ny dato for «Gjør tiltaket»: onsdag 25. november");
        }
    }

    @Test
    void a_deadline_moves_with_its_reminder_and_its_row() {
        closures.close(town.school(), day("2026-11-27", "Planleggingsdag"));
        CaseFile file = running("planMeasures[0].planTo", "2026-11-27");
        TaskRow before = story.open(file, "do-measure");
        assertThat(before.dueAt()).as("its last school day").isEqualTo(at("2026-11-26T15:00"));
        assertThat(watch(file)).isEqualTo(at("2026-11-26T13:00"));
        String check = opening("Planleggingsdag");
        assertThat(check).contains("frist for «Gjør tiltaket» (1)", "26. nov. 2026 kl. 15.00, ville blitt 27. nov. 2026 kl. 15.00");
        moved(check);
        assertThat(story.open(file, "do-measure").dueAt()).isEqualTo(at("2026-11-27T15:00"));
        assertThat(watch(file)).isEqualTo(at("2026-11-27T13:00"));
        assertThat(engine.getTaskService().createTaskQuery().taskId(before.taskId()).singleResult().getDueDate())
                .isEqualTo(Date.from(at("2026-11-27T15:00")));
        rebuild.rebuild();
        assertThat(story.open(file, "do-measure").dueAt()).as("built anew it is the same").isEqualTo(at("2026-11-27T15:00"));
    }

    @Test
    void who_follows_a_deadline_already_waits_for_the_new_one() {
        closures.close(town.school(), day("2026-11-27", "Planleggingsdag"));
        CaseFile file = running("planMeasures[0].planTo", "2026-11-27");
        time.passTo("2026-11-26T13:30");
        assertThat(timer(file, "until-due")).isEqualTo(at("2026-11-26T15:00"));
        moved(opening("Planleggingsdag"));
        assertThat(timer(file, "until-due")).isEqualTo(at("2026-11-27T15:00"));
        time.passTo("2026-11-26T15:30");
        assertThat(events(file, "reminded")).as("before it").hasSize(1);
        time.passTo("2026-11-27T15:01");
        assertThat(events(file, "reminded")).as("and when it is over").hasSize(2);
    }

    @Test
    void a_day_that_does_not_come_any_more_is_told_and_stays() {
        CaseFile file = running(
                "planMeasures[0].planOften", "weekly", "planMeasures[0].planFrom", "2026-11-24", "planMeasures[0].planTo", "2026-11-24");
        assertThat(nextDay(file)).isEqualTo(at("2026-11-24T07:00"));
        String check = closing("Storm", "2026-11-24");
        assertThat(check).contains("Én av dem har", "har ingen ny dag");
        moved(check);
        assertThat(nextDay(file)).isEqualTo(at("2026-11-24T07:00"));
        assertThat(events(file, "date-moved")).isEmpty();
    }

    @Test
    void working_days_and_other_schools_are_not_concerned() {
        CaseFile file = reported();
        Instant due = story.open(file, "read-report").dueAt();
        assertThat(closing("Storm", "2026-11-24")).contains("Ingen frister eller datoer");
        moved(closing("Storm", "2026-11-24"));
        assertThat(story.open(file, "read-report").dueAt()).as("staff work in school holidays too").isEqualTo(due);
        CaseFile measure = daily();
        done(measure, "do-measure");
        var elsewhere = towns.found();
        assertThat(post(calendar().replace(town.tag(), elsewhere.tag()), "Storm", "2026-11-25")).contains("Ingen frister eller datoer");
        towns.forget(elsewhere);
    }

    @Test
    void a_case_that_the_administrator_is_kept_out_of_is_neither_told_nor_moved() {
        CaseFile file = daily();
        done(file, "do-measure");
        jdbc.sql("insert into case_party (id, case_id, role, person_id, added_at) values (?, ?, 'accused', ?, now())")
                .params(UUID.randomUUID(), file.id(), administrator)
                .update();
        jdbc.sql("update case_file set accused = 'employee' where id = ?").param(file.id()).update();
        String check = closing("Storm", "2026-11-24");
        assertThat(check).contains("Ingen frister eller datoer").doesNotContain(file.reference());
        moved(check);
        assertThat(nextDay(file)).isEqualTo(at("2026-11-24T07:00"));
    }

    @Test
    void a_new_deployment_of_the_deadlines_moves_nothing_that_runs() throws Exception {
        CaseFile file = reported();
        TaskRow before = story.open(file, "read-report");
        List<Date> timers = timers(file);
        String table = Files.readString(Path.of("bpmn/deadline/deadlines.dmn"), StandardCharsets.UTF_8);
        String row = table.substring(table.indexOf("<rule id=\"deadlines-rule2\">"), table.indexOf("<rule id=\"deadlines-rule3\">"));
        String longer = table.replace(row, row.replace("<text>1</text>", "<text>9</text>"));
        assertThat(longer).isNotEqualTo(table);
        Deployment newer = engine.getRepositoryService()
                .createDeployment()
                .addString("deadlines.dmn", longer)
                .deploy();
        try {
            assertThat(engine.getDecisionService()
                            .evaluateDecisionTableByKey("deadlines", Map.of("duty", "read-report", "serious", false))
                            .getSingleResult()
                            .<Number>getEntry("amount")
                            .intValue())
                    .as("the table is in force")
                    .isEqualTo(9);
            assertThat(story.open(file, "read-report").dueAt()).isEqualTo(before.dueAt());
            assertThat(engine.getTaskService().createTaskQuery().taskId(before.taskId()).singleResult().getDueDate())
                    .isEqualTo(Date.from(before.dueAt()));
            assertThat(timers(file)).isEqualTo(timers);
            assertThat(closing("Storm", "2026-11-24")).as("nor does a change of the calendar take it up").contains("Ingen frister eller datoer");
        } finally {
            engine.getRepositoryService().deleteDeployment(newer.getId(), true);
        }
    }

    // --- what people do

    private CaseFile daily(String... more) {
        return running(Stream.concat(Stream.of("planMeasures[0].planOften", "daily"), Stream.of(more)).toArray(String[]::new));
    }

    private String closing(String name, String day) {
        return post(calendar(), name, day);
    }

    private String post(String calendar, String name, String day) {
        return admin.post(calendar + "/closures/new", Map.of("name", name, "kind", "closed", "from", day, "to", "", "action", "check"))
                .body();
    }

    /** The closure is taken away. */
    private String opening(String name) {
        long id = closures.between(town.school(), LocalDate.of(2026, 8, 1), LocalDate.of(2027, 7, 31)).stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
        return admin.post(calendar() + "/closures/" + id, Map.of("action", "remove")).body();
    }

    private void moved(String check) {
        List<String> fields = new ArrayList<>(CalendarPage.fields(check));
        fields.addAll(List.of("dates", "move"));
        assertThat(admin.postAll(calendar() + "/change", fields).statusCode()).isEqualTo(302);
    }

    private static PlannedClosure day(String day, String name) {
        return new PlannedClosure(LocalDate.parse(day), LocalDate.parse(day), name, ClosureKind.PLANNING);
    }

    private String calendar() {
        return "/administration/calendar/skole-" + town.tag() + "/2026";
    }

    // --- what is seen

    private Instant nextDay(CaseFile file) {
        return timer(file, "next-day");
    }

    private Instant watch(CaseFile file) {
        return timer(file, "do-measure-watch");
    }

    private Instant timer(CaseFile file, String activity) {
        return jobs(file).stream()
                .filter(job -> engine.getManagementService().createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId())
                        .singleResult().getActivityId().equals(activity))
                .map(job -> job.getDuedate().toInstant())
                .findFirst()
                .orElseThrow();
    }

    private List<Date> timers(CaseFile file) {
        return jobs(file).stream().map(Job::getDuedate).sorted().toList();
    }

    private List<Job> jobs(CaseFile file) {
        return engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(file.id().toString()).list().stream()
                .flatMap(p -> engine.getManagementService().createJobQuery().timers().processInstanceId(p.getId()).list().stream())
                .toList();
    }
}
