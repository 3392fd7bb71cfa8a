package no.omtanke.portal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import no.omtanke.OmtankeTest;
import no.omtanke.Story;
import no.omtanke.TestMail;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Party;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.SecureLinks;
import no.omtanke.organization.Directory;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A pupil with two guardians and a plan that the school has just written. */
@OmtankeTest
abstract class PlanScene {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 8, 1);

    @Autowired
    Story story;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    TestMail mail;

    @Autowired
    DirectoryRegister register;

    @Autowired
    Directory directory;

    @Autowired
    CaseProcesses processes;

    @Autowired
    CaseFiles cases;

    @Autowired
    TaskQueries tasks;

    @Autowired
    SecureLinks links;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    RuntimeService engine;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    Town town;
    CaseFile file;
    UUID pupil;
    UUID plan;
    long father;

    @BeforeEach
    void planWritten() {
        time.startAt("2026-11-23T10:00");
        town = towns.found();
        father = register.addPerson(
                "Far", town.tag(), "far." + town.tag() + "@town.example", null, null, "nb");
        register.addGuardian(father, town.pupil(), true, LONG_AGO, null);
        file = story.guardianReports(town, Map.of());
        time.settle();
        does("read-report", Map.of(
                "pupil", "" + town.pupil(), "accused", "pupil", "responsible", "" + town.teacher(),
                "investigator", "" + town.social(), "principalKnew", "2026-11-23"));
        pupil = cases.parties(file.id()).stream()
                .filter(p -> p.role().equals("affected"))
                .map(Party::id)
                .findFirst()
                .orElseThrow();
        transactions.executeWithoutResult(t -> processes.start(
                "activity-plan",
                file.id(),
                town.school(),
                Facts.none()
                        .with(Fact.PUPIL, pupil.toString())
                        .with(Fact.ACCUSED, "pupil")
                        .with(Fact.SERIOUS, false)
                        .with(Fact.PROVISIONAL, false)));
        writes("En voksen følger med ved klatrestativet i hvert friminutt.");
        plan = jdbc.sql("select id from plan where case_id = ?")
                .param(file.id())
                .query(UUID.class)
                .single();
    }

    @AfterEach
    void storyIsOver() {
        engine.createProcessInstanceQuery()
                .variableValueEquals("schoolId", town.school())
                .rootProcessInstances()
                .list()
                .forEach(p -> engine.deleteProcessInstance(p.getId(), "the story is over", false, true));
        towns.forget(town);
    }

    void writes(String what) {
        String task = story.openTasks(file).contains("revise-plan") ? "revise-plan" : "write-plan";
        Map<String, String> said = new HashMap<>(Map.of(
                "problem", "Eleven er alene i friminuttene.",
                "pupilGoal", "Ha noen å være sammen med.",
                "planMeasures[0].planWhat", what,
                "planMeasures[0].planTarget", "environment",
                "planMeasures[0].planFrom", "2026-11-23",
                "planMeasures[0].planTo", "2026-12-18",
                "planMeasures[0].planOften", "daily",
                "planMeasures[0].planWho", "" + town.teacher(),
                "evaluation", "2026-11-30"));
        said.putAll(Map.of(
                "planMeasures[1].planWhat", "Klassen lager regler for ballspill sammen.",
                "planMeasures[1].planTarget", "group",
                "planMeasures[1].planFrom", "2026-11-25",
                "planMeasures[1].planTo", "2026-11-25",
                "planMeasures[1].planOften", "once",
                "planMeasures[1].planWho", "" + town.social()));
        does(task, said);
    }

    /** The pupil is heard, the time for guardians is over, the leadership approves. */
    void approved() {
        approved("2026-11-25T15:30");
    }

    void approved(String after) {
        does("hear-pupil-plan", Map.of(
                "heard", "yes", "talkedWhen", "2026-11-23", "pupilWords", "Jeg vil at noen ser meg.",
                "readAloud", "true", "pupilAgrees", "yes"));
        time.passTo(after);
        does("approve-plan", Map.of("approved", "override", "overrideReason", "Det haster."));
    }

    void does(String task, Map<String, String> said) {
        TaskRow row = story.open(file, task);
        story.does(row.assignee() == null ? town.principal() : row.assignee(), row, said);
        time.settle();
    }

    /** The open task of the name that is asked of this guardian. */
    TaskRow asked(long guardian, String task) {
        return tasks.ofCase(file.id()).stream()
                .filter(t -> t.open() && t.taskKey().equals(task))
                .filter(t -> tasks.audiences(t.taskId()).contains("guardian:" + guardian))
                .findFirst()
                .orElseThrow();
    }

    String address(TaskRow task) {
        return "/min-plan/oppgave/" + task.taskId();
    }

    /** A link's path of one's own, as a mail would carry it. */
    String link(long person) {
        String address = links.issue(LinkPurpose.MY_PLAN, plan, file.id(), person, java.time.Duration.ofDays(30));
        return address.substring(address.indexOf("/l/"));
    }

    /** A browser in which the person has opened a link and typed the code. */
    WebVisitor in(long person) {
        return new WebVisitor(port).openWithCode(link(person), mail, address(person));
    }

    String address(long person) {
        return directory.person(person).orElseThrow().email();
    }
}
