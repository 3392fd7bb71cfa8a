package no.omtanke.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import no.omtanke.OmtankeTest;
import no.omtanke.Story;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.casefile.CaseFile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The list that is built anew is the list that was kept all along. */
@OmtankeTest
class TaskListRebuildTest {

    @Autowired
    Story story;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    TaskListRebuild rebuild;

    @Autowired
    TaskRows rows;

    @Autowired
    TaskDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Test
    void the_task_list_is_rebuilt_from_the_engine_and_the_case_file() {
        time.startAt("2026-11-23T10:00");
        Town town = towns.found();
        CaseFile waiting = story.guardianReports(town, Map.of());
        CaseFile serious = story.guardianReports(town, Map.of("safeTomorrow", "no"));
        CaseFile running = story.guardianReports(town, Map.of());
        time.settle();
        story.does(
                town.principal(),
                running,
                "read-report",
                Map.of(
                        "pupil", String.valueOf(town.pupil()),
                        "otherPupils[0].otherPupil", String.valueOf(town.other()),
                        "otherPupils[0].otherRole", "witness",
                        "accused", "pupil",
                        "responsible", String.valueOf(town.teacher()),
                        "investigator", String.valueOf(town.social()),
                        "principalKnew", "2026-11-23"));
        time.settle();
        desk.take(towns.reader(town.deputy()), story.open(waiting, "read-report").taskId());
        time.passTo("2026-11-25T09:00");

        List<String> before = snapshot(waiting, serious, running);
        int all = jdbc.sql("select count(*) from task_row").query(Integer.class).single();
        assertThat(before).anyMatch(row -> row.contains("leadership:") && row.contains("raisedTo=leadership"));
        assertThat(before).anyMatch(row -> row.contains("state=done"));

        assertThat(rebuild.rebuild()).isEqualTo(all);

        assertThat(snapshot(waiting, serious, running)).isEqualTo(before);
    }

    // The engine keeps milliseconds and looks at the clock itself, an instant before or after us.
    private List<String> snapshot(CaseFile... files) {
        return java.util.Arrays.stream(files)
                .flatMap(file -> rows.ofCase(file.id()).stream())
                .map(row -> new TaskRow(
                                        row.taskId(), row.caseId(), row.processKey(), row.taskKey(), row.formId(),
                                        row.schoolId(), row.pupil(), row.measure(), row.involvement(), row.forBody(), row.assignee(), row.serious(), row.familyStep(),
                                        rounded(row.createdAt()), row.dueAt(), row.state(), rounded(row.endedAt()),
                                        row.endedBy(), row.raisedTo())
                                + " " + rows.audiences(row.taskId()) + " " + raisedAt(row))
                .sorted()
                .toList();
    }

    private Object raisedAt(TaskRow row) {
        return jdbc.sql("select raised_at from task_row where task_id = ?")
                .param(row.taskId())
                .query((r, n) -> r.getTimestamp(1) == null ? "" : rounded(r.getTimestamp(1).toInstant()).toString())
                .single();
    }

    private static Instant rounded(Instant at) {
        return at == null ? null : at.plusSeconds(30).truncatedTo(ChronoUnit.MINUTES);
    }
}
