package no.omtanke.process;

/**
 * A task with what its line shows. Public because the task list shows lines.
 *
 * @param pupils the affected pupils' names, empty until they are linked
 * @param holder who has it, or null
 * @param about the one pupil this task is about, or null
 */
public record ListedTask(
        TaskRow task, String reference, String pupils, String className, String holder, String about) {}
