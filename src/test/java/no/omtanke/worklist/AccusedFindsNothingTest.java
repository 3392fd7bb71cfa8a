package no.omtanke.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.omtanke.OmtankeTest;
import no.omtanke.Story;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.WebSession;
import no.omtanke.access.Part;
import no.omtanke.casefile.CaseFile;
import no.omtanke.form.Answers;
import no.omtanke.process.Recusals;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tries every staff page as somebody who is kept out of a case: each answers as if the case had never been. */
@OmtankeTest
class AccusedFindsNothingTest {

    private static final String WORDS = "Grålirypa stenger henne ute";

    @Autowired
    Story story;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    TaskQueries tasks;

    @Autowired
    Recusals recusals;

    @LocalServerPort
    int port;

    Town town;

    @BeforeEach
    void aTown() {
        time.startAt("2026-11-23T10:00");
        town = towns.found();
    }

    @Test
    void the_accused_teacher() {
        nothingIsThereFor(town.teacher(), accused("employee", town.teacher()));
    }

    @Test
    void the_accused_deputy_as_an_employee_of_the_leadership() {
        nothingIsThereFor(town.deputy(), accused("employee", town.deputy()));
    }

    @Test
    void the_accused_principal_and_the_deputy() {
        nothingIsThereFor(town.principal(), accused("leader", town.principal()));
        aTown();
        nothingIsThereFor(town.deputy(), accused("leader", town.principal()));
    }

    @Test
    void whoever_stepped_back() {
        for (boolean leader : new boolean[] {false, true}) {
            aTown();
            CaseFile file = accused("pupil", null);
            long person = leader ? town.principal() : town.social();
            assertThat(recusals.stepBack(
                            towns.reader(person), file.id(), Part.CONTENT, new Answers("recusal", Map.of("ground", "family"))))
                    .isTrue();
            time.settle();
            nothingIsThereFor(person, file);
        }
    }

    /** What the person may see is one other case about the same pupil: it must not tell of the hidden one. */
    private void nothingIsThereFor(long person, CaseFile hidden) {
        CaseFile known = anotherCaseOf(person);
        WebSession session = WebSession.of(port, towns.account(person));
        List<String> pages = new ArrayList<>(List.of(
                "/today", "/plans", "/reports/new", "/history?q=" + hidden.reference(), "/cases?q=" + hidden.reference(),
                "/cases/" + known.reference(), "/history", "/cases", "/cases?q=" + town.tag()));
        tasks.ofCase(known.id()).stream()
                .filter(t -> t.open() && tasks.addressedTo(towns.reader(person), t.taskId()))
                .forEach(t -> pages.add("/tasks/" + t.taskId()));
        for (String tab : List.of("now", "mine", "unassigned", "waiting", "done")) {
            pages.add("/tasks?tab=" + tab);
            pages.add("/tasks?tab=" + tab + "&q=" + hidden.reference());
        }
        for (String page : pages) {
            HttpResponse<String> answer = session.get(page);
            String told = answer.body().replace("q=" + hidden.reference(), "").replace("value=\"" + hidden.reference() + "\"", "");
            assertThat(told).as(page).doesNotContain(hidden.reference(), "Grålirypa");
            tasks.ofCase(hidden.id()).forEach(task -> assertThat(told).as(page).doesNotContain(task.taskId()));
        }
        // What is looked for here is there to be found: the known case is, and only it.
        assertThat(session.get("/cases?q=" + town.tag()).body()).contains(known.reference()).containsOnlyOnce("class=\"wl-task\"");
        assertThat(session.get("/cases/" + known.reference()).body()).doesNotContain("Andre saker om eleven");
        List<String> doors = new ArrayList<>();
        for (String part : List.of("", "/plan", "/recusal", "/reopen", "/files/" + hidden.id(), "/let-in/" + town.social())) {
            doors.add("/cases/{ref}" + part);
        }
        for (String part : List.of("", "/steps.csv", "/content", "/open", "/files/" + hidden.id())) {
            doors.add("/history/{ref}" + part);
        }
        for (String path : doors) {
            same(session, path.replace("{ref}", hidden.reference()), path.replace("{ref}", "S26-NOSUCH"), hidden.reference());
        }
        for (TaskRow task : tasks.ofCase(hidden.id())) {
            for (String part : List.of("", "/recusal")) {
                same(session, "/tasks/" + task.taskId() + part, "/tasks/no-such-task" + part, task.taskId());
            }
        }
    }

    // Read by the leadership, with the person as the one responsible.
    private CaseFile anotherCaseOf(long person) {
        CaseFile file = story.guardianReports(town, Map.of());
        time.settle();
        story.does(town.principal(), file, "read-report", Map.of(
                "pupil", String.valueOf(town.pupil()), "accused", "pupil",
                "responsible", String.valueOf(person), "principalKnew", "2026-11-23"));
        time.settle();
        return file;
    }

    // A case that is hidden and one that never was get the same answer.
    private static void same(WebSession session, String hidden, String unknown, String name) {
        HttpResponse<String> one = session.get(hidden);
        HttpResponse<String> other = session.get(unknown);
        assertThat(one.statusCode()).as(hidden).isEqualTo(other.statusCode()).isIn(403, 404);
        assertThat(masked(one.body())).as(hidden).isEqualTo(masked(other.body()));
    }

    private static String masked(String body) {
        return body.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "").replaceAll("(S26-[A-Z0-9]{6}|[0-9a-f]{8}-[0-9a-f-]{27}|no-such-task)", "X");
    }

    private CaseFile accused(String kind, Long person) {
        CaseFile file = story.guardianReports(town, Map.of("whatHappened", WORDS));
        time.settle();
        Map<String, String> said = new java.util.HashMap<>(Map.of(
                "pupil", String.valueOf(town.pupil()),
                "accused", kind,
                "responsible", String.valueOf(town.social()),
                "principalKnew", "2026-11-23"));
        if (person != null) {
            said.put("accusedPerson", String.valueOf(person));
        }
        TaskRow read = story.open(file, "read-report");
        story.does(read.assignee() == null ? town.owner() : read.assignee(), read, said);
        time.settle();
        return file;
    }
}
