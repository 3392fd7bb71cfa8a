package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import no.omtanke.calendar.ClosureRegister;
import no.omtanke.casefile.CaseFile;
import no.omtanke.plan.LogLine.Result;
import no.omtanke.plan.PlanVersion;
import no.omtanke.process.TaskRow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** One plan from winter to autumn: revised three times, with Easter and the summer holidays in between. */
abstract class PlanYearStories extends PlanStory {

    private static final LocalDate LAST_DAY = LocalDate.of(2027, 6, 18);
    private static final LocalDate FIRST_DAY = LocalDate.of(2027, 8, 16);

    @Autowired
    ClosureRegister closures;

    @Test
    void a_plan_is_revised_three_times_and_nobody_is_asked_for_measures_in_the_holidays() {
        time.startAt("2027-02-15T10:00");
        closures.close(town.school(), LocalDate.of(2027, 3, 22), LocalDate.of(2027, 3, 29), "Påskeferie");
        closures.close(town.school(), LAST_DAY.plusDays(1), FIRST_DAY.minusDays(1), "Sommerferie");

        CaseFile file = running(measure("once", "2027-02-16", "2027-02-19", "2027-02-22"));
        at(file, "2027-02-22");
        evaluated(file, "safe", "no", "outcome", "revise");
        revised(file, measure("weekly", "2027-02-22", "2027-04-30", "2027-03-01"));
        List<LocalDate> spring = until(file, "2027-03-01", "2027-03-15", "2027-04-12");
        assertThat(spring)
                .as("every Monday; after Easter a Tuesday")
                .extracting(LocalDate::toString)
                .containsExactly(
                        "2027-02-22", "2027-03-01", "2027-03-08", "2027-03-15", "2027-03-30", "2027-04-05", "2027-04-12");
        evaluated(file, "safe", "unsure", "outcome", "revise");

        revised(file, measure("daily", "2027-06-07", "2027-08-31", "2027-04-19"));
        List<LocalDate> summer =
                until(file, "2027-04-19", "2027-05-03", "2027-05-31", "2027-06-28", "2027-07-26", "2027-08-23");
        assertThat(summer)
                .as("ten days before the holidays, six after them")
                .hasSize(16)
                .contains(LAST_DAY, FIRST_DAY)
                .noneMatch(day -> day.isAfter(LAST_DAY) && day.isBefore(FIRST_DAY))
                .noneMatch(day -> day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY);
        assertThat(log(file)).as("what nobody was asked for is not missing").containsOnly(Result.DONE);

        evaluated(file, "safe", "no", "outcome", "revise");
        assertThat(openTasks(file)).as("the third time").contains("review-plan", "revise-plan");
        revised(file, measure("once", "2027-08-24", "2027-08-27", "2027-08-30"));
        done(file, "review-plan");
        plan(file).isWaitingAt("until-evaluation");
        at(file, "2027-08-30");
        evaluated(file);
        plan(file).isEnded();
        process(file).isWaitingAt("close-case");
        assertThat(view(file).versions()).extracting(PlanVersion::number).containsExactly(4, 3, 2, 1);
        assertThat(view(file).evaluations()).hasSize(11);
        assertThat(events(file, "plan-approved")).hasSize(4);
        assertThat(events(file, "measure-not-done")).isEmpty();
    }

    private static String[] measure(String often, String from, String to, String evaluation) {
        return new String[] {
            "planMeasures[0].planOften", often,
            "planMeasures[0].planFrom", from,
            "planMeasures[0].planTo", to,
            "planMeasures[0].planEvaluation", to,
            "evaluation", evaluation
        };
    }

    private void revised(CaseFile file, String[] draft) {
        done(file, "revise-plan", draft);
        heard(file);
        assertThat(findings(file)).isEmpty();
        done(file, "approve-plan");
    }

    /** From evaluation to evaluation, each of which lets the plan go on; the last one has just come. @return the days of its measure */
    private List<LocalDate> until(CaseFile file, String... evaluations) {
        List<LocalDate> days = new ArrayList<>();
        for (int i = 0; i < evaluations.length; i++) {
            if (i > 0) {
                evaluated(file, "safe", "yes", "outcome", "continue", "nextEvaluation", evaluations[i]);
            }
            for (LocalDate day = today().plusDays(1); day.isBefore(LocalDate.parse(evaluations[i])); day = day.plusDays(1)) {
                days.addAll(at(file, day.toString()));
                assertThat(openTasks(file)).doesNotContain("ask-pupil");
            }
            days.addAll(at(file, evaluations[i]));
            assertThat(openTasks(file)).contains("ask-pupil");
        }
        return days;
    }

    /** The day's morning; whoever is asked does the measure. @return the day, if somebody was asked */
    private List<LocalDate> at(CaseFile file, String day) {
        time.passTo(day + "T08:00");
        List<LocalDate> days = new ArrayList<>();
        for (TaskRow task : tasks.ofCase(file.id())) {
            if (task.open() && task.taskKey().equals("do-measure")) {
                days.add(dayOf(task));
                done(task);
            }
        }
        return days;
    }
}
