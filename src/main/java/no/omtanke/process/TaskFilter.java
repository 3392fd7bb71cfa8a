package no.omtanke.process;

/**
 * What the task list is narrowed to. Public because the list's address carries it.
 *
 * @param school null for all
 * @param serious true for serious cases only
 * @param due late, today, week, or null for all
 * @param task a user task's id, or null for all
 * @param search part of a reference or of a pupil's name, or null
 */
public record TaskFilter(TaskTab tab, Integer school, boolean serious, String due, String task, String search) {

    /** The same filter in another tab. */
    public TaskFilter in(TaskTab other) {
        return new TaskFilter(other, school, serious, due, task, search);
    }
}
