package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.omtanke.access.Actor;
import no.omtanke.access.Actors;
import no.omtanke.access.CasePolicy;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.access.Visible;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.CaseQueries;
import no.omtanke.form.Answers;
import no.omtanke.form.Check;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormContext;
import no.omtanke.form.Forms;
import no.omtanke.form.Typed;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.organization.Role;
import no.omtanke.process.EngineRoom;
import no.omtanke.process.FormSubmission.Outcome;
import no.omtanke.process.Holdings;
import no.omtanke.process.TaskDesk;
import no.omtanke.process.TaskRow;
import no.omtanke.protection.LaneDoor;
import no.omtanke.protection.ProtectionReports;
import org.camunda.bpm.engine.management.ProcessDefinitionStatistics;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** An employee reports to child protection, and nobody else ever learns that there is such a report. */
abstract class ProtectionStories extends ProcessStory {

    private static final Locale NB = Locale.forLanguageTag("nb");

    /** What knows cases and people; the engine's own tables are asked as an operator. */
    private static final List<String> TABLES = List.of(
            "case_file", "case_party", "case_event", "case_entry", "case_document", "task_row", "lane_member");

    @Autowired
    ProtectionReports reports;

    @Autowired
    no.omtanke.involvement.Asking asking;

    @Autowired
    no.omtanke.escalation.StaffLift staffLift;

    @Autowired
    LaneDoor laneDoor;

    @Autowired
    Forms forms;

    @Autowired
    FormCatalog catalog;

    @Autowired
    CaseGate gate;

    @Autowired
    CaseQueries queries;

    @Autowired
    CasePolicy policy;

    @Autowired
    Holdings holdings;

    @Autowired
    TaskDesk desk;

    @Autowired
    EngineRoom engineRoom;

    @Autowired
    DirectoryRegister register;

    @Autowired
    TransactionTemplate together;

    @Test
    void a_report_is_written_sent_answered_and_closed() {
        CaseFile file = toldBy(town.teacher());
        assertThat(openTasks(file)).containsExactly("send-protection-report");
        TaskRow send = story.open(file, "send-protection-report");
        assertThat(send.assignee()).isEqualTo(town.teacher());
        assertThat(send.dueAt().atZone(TestTime()).toString()).startsWith("2026-11-23T15:00");
        assertThat(documents(file)).containsExactly("protection-report");

        done(file, "send-protection-report");
        assertThat(story.open(file, "protection-feedback").dueAt().atZone(TestTime()).toLocalDate())
                .as("three weeks after it was sent")
                .isEqualTo(LocalDate.parse("2026-12-14"));
        done(file, "protection-feedback", "answered", "nothing", "askedThem", "Jeg har ringt to ganger.");
        done(file, "protection-feedback-again");
        done(file, "protection-outcome");

        assertThat(story.now(file).open()).isFalse();
        assertThat(gate.allows(towns.reader(town.teacher()), file.id(), Part.CONTENT)).as("they can read it later").isTrue();
    }

    @Test
    void not_sending_it_takes_a_reason_and_ends_it() {
        CaseFile file = toldBy(town.teacher());
        assertThat(story.sends(town.teacher(), story.open(file, "send-protection-report"), Map.of("sent", "not-sent")))
                .isInstanceOf(no.omtanke.process.TaskForms.Sent.Unfinished.class);
        done(file, "send-protection-report", "sent", "not-sent", "whyNotSent", "Barnevernet sa at de har meldingen alt.");
        assertThat(story.now(file).open()).isFalse();
    }

    @Test
    void nobody_is_asked_to_help_in_it_and_it_is_lifted_to_nobody() {
        CaseFile file = toldBy(town.teacher());
        assertThat(asking.open(towns.reader(town.teacher()), file.reference())).isEmpty();
        no.omtanke.form.Answers why = new no.omtanke.form.Answers("lift-case", Map.of("liftTo", "owner"));
        assertThat(staffLift.lift(towns.reader(town.teacher()), file.id(), why)).isFalse();
        time.settle();
        assertThat(openTasks(file)).containsExactly("send-protection-report");
        assertThat(events(file, "lifted-by-staff")).isEmpty();
    }

    @Test
    void child_protection_does_not_investigate() {
        CaseFile file = toldBy(town.teacher());
        done(file, "send-protection-report");
        done(file, "protection-feedback", "answered", "no-investigation");
        assertThat(story.now(file).open()).isFalse();
    }

    @Test
    void a_missed_deadline_reaches_the_deputy_and_nobody_else() {
        CaseFile file = toldBy(town.teacher());
        for (String task : List.of(
                "send-protection-report", "protection-feedback", "protection-feedback-again", "protection-outcome")) {
            mail.forget();
            time.passTo(story.open(file, task).dueAt().atZone(TestTime()).toLocalDateTime().plusMinutes(5).toString());
            time.settle();
            assertThat(story.open(file, task).raisedTo()).as(task).isEqualTo("person:" + town.social());
            assertThat(subjects(address("kontaktlaerer"))).as(task).contains("Påminnelse: en frist nærmer seg");
            assertThat(subjects(address("sosiallaerer"))).as(task).contains("En frist er brutt");
            for (String who : List.of("rektor", "inspektor", "kommunalsjef", "revisor", "foresatt")) {
                assertThat(mail.to(address(who))).as("%s, %s", task, who).isEmpty();
            }
            if (task.equals("protection-feedback")) {
                done(file, task, "answered", "nothing", "askedThem", "Jeg har ringt.");
            } else {
                done(file, task);
            }
        }
        assertThat(jdbc.sql("select escalated from case_file where id = ?").param(file.id()).query(Boolean.class).single())
                .isFalse();
    }

    @Test
    void nobody_else_finds_it() throws Exception {
        CaseFile file = toldBy(town.teacher());
        done(file, "send-protection-report");
        for (Reader stranger : strangers()) {
            for (Part part : Part.values()) {
                assertThat(gate.open(stranger, file.id(), part)).as("%s %s", stranger.audiences(), part).isEmpty();
            }
            assertThat(queries.count(stranger, null, file.reference())).as("%s", stranger.audiences()).isZero();
            for (Visible visible : List.of(
                    policy.visible(stranger), policy.visibleHistory(stranger), policy.visibleHolding(stranger),
                    policy.visibleToday(stranger), policy.visibleWhole(stranger))) {
                assertThat(jdbc.sql("select count(*) from case_file c where c.id = :it and " + visible.condition())
                                .params(visible.params())
                                .param("it", file.id())
                                .query(Integer.class)
                                .single())
                        .as("%s %s", stranger.audiences(), visible.condition())
                        .isZero();
            }
            for (String table : TABLES) {
                assertThat(rows(Actor.of(stranger), table, file)).as("%s %s", stranger.audiences(), table).isZero();
            }
        }
        for (long named : List.of(town.teacher(), town.social())) {
            assertThat(gate.open(towns.reader(named), file.id(), Part.CONTENT)).isPresent();
            for (String table : TABLES) {
                assertThat(rows(Actor.of(towns.reader(named)), table, file)).as(table).isPositive();
            }
        }
        assertThat(rows(Actor.ofCase(UUID.randomUUID()), "case_file", file)).isZero();
    }

    @Test
    void an_operator_finds_nothing_of_it_in_the_engine() {
        CaseFile file = toldBy(town.teacher());
        done(file, "send-protection-report");
        CaseFile ordinary = reported();
        done(ordinary, "read-report");
        time.passTo("2026-11-23T16:00");
        time.settle();
        String key = file.id().toString();
        assertThat(asOperator(() -> engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(key).count()))
                .isZero();
        assertThat(asOperator(() -> engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceBusinessKey(key).count()))
                .isZero();
        assertThat(asOperator(() -> engine.getHistoryService().createHistoricVariableInstanceQuery().variableValueEquals("caseId", key).count()))
                .isZero();
        assertThat(asOperator(() -> engine.getTaskService().createTaskQuery().taskDefinitionKey("send-protection-report").count()))
                .isZero();
        assertThat(asOperator(() -> engine.getManagementService()
                        .createProcessDefinitionStatisticsQuery()
                        .includeFailedJobs()
                        .list()
                        .stream()
                        .filter(s -> s.getKey().equals("child-protection-report"))
                        .mapToLong(ProcessDefinitionStatistics::getInstances)
                        .sum()))
                .isZero();
        assertThat(asOperator(() -> engine.getHistoryService()
                        .createHistoricDecisionInstanceQuery()
                        .includeInputs()
                        .list()
                        .stream()
                        .flatMap(decision -> decision.getInputs().stream())
                        .filter(input -> "send-protection-report".equals(input.getValue()))
                        .count()))
                .as("no table was asked about such a duty")
                .isZero();
        assertThat(asOperator(() -> engine.getHistoryService()
                        .createUserOperationLogQuery()
                        .list()
                        .stream()
                        .filter(entry -> runs(file).contains(entry.getProcessInstanceId()))
                        .count()))
                .as("what somebody did with it")
                .isZero();
        assertThat(asOperator(() -> engine.getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .list()
                        .stream()
                        .filter(step -> runs(file).contains(step.getProcessInstanceId()))
                        .count()))
                .isZero();
        assertThat(asOperator(() -> engine.getManagementService().createJobQuery().list().stream()
                        .filter(job -> runs(file).contains(job.getProcessInstanceId()))
                        .count()))
                .isZero();
        assertThat(engineRoom.waiting()).noneMatch(w -> w.processKey().startsWith("child-protection"));
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().processInstanceBusinessKey(key).count())
                .as("it is there: the test would find it")
                .isPositive();
        assertThat(asOperator(() -> engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(ordinary.id().toString())
                        .count()))
                .as("and an operator sees where other cases stand")
                .isPositive();
    }

    @Test
    void a_step_that_fails_is_seen_by_the_operator_without_its_case() {
        CaseFile file = toldBy(town.teacher());
        mail.stop();
        try {
            together.executeWithoutResult(t -> laneDoor.tellLeadership(towns.reader(town.teacher()), file));
            time.settle();
            assertThat(engineRoom.failedJobs())
                    .noneMatch(job -> file.id().toString().equals(job.caseId()))
                    .anyMatch(job -> job.processKey() == null && job.activityId() == null && job.caseId() == null);
        } finally {
            mail.start();
        }
        time.pass(java.time.Duration.ofMinutes(30));
        assertThat(subjects(address("rektor"))).containsExactly("En ansatt trenger tid i dag");
        assertThat(mail.to(address("rektor")).get(0).text()).doesNotContain(file.reference(), "Kontaktlærer", "barnevern");
    }

    @Test
    void the_reporter_leaves_and_the_deputy_goes_on_without_anybody_handing_it_over() throws Exception {
        CaseFile file = toldBy(town.teacher());
        long administrator = person("Admin", Role.ADMINISTRATOR, null);
        Reader admin = towns.reader(administrator);
        Actors.as(Actor.of(admin), () -> {
            assertThat(holdings.of(admin, town.school(), town.teacher())).noneMatch(h -> h.caseId().equals(file.id()));
            together.executeWithoutResult(t -> holdings.takeBackTheRest(town.school(), town.teacher()));
            return null;
        });
        together.executeWithoutResult(t -> holdings.takeBackTheRest(town.school(), town.teacher()));
        towns.leave(town.teacher(), Role.CONTACT_TEACHER, town.school(), LocalDate.of(2020, 8, 1));

        assertThat(sees(town.social(), file)).containsExactly("send-protection-report");
        assertThat(sees(town.principal(), file)).isEmpty();
        TaskRow row = story.open(file, "send-protection-report");
        together.executeWithoutResult(t -> engine.getTaskService().setAssignee(row.taskId(), null));
        assertThat(desk.take(towns.reader(town.social()), row.taskId())).isEqualTo(TaskDesk.Result.DONE);
        assertThat(story.does(town.social(), row, Said.in("send-protection-report", town, today())))
                .isInstanceOf(Outcome.Completed.class);
        assertThat(story.open(file, "protection-feedback").assignee()).isEqualTo(town.social());
    }

    @Test
    void one_more_is_let_in_with_a_reason() {
        CaseFile file = toldBy(town.teacher());
        Reader deputy = towns.reader(town.deputy());
        assertThat(laneDoor.report(deputy, file.reference())).isEmpty();
        laneDoor.letIn(
                towns.reader(town.teacher()), file, new Answers("let-into-lane", new HashMap<>(Said.in("let-into-lane", town, today()))));
        assertThat(laneDoor.report(deputy, file.reference())).isPresent();
        assertThat(sees(town.deputy(), file)).containsExactly("send-protection-report");
        done(file, "send-protection-report");
        assertThat(sees(town.deputy(), file)).containsExactly("protection-feedback");
        assertThat(laneDoor.members(file)).hasSize(3);
    }

    // --- what the stories are told with

    private static java.time.ZoneId TestTime() {
        return no.omtanke.TestTime.NORWAY;
    }

    @Test
    void when_only_one_is_left_they_choose_another_the_next_day_and_nobody_else_is_told() {
        CaseFile file = toldBy(town.teacher());
        time.passTo("2026-11-24T12:00");
        assertThat(openTasks(file)).as("two are left").doesNotContain("let-another-in");
        towns.leave(town.social(), Role.SOCIAL_TEACHER, town.school(), LocalDate.of(2020, 8, 1));
        mail.forget();
        time.passTo("2026-11-25T12:00");
        TaskRow ask = story.open(file, "let-another-in");
        assertThat(ask.assignee()).isEqualTo(town.teacher());
        time.passTo("2026-11-27T12:00");
        assertThat(openTasks(file).stream().filter("let-another-in"::equals)).as("once").hasSize(1);
        assertThat(mail.to(address("rektor"))).isEmpty();
        assertThat(sees(town.principal(), file)).isEmpty();
        story.does(town.teacher(), ask, Said.in("let-another-in", town, today(), "anotherPerson", String.valueOf(town.deputy())));
        time.settle();
        assertThat(gate.allows(towns.reader(town.deputy()), file.id(), Part.CONTENT)).isTrue();
        assertThat(sees(town.deputy(), file)).contains("send-protection-report");
        time.passTo("2026-11-30T12:00");
        assertThat(openTasks(file)).as("two again").doesNotContain("let-another-in");
    }

    private CaseFile toldBy(long reporter) {
        Typed typed = Typed.empty();
        for (var said : Said.in("report-child-protection", town, today()).entrySet()) {
            typed = typed.with(said.getKey(), said.getValue());
        }
        Check check = forms.check(
                catalog.form("report-child-protection"), null, typed, new FormContext(NB, town.school(), Map.of(), Map.of()));
        assertThat(check).as("%s", check).isInstanceOf(Check.Valid.class);
        CaseFile file = reports.take(
                towns.reader(reporter), town.school(), ((Check.Valid) check).answers(), UUID.randomUUID(), NB);
        time.settle();
        return file;
    }

    private Set<String> runs(CaseFile file) {
        return Set.copyOf(jdbc.sql("select id_ from public.act_hi_procinst where business_key_ = ?")
                .param(file.id().toString())
                .query(String.class)
                .list());
    }

    private List<Reader> strangers() {
        return List.of(
                towns.reader(town.principal()),
                towns.reader(town.deputy()),
                towns.reader(town.owner()),
                towns.reader(town.auditor()),
                towns.reader(person("Admin", Role.ADMINISTRATOR, null)),
                towns.reader(person("Drift", Role.OPERATOR, null)),
                towns.reader(person("Helse", Role.HEALTH_SERVICE, town.school())),
                towns.reader(person("Kollega", Role.STAFF, town.school())),
                new Reader(town.guardian(), "", Set.of("person:" + town.guardian(), "guardian:" + town.guardian())),
                new Reader(0, "", Set.of("link:" + UUID.randomUUID())));
    }

    private long person(String name, Role role, Integer school) {
        long person = register.addPerson(name, town.tag(), name.toLowerCase(NB) + "." + town.tag() + "@town.example", null, null, "nb");
        register.giveRole(person, role, school, false, LocalDate.of(2020, 8, 1), null);
        return person;
    }

    private List<String> documents(CaseFile file) {
        return jdbc.sql("select kind from case_document where case_id = ?").param(file.id()).query(String.class).list();
    }

    private int rows(Actor actor, String table, CaseFile file) throws Exception {
        String column = table.equals("case_file") ? "id" : "case_id";
        return Actors.as(actor, () -> jdbc.sql("select count(*) from " + table + " where " + column + " = ?")
                .param(file.id())
                .query(Integer.class)
                .single());
    }

    private long asOperator(java.util.function.LongSupplier question) {
        engine.getIdentityService().setAuthentication("0", List.of("operators"), List.of());
        try {
            return question.getAsLong();
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
    }
}
