package no.omtanke.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.omtanke.Browser;
import no.omtanke.OmtankeTest;
import no.omtanke.StaffBrowser;
import no.omtanke.Story;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.casefile.CaseFile;
import no.omtanke.form.Typed;
import no.omtanke.process.FormSubmission.Outcome;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskRow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Two people at one task, and people who should not be there. */
@OmtankeTest
class TwoAtOnceTest {

    @Autowired
    Story story;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    TaskForms taskForms;

    @LocalServerPort
    int port;

    @Test
    void of_two_who_send_at_once_one_wins_and_the_other_is_told_who() throws Exception {
        time.startAt("2026-11-23T10:00");
        Town town = towns.found();
        TaskRow task = story.open(reported(town), "read-report");
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService two = Executors.newFixedThreadPool(2);
        List<Future<TaskForms.Sent>> answers = List.of(town.principal(), town.deputy()).stream()
                .map(person -> two.submit(() -> {
                    together.await();
                    return taskForms.send(
                            towns.reader(person), task, answered(town), List.of(), Locale.forLanguageTag("nb"));
                }))
                .toList();
        List<Outcome> outcomes = List.of(outcome(answers.get(0)), outcome(answers.get(1)));
        two.shutdown();
        assertThat(outcomes).filteredOn(Outcome.Completed.class::isInstance).hasSize(1);
        long winner = outcomes.get(0) instanceof Outcome.Completed ? town.principal() : town.deputy();
        assertThat(outcomes)
                .filteredOn(Outcome.AlreadyEnded.class::isInstance)
                .singleElement()
                .satisfies(o -> assertThat(((Outcome.AlreadyEnded) o).by()).isEqualTo(winner));
    }

    @Test
    void the_second_is_told_who_was_first_and_keeps_the_words() {
        time.startAt("2026-11-23T10:00");
        Town town = towns.found();
        CaseFile file = reported(town);
        TaskRow task = story.open(file, "read-report");
        try (StaffBrowser principal = StaffBrowser.of(Browser.laptop(true), port, towns, town.principal())) {
            principal.go("/tasks/" + task.taskId());
            story.does(town.deputy(), task, answers(town));
            time.settle();
            principal.choose("accused", "pupil");
            principal.choose("seriousCriteria", "violence");
            principal.press("Send og fullfør");
            assertThat(principal.text())
                    .contains("Oppgaven er allerede gjort", "Inspektør " + town.tag(), "Det er brukt vold eller trusler");
            Browser.checkPage(principal.page);
            Browser.picture(principal.page, "staff-too-late");
            assertThat(principal.go("/tasks/" + task.taskId())).isEqualTo(200);
            assertThat(principal.text()).contains("Inspektør " + town.tag() + " fullførte oppgaven");
            principal.page.navigate("http://localhost:" + port + "/tasks/open?taskId=" + task.taskId()
                    + "&callbackUrl=https://elsewhere.example");
            assertThat(principal.page.url()).endsWith("/tasks/" + task.taskId());
        }
    }

    @Test
    void somebody_from_another_school_finds_nothing() {
        time.startAt("2026-11-23T10:00");
        Town town = towns.found();
        CaseFile file = reported(town);
        String task = story.open(file, "read-report").taskId();
        try (StaffBrowser stranger = StaffBrowser.of(Browser.laptop(true), port, towns, towns.found().principal())) {
            assertThat(stranger.go("/tasks/" + task)).isEqualTo(404);
            assertThat(stranger.go("/tasks/no-such-task")).isEqualTo(404);
            assertThat(stranger.go("/cases/" + file.reference())).isEqualTo(404);
            assertThat(stranger.go("/cases/" + file.reference() + "/files/" + java.util.UUID.randomUUID()))
                    .isEqualTo(404);
            assertThat(stranger.go("/cases/" + file.reference() + "/reopen")).isEqualTo(404);
            stranger.go("/tasks?tab=waiting");
            assertThat(stranger.text()).doesNotContain(file.reference());
            stranger.go("/cases?q=" + file.reference());
            assertThat(stranger.page.locator(".wl-task").count()).isZero();
        }
    }

    @Test
    void an_accused_employee_sees_nothing_of_the_case() {
        time.startAt("2026-11-23T10:00");
        Town town = towns.found();
        CaseFile file = reported(town);
        story.does(
                town.principal(),
                file,
                "read-report",
                Map.of(
                        "pupil", String.valueOf(town.pupil()),
                        "accused", "employee",
                        "accusedPerson", String.valueOf(town.teacher()),
                        "responsible", String.valueOf(town.social()),
                        "principalKnew", "2026-11-23"));
        time.settle();
        try (StaffBrowser accused = StaffBrowser.of(Browser.laptop(true), port, towns, town.teacher())) {
            for (String tab : List.of("now", "mine", "unassigned", "waiting", "done")) {
                accused.go("/tasks?tab=" + tab);
                assertThat(accused.page.locator(".wl-task").count()).isZero();
                assertThat(accused.text()).doesNotContain(file.reference());
            }
            assertThat(accused.go("/cases/" + file.reference())).isEqualTo(404);
            story.openTasks(file).forEach(task ->
                    assertThat(accused.go("/tasks/" + story.open(file, task).taskId())).isEqualTo(404));
        }
    }

    private CaseFile reported(Town town) {
        CaseFile file = story.guardianReports(town, Map.of());
        time.settle();
        return file;
    }

    private static Map<String, String> answers(Town town) {
        return Map.of(
                "pupil", String.valueOf(town.pupil()),
                "accused", "pupil",
                "responsible", String.valueOf(town.social()),
                "principalKnew", "2026-11-23");
    }

    private static Typed answered(Town town) {
        Typed typed = Typed.empty();
        for (var answer : answers(town).entrySet()) {
            typed = typed.with(answer.getKey(), answer.getValue());
        }
        return typed;
    }

    private static Outcome outcome(Future<TaskForms.Sent> sent) throws Exception {
        return ((TaskForms.Sent.Answered) sent.get()).outcome();
    }
}
