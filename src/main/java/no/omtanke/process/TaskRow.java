package no.omtanke.process;

import java.time.Instant;
import java.util.UUID;
import no.omtanke.access.Part;

/**
 * One user task as the task list knows it. Public because doors show rows.
 *
 * @param taskKey the user task's id in the model, which is its form's id and its duty's name in the deadline tables
 * @param pupil the party it is about, or null
 * @param measure the measure of a plan it is about, or null
 * @param involvement what a body was asked, when the task is about that, or null
 * @param forBody the body's own task: who answers for it sees what is shared, nothing else of the case
 * @param assignee the person who has it, or null
 * @param state open, done or cancelled
 * @param raisedTo the level a missed deadline raised it to, or null
 */
public record TaskRow(
        String taskId,
        UUID caseId,
        String processKey,
        String taskKey,
        String formId,
        int schoolId,
        UUID pupil,
        UUID measure,
        UUID involvement,
        boolean forBody,
        Long assignee,
        boolean serious,
        Integer familyStep,
        Instant createdAt,
        Instant dueAt,
        String state,
        Instant endedAt,
        Long endedBy,
        String raisedTo) {

    /** What of the case one must be allowed to see for it: whoever has a measure sees the measure, not the case. */
    public Part part() {
        return measure != null ? Part.MEASURE : forBody ? Part.SHARED : Part.TASK;
    }

    public boolean open() {
        return state.equals("open");
    }
}
