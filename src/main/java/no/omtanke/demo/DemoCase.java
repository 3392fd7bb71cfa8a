package no.omtanke.demo;

import java.util.List;
import java.util.Map;

/**
 * A demo case as {@code demo/cases.yml} tells it.
 *
 * @param pupils by a name for this story: class and number in the class's list
 * @param measuresDone whether those who have the plan's measures do them day by day, without being told to
 */
record DemoCase(
        String name, String school, Map<String, DemoPupil> pupils, boolean measuresDone, List<DemoStep> steps) {

    record DemoPupil(String className, int number) {}

    /**
     * Something that somebody does.
     *
     * @param ago working days before today
     * @param at local time, e.g. 09:12
     * @param by principal, deputy, contact-teacher, social-teacher, teacher, owner, holder (who has the task), or by a link:
     *     guardian, other-guardian (nobody, where there is one guardian only) or pupil
     * @param report a report's form id, when the step is a report
     * @param task a user task's id, when the step completes one
     * @param pupil for which pupil of the story, when several have the same task
     * @param tell new-information or not-heard, when the family writes; ask-for-help, when the school asks its SFO, and the name of the
     *     task that SFO answers by its link; supervision-request, when the owner registers one
     * @param reopen whether the step opens the closed case again
     */
    record DemoStep(
            int ago,
            String at,
            String by,
            String report,
            String entrance,
            String task,
            String pupil,
            String tell,
            boolean reopen,
            Map<String, String> answers) {}
}
