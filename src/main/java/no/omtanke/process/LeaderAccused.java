package no.omtanke.process;

import java.util.UUID;
import java.util.stream.Stream;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import org.camunda.bpm.engine.TaskService;
import org.springframework.stereotype.Component;

/** When it turns out that a leader is accused, the school's leadership is out of the case and the owner has its tasks [law § 12-5]. */
@Component
class LeaderAccused {

    private final WayOut wayOut;
    private final TaskRows rows;
    private final TaskService tasks;
    private final Directory directory;

    LeaderAccused(WayOut wayOut, TaskRows rows, TaskService tasks, Directory directory) {
        this.wayOut = wayOut;
        this.rows = rows;
        this.tasks = tasks;
        this.directory = directory;
    }

    /** Hands over everything but the task that is being completed. */
    void handOver(UUID caseId, int schoolId, String completing) {
        String leadership = "leadership:" + schoolId;
        rows.ofCase(caseId).stream()
                .filter(TaskRow::open)
                .filter(row -> !row.taskId().equals(completing))
                .filter(row -> rows.audiences(row.taskId()).contains(leadership))
                .forEach(row -> tasks.setAssignee(row.taskId(), null));
        wayOut.toTheOwner(caseId, completing);
        // Also what a leader was named for: only the owner can name them anew.
        Stream.concat(directory.principal(schoolId).stream(), directory.deputies(schoolId).stream())
                .map(Person::id)
                .forEach(leader -> wayOut.of(caseId, leader, completing));
    }
}
