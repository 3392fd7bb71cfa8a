package no.omtanke.plan;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Entry;
import no.omtanke.form.Answers;
import no.omtanke.plan.PlanStore.PlanRow;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import org.springframework.stereotype.Component;

/** What was written in the plan's forms about its pupil. */
@Component
class PlanEntries {

    private final CaseFiles cases;
    private final TaskQueries tasks;

    PlanEntries(CaseFiles cases, TaskQueries tasks) {
        this.cases = cases;
        this.tasks = tasks;
    }

    /** An entry with its answers. */
    record Said(Entry entry, Answers answers) {

        String text(String key) {
            return answers.text(key);
        }

        /** Free words, unless they are not to be passed on: a plan and its letters hold nothing of those. */
        String words(String key) {
            return entry.keptBack() ? "" : answers.text(key);
        }
    }

    /** Oldest first. */
    List<Said> of(PlanRow plan, String form, Instant since) {
        return cases.entries(plan.caseId(), form).stream()
                .filter(entry -> Objects.equals(entry.about(), plan.pupil()))
                .filter(entry -> !entry.writtenAt().isBefore(since))
                .map(entry -> new Said(entry, Answers.fromJson(entry.json())))
                .toList();
    }

    Optional<Said> latest(PlanRow plan, String form) {
        return of(plan, form, plan.begunAt()).stream().reduce((first, second) -> second);
    }

    /** What was answered last in a measure's own task. */
    Optional<Said> latestAbout(PlanRow plan, UUID measure, String form) {
        List<String> done = tasks.ofCase(plan.caseId()).stream()
                .filter(task -> measure.equals(task.measure()) && task.formId().equals(form))
                .map(TaskRow::taskId)
                .toList();
        return of(plan, form, plan.begunAt()).stream()
                .filter(said -> done.contains(said.entry().taskId()))
                .reduce((first, second) -> second);
    }

    /** The measure that an entry's task was about. */
    Optional<UUID> measureOf(Said said) {
        return Optional.ofNullable(said.entry().taskId())
                .flatMap(tasks::task)
                .map(TaskRow::measure);
    }
}
