package no.omtanke.stories;

import static no.omtanke.TestTime.at;
import static org.assertj.core.api.Assertions.assertThat;

import no.omtanke.casefile.CaseFile;
import no.omtanke.process.TaskRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reminders before a deadline, and each level it is raised to when it is missed. */
abstract class DeadlineStories extends RoadToTask {

    /** Everything is done on Monday until the task is open; then nobody does it. */
    @ParameterizedTest(name = "{0} due {1}")
    @CsvSource({
        // task,              due,              reminder,         first level, next level at,    next level
        "read-report,         2026-11-24T15:00, 2026-11-24T08:00, reminder,   2026-11-25T15:00, leadership",
        "notify-owner,        2026-11-23T15:00, 2026-11-23T13:00, school-owner,               , ",
        "appoint-investigator,2026-11-23T15:00, 2026-11-23T13:00, school-owner,               , ",
        "first-contact,       2026-11-24T15:00, 2026-11-24T08:00, leadership, 2026-11-26T15:00, school-owner",
        "immediate-measures,  2026-11-24T15:00, 2026-11-24T08:00, leadership, 2026-11-26T15:00, school-owner",
        "hear-pupil,          2026-11-25T15:00, 2026-11-24T08:00, leadership, 2026-11-27T15:00, school-owner",
        "inform-guardians,    2026-11-24T15:00, 2026-11-24T08:00, leadership,                 , ",
        "investigate,         2026-11-26T15:00, 2026-11-25T08:00, leadership, 2026-11-30T15:00, school-owner",
        "conclude,            2026-11-27T15:00, 2026-11-26T08:00, reminder,   2026-11-30T15:00, school-owner",
        "notify-owner-late,   2026-11-23T15:00, 2026-11-23T13:00, school-owner,               , ",
        "write-plan,          2026-11-30T15:00, 2026-11-27T08:00, leadership, 2026-12-01T15:00, school-owner",
        "approve-plan,        2026-11-30T15:00, 2026-11-27T08:00, school-owner,               , ",
        "hear-pupil-plan,     2026-11-25T15:00, 2026-11-24T08:00, leadership, 2026-11-26T15:00, school-owner",
        "revise-plan,         2026-11-25T15:00, 2026-11-24T08:00, leadership, 2026-11-26T15:00, school-owner",
        "approve-provisional-plan, 2026-11-25T15:00, 2026-11-24T08:00, school-owner,           , ",
        "review-override,     2026-11-25T15:00, 2026-11-24T08:00, school-owner,               , ",
        "do-measure,          2026-11-23T15:00, 2026-11-23T13:00, reminder,   2026-11-24T15:00, leadership",
        "follow-up-measure,   2026-11-24T15:00, 2026-11-24T08:00, reminder,   2026-11-25T15:00, school-owner",
        "ask-pupil,           2026-11-25T15:00, 2026-11-25T08:00, leadership, 2026-11-26T15:00, school-owner",
        "evaluate-measure,    2026-11-25T15:00, 2026-11-25T08:00, reminder,   2026-11-26T15:00, leadership",
        "evaluate-plan,       2026-11-25T15:00, 2026-11-25T08:00, leadership, 2026-11-27T15:00, school-owner",
        "review-plan,         2026-11-30T15:00, 2026-11-27T08:00, school-owner,               , ",
        "read-family-words,   2026-11-24T15:00, 2026-11-24T08:00, reminder,   2026-11-25T15:00, leadership",
        "hand-over-plan,      2026-11-26T15:00, 2026-11-25T08:00, reminder,   2026-11-27T15:00, school-owner",
        "close-case,          2026-11-25T15:00, 2026-11-24T08:00, reminder,   2026-11-27T15:00, school-owner",
        "read-new-information,2026-11-24T15:00, 2026-11-24T08:00, reminder,   2026-11-25T15:00, leadership",
        "hear-accused,        2026-11-24T15:00, 2026-11-24T08:00, school-owner,               , ",
        "read-joined-case,    2026-11-24T15:00, 2026-11-24T08:00, leadership, 2026-11-25T15:00, school-owner",
        "hear-joined-pupil,   2026-11-25T15:00, 2026-11-24T08:00, leadership, 2026-11-27T15:00, school-owner",
        "inform-joined-guardians, 2026-11-24T15:00, 2026-11-24T08:00, leadership,             , ",
        "hear-pupil-intervention, 2026-11-23T15:00, 2026-11-23T13:00, leadership, 2026-11-24T15:00, school-owner",
        "inform-guardians-intervention, 2026-11-23T15:00, 2026-11-23T13:00, leadership, 2026-11-24T15:00, school-owner",
        "review-intervention, 2026-11-23T15:00, 2026-11-23T13:00, reminder,   2026-11-24T15:00, school-owner",
        "read-intervention,   2026-11-24T15:00, 2026-11-24T08:00, reminder,                   , ",
        "talk-absence,        2026-11-30T15:00, 2026-11-27T08:00, leadership,                 , ",
        "plan-absence,        2026-11-30T15:00, 2026-11-27T08:00, leadership,                 , ",
        "do-absence-measure,  2026-12-03T15:00, 2026-12-02T08:00, reminder,   2026-12-07T15:00, leadership",
        "teacher-view,        2026-11-26T15:00, 2026-11-25T08:00, reminder,   2026-11-27T15:00, leadership",
        "decide-leave,        2026-12-07T15:00, 2026-12-04T08:00, leadership, 2026-12-09T15:00, school-owner",
        "answer-family,       2026-11-25T15:00, 2026-11-24T08:00, reminder,   2026-11-27T15:00, school-owner"
    })
    void a_deadline_reminds_and_is_raised(
            String task, String due, String reminder, String level, String nextAt, String nextLevel) {
        CaseFile file = waitingAt(task);
        TaskRow row = story.open(file, task);
        assertThat(row.dueAt()).isEqualTo(at(due));
        follow(file, task, due, reminder, level, nextAt, nextLevel);
    }

    private void follow(
            CaseFile file, String task, String due, String reminder, String level, String nextAt, String nextLevel) {
        passToJustBefore(reminder);
        assertThat(about(file, "reminded", task)).isZero();
        time.passTo(reminder);
        assertThat(about(file, "reminded", task)).isEqualTo(1);
        passToJustBefore(due);
        assertThat(about(file, "deadline-missed", task)).isZero();
        mail.forget();
        time.passTo(due);
        assertRaised(file, task, level, 2);
        if (nextAt == null) {
            time.pass(java.time.Duration.ofDays(14));
            assertThat(about(file, "deadline-missed", task)).isEqualTo(level.equals("reminder") ? 0 : 1);
        } else {
            passToJustBefore(nextAt);
            assertThat(about(file, "deadline-missed", task)).isEqualTo(level.equals("reminder") ? 0 : 1);
            time.passTo(nextAt);
            assertThat(story.open(file, task).raisedTo()).startsWith(nextLevel);
        }
    }

    private void assertRaised(CaseFile file, String task, String level, int reminders) {
        TaskRow row = story.open(file, task);
        if (level.equals("reminder")) {
            assertThat(row.raisedTo()).isNull();
            assertThat(about(file, "reminded", task)).isEqualTo(reminders);
            return;
        }
        assertThat(row.raisedTo()).startsWith(level);
        assertThat(about(file, "deadline-missed", task)).isEqualTo(1);
        long told = level.equals("school-owner") ? town.owner() : town.deputy();
        assertThat(sees(told, file)).contains(task);
        assertThat(subjects(address(level.equals("school-owner") ? "kommunalsjef" : "inspektor")))
                .contains("En frist er brutt");
    }

    @Test
    void a_report_on_friday_is_read_on_monday() {
        time.startAt("2026-11-27T14:00");
        CaseFile file = reported();
        assertThat(story.open(file, "read-report").dueAt()).isEqualTo(at("2026-11-30T15:00"));
        time.passTo("2026-11-30T07:59");
        assertThat(events(file, "reminded")).isEmpty();
        time.passTo("2026-11-30T08:00");
        assertThat(events(file, "reminded")).hasSize(1);
        time.passTo("2026-12-01T15:00");
        assertThat(story.open(file, "read-report").raisedTo()).isEqualTo("leadership:" + town.school());
    }

    @Test
    void easter_and_summer_time_lie_between_the_report_and_its_deadline() {
        time.startAt("2027-03-24T12:00");
        CaseFile file = reported();
        assertThat(story.open(file, "read-report").dueAt()).isEqualTo(at("2027-03-30T15:00"));
        time.passTo("2027-03-30T07:59");
        assertThat(events(file, "reminded")).isEmpty();
        time.passTo("2027-03-30T08:00");
        assertThat(events(file, "reminded")).hasSize(1);
        done(file, "read-report");
        assertThat(story.open(file, "first-contact").dueAt()).isEqualTo(at("2027-03-30T15:00"));
        time.passTo("2027-04-01T14:59");
        assertThat(story.open(file, "first-contact").raisedTo()).startsWith("leadership");
        time.passTo("2027-04-01T15:00");
        assertThat(story.open(file, "first-contact").raisedTo()).isEqualTo("school-owner");
    }

    @ParameterizedTest(name = "reported {0} due {1}")
    @CsvSource({
        "2026-11-23T12:59, 2026-11-23T15:00, 2026-11-23T13:00",
        "2026-11-23T14:59, 2026-11-23T15:00, ",
        "2026-11-23T15:01, 2026-11-24T10:00, 2026-11-24T08:00",
        "2026-11-27T15:01, 2026-11-30T10:00, 2026-11-30T08:00",
        "2026-11-28T11:00, 2026-11-30T10:00, 2026-11-30T08:00"
    })
    void the_same_day_ends_at_three(String reported, String due, String reminder) {
        time.startAt(reported);
        CaseFile file = reported("safeTomorrow", "no");
        assertThat(story.open(file, "read-report").dueAt()).isEqualTo(at(due));
        if (reminder != null) {
            time.passTo(reminder);
            assertThat(events(file, "reminded")).hasSize(1);
        }
        passToJustBefore(due);
        assertThat(events(file, "reminded")).hasSize(reminder == null ? 0 : 1);
        time.passTo(due);
        assertThat(events(file, "reminded")).as("missed").hasSize(reminder == null ? 1 : 2);
    }

    @Test
    void what_is_done_in_time_is_neither_reminded_of_nor_raised() {
        CaseFile file = reported();
        done(file, "read-report");
        schoolActs(file);
        time.passTo("2026-11-24T20:00");
        assertThat(events(file, "reminded")).isEmpty();
        assertThat(events(file, "deadline-missed")).isEmpty();
    }

    @Test
    void what_is_done_after_the_reminder_or_after_the_first_level_is_raised_no_further() {
        CaseFile file = reported();
        time.passTo("2026-11-24T09:00");
        assertThat(events(file, "reminded")).hasSize(1);
        done(file, "read-report");
        time.passTo("2026-11-24T15:30");
        done(file, "first-contact");
        assertThat(about(file, "deadline-missed", "first-contact")).isEqualTo(1);
        time.passTo("2026-11-27T16:00");
        assertThat(about(file, "deadline-missed", "first-contact")).isEqualTo(1);
        assertThat(about(file, "deadline-missed", "read-report")).isZero();
        assertThat(about(file, "deadline-missed", "immediate-measures")).isEqualTo(2);
    }

    @Test
    void the_deputy_who_got_a_raised_task_may_do_it() {
        CaseFile file = reported();
        done(file, "read-report");
        time.passTo("2026-11-24T15:00");
        TaskRow row = story.open(file, "first-contact");
        assertThat(sent(town.deputy(), row)).isInstanceOf(no.omtanke.process.FormSubmission.Outcome.Completed.class);
    }

    @Test
    void each_pupil_has_a_deadline_of_their_own() {
        CaseFile file = reported();
        done(
                file,
                "read-report",
                "otherPupils[0].otherPupil",
                String.valueOf(town.other()),
                "otherPupils[0].otherRole",
                "witness");
        done(file, "hear-pupil");
        time.passTo("2026-11-25T15:00");
        assertThat(about(file, "deadline-missed", "hear-pupil")).isEqualTo(1);
    }

    private long about(CaseFile file, String kind, String task) {
        return events(file, kind).stream().filter(args -> args.contains("\"" + task + "\"")).count();
    }

    private void passToJustBefore(String moment) {
        time.pass(java.time.Duration.between(time.now(), at(moment).minusSeconds(1)));
    }
}
