package no.omtanke.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.omtanke.form.Answers;

/** Makes a plan of what was answered in the form {@code write-plan}. */
final class DraftReader {

    private DraftReader() {}

    static PlanContent read(Answers answers) {
        List<Measure> measures = new ArrayList<>();
        for (Map<String, Object> item : answers.items("planMeasures")) {
            measures.add(measure(measures.size() + 1, new Answers(answers.formId(), item)));
        }
        return new PlanContent(
                answers.text("problem"),
                null,
                List.of(),
                answers.text("pupilGoal"),
                given(answers, "onlyPupilReason"),
                answers.list("services"),
                date(answers, "evaluation"),
                measures);
    }

    private static Measure measure(int number, Answers item) {
        return new Measure(
                UUID.randomUUID(),
                number,
                item.text("planWhat"),
                given(item, "planWhy"),
                item.text("planTarget").isEmpty() ? Target.PUPIL : Target.of(item.text("planTarget")),
                date(item, "planFrom"),
                date(item, "planTo"),
                item.text("planOften").isEmpty() ? Often.WEEKLY : Often.of(item.text("planOften")),
                person(item, "planWho"),
                person(item, "planSubstitute"),
                date(item, "planEvaluation"),
                given(item, "planMoment"),
                given(item, "planPlace"),
                given(item, "planList"));
    }

    private static String given(Answers answers, String key) {
        return answers.text(key).isBlank() ? null : answers.text(key);
    }

    private static LocalDate date(Answers answers, String key) {
        return answers.text(key).isEmpty()
                ? null
                : LocalDate.parse(answers.text(key).substring(0, 10));
    }

    private static Long person(Answers answers, String key) {
        return answers.text(key).isEmpty() ? null : Long.valueOf(answers.text(key));
    }
}
