package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import no.omtanke.OmtankeTest;
import no.omtanke.Story;
import no.omtanke.TestMail;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.absence.Mark;
import no.omtanke.casefile.CaseFile;
import no.omtanke.form.Typed;
import no.omtanke.plan.FamilyPlans;
import no.omtanke.process.FormSubmission.Outcome;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.camunda.bpm.engine.test.assertions.bpmn.ProcessInstanceAssert;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What every story has: a town of its own, a Monday morning in November, and people who do what they are asked. */
@OmtankeTest
abstract class ProcessStory {

    static final String MONDAY = "2026-11-23T10:00";
    private static final TaskForms.Sent NOT_THEIRS = new TaskForms.Sent.Answered(new Outcome.NotAllowed());

    @Autowired
    Story story;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    TestMail mail;

    @Autowired
    ProcessEngine engine;

    @Autowired
    TaskQueries tasks;

    @Autowired
    FamilyPlans families;

    @Autowired
    JdbcClient jdbc;

    Town town;
    private final Map<UUID, ProcessInstance> known = new HashMap<>();

    @BeforeEach
    void begin() {
        ProcessEngineTests.init(engine);
        time.startAt(MONDAY);
        town = towns.found();
        mail.forget();
    }

    // Time moves for everybody: a story that is over must not wake up in the next one.
    @AfterEach
    void end() {
        engine.getRuntimeService()
                .createProcessInstanceQuery()
                .variableValueEquals("schoolId", town.school())
                .rootProcessInstances()
                .list()
                .forEach(p -> engine.getRuntimeService().deleteProcessInstance(p.getId(), "the story is over", false, true));
        towns.forget(town);
    }

    // --- what people do

    CaseFile reported(String... said) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < said.length; i += 2) {
            all.put(said[i], said[i + 1]);
        }
        CaseFile file = story.guardianReports(town, all);
        time.settle();
        return file;
    }

    /** Somebody who has the task does it, in the usual way. @param said name and answer in turn, where it differs */
    void done(CaseFile file, String task, String... said) {
        done(story.open(file, task), said);
    }

    void done(TaskRow task, String... said) {
        assertThat(sent(whoHas(task), task, said)).isInstanceOf(Outcome.Completed.class);
        time.settle();
    }

    Outcome sent(long person, TaskRow task, String... said) {
        Map<String, String> answers = Said.in(task.formId(), town, today(), said);
        return familys(task) ? byLink(person, task, answers) : story.does(person, task, answers);
    }

    /** Somebody of the family answers through their link. */
    Outcome byLink(long person, TaskRow task, Map<String, String> said) {
        Typed typed = Typed.empty();
        for (var answer : said.entrySet()) {
            typed = typed.with(answer.getKey(), answer.getValue());
        }
        Locale language = Locale.forLanguageTag("nb");
        TaskForms.Sent sent =
                families.send(planOf(task), person, task.taskId(), typed, language).orElse(NOT_THEIRS);
        if (sent instanceof TaskForms.Sent.Answered answered) {
            return answered.outcome();
        }
        throw new AssertionError(task.taskKey() + ": " + ((TaskForms.Sent.Unfinished) sent).problems());
    }

    /** The newest plan of the pupil whom the task is about. */
    UUID planOf(TaskRow task) {
        return jdbc.sql("select id from plan where case_id = ? and pupil = ? order by begun_at desc limit 1")
                .params(task.caseId(), task.pupil())
                .query(UUID.class)
                .single();
    }

    private static boolean familys(TaskRow task) {
        return task.taskKey().startsWith("guardian-");
    }

    /** What is said about a form that is not whole. */
    List<String> refused(CaseFile file, String task, String... said) {
        TaskRow row = story.open(file, task);
        var answer = story.sends(whoHas(row), row, Said.in(row.formId(), town, today(), said));
        assertThat(answer).isInstanceOf(TaskForms.Sent.Unfinished.class);
        return ((TaskForms.Sent.Unfinished) answer)
                .problems().list().stream().map(p -> p.name() + ": " + p.text()).toList();
    }

    /** First contact, measures, and each pupil heard and followed up. */
    void schoolActs(CaseFile file) {
        all(file, "first-contact");
        done(file, "immediate-measures");
        while (story.openTasks(file).contains("hear-pupil")) {
            done(file, "hear-pupil");
        }
        while (story.openTasks(file).contains("inform-guardians")) {
            done(file, "inform-guardians");
        }
        all(file, "decide-visibility");
    }

    /** A case that waits for its conclusion. */
    CaseFile investigated(String... said) {
        CaseFile file = reported(said);
        done(file, "read-report");
        schoolActs(file);
        done(file, "investigate");
        return file;
    }

    /** Everybody says what they think of the draft. */
    void heard(CaseFile file) {
        done(file, "hear-pupil-plan");
        all(file, "guardian-view");
    }

    /** The evaluation's day has come: everybody answers, and then the leadership. */
    void evaluated(CaseFile file, String... said) {
        done(file, "ask-pupil");
        answered(file, said);
    }

    /** The pupil has answered; the others do, and then the leadership. */
    void answered(CaseFile file, String... said) {
        all(file, "guardian-evaluation");
        all(file, "evaluate-measure");
        done(file, "evaluate-plan", said);
    }

    void all(CaseFile file, String task) {
        while (openTasks(file).contains(task)) {
            done(file, task);
        }
    }

    /** The pupil has been away for six days, the last of them today. */
    CaseFile muchAway() {
        // Whatever an earlier story told of the pupil.
        for (String table : List.of("absence_follow_up", "absence")) {
            jdbc.sql("delete from " + table + " where pupil_id = ?").param(town.pupil()).update();
        }
        story.marks(town, town.pupil(), Mark.ABSENT, true, lastSchoolDays(6));
        time.settle();
        return story.followedUp(town.pupil()).orElseThrow();
    }

    /** Weekdays up to today, the first first. */
    LocalDate[] lastSchoolDays(int count) {
        return Stream.iterate(today(), day -> day.minusDays(1))
                .filter(day -> day.getDayOfWeek().getValue() < 6)
                .limit(count)
                .sorted()
                .toArray(LocalDate[]::new);
    }

    /** The pupil goes to another school from tomorrow. */
    void moved(long pupil) {
        jdbc.sql("update enrolment set to_date = ? where pupil_id = ?").params(today(), pupil).update();
    }

    // --- what is seen

    ProcessInstanceAssert process(CaseFile file) {
        return ProcessEngineTests.assertThat(instance(file, "school-environment"));
    }

    /** The case waits for exactly these tasks. */
    ProcessInstanceAssert waitsFor(CaseFile file, String... tasks) {
        assertThat(openTasks(file)).containsExactlyInAnyOrder(tasks);
        return process(file).isWaitingAt(tasks);
    }

    ProcessInstance instance(CaseFile file, String key) {
        engine
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(file.id().toString())
                .processDefinitionKey(key)
                .list()
                .stream()
                .max(Comparator.comparing(this::began))
                .ifPresent(latest -> known.put(file.id(), latest));
        return known.get(file.id());
    }

    private Date began(ProcessInstance process) {
        return engine.getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(process.getId())
                .singleResult()
                .getStartTime();
    }

    List<String> openTasks(CaseFile file) {
        return story.openTasks(file);
    }

    /** The open tasks that the person is addressed by. */
    List<String> sees(long person, CaseFile file) {
        return tasks.ofCase(file.id()).stream()
                .filter(TaskRow::open)
                .filter(t -> tasks.addressedTo(towns.reader(person), t.taskId()))
                .map(TaskRow::taskKey)
                .sorted()
                .toList();
    }

    List<String> events(CaseFile file, String kind) {
        return jdbc.sql("select args::text from case_event where case_id = ? and kind = ? order by id")
                .params(file.id(), kind)
                .query(String.class)
                .list();
    }

    List<String> subjects(String address) {
        return mail.to(address).stream().map(TestMail.Message::subject).toList();
    }

    String address(String who) {
        return who + "." + town.tag() + "@town.example";
    }

    String reporter() {
        return "foresatt." + town.tag() + "@hjemme.example";
    }

    LocalDate today() {
        return LocalDate.ofInstant(time.now(), TestTime.NORWAY);
    }

    private long whoHas(TaskRow task) {
        if (task.assignee() != null) {
            return task.assignee();
        }
        if (familys(task)) {
            return jdbc.sql("select audience from task_audience where task_id = ? and audience like 'guardian:%'")
                    .param(task.taskId())
                    .query((row, n) -> Long.valueOf(row.getString(1).substring("guardian:".length())))
                    .single();
        }
        return tasks.addressedTo(towns.reader(town.principal()), task.taskId()) ? town.principal() : town.owner();
    }
}
