package no.omtanke.worklist;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import no.omtanke.casefile.OpenCase;
import no.omtanke.form.Forms;
import no.omtanke.form.Typed;
import no.omtanke.plan.Evaluation;
import no.omtanke.plan.Finding;
import no.omtanke.plan.PlanBook;
import no.omtanke.plan.PlanVersion;
import no.omtanke.plan.PlanView;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskRow;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What one must know of the plan or the measure to answer a task of theirs. */
@Component
class PlanBeside {

    private static final Set<String> PROCESSES = Set.of("activity-plan", "measure");
    private static final Set<String> APPROVALS = Set.of("approve-plan", "approve-provisional-plan");
    private static final Set<String> EVALUATIONS = Set.of("evaluate-plan", "review-plan");

    private final PlanBook book;
    private final PlanWords words;
    private final Suggestions suggestions;
    private final Forms forms;
    private final TaskForms taskForms;

    PlanBeside(PlanBook book, PlanWords words, Suggestions suggestions, Forms forms, TaskForms taskForms) {
        this.book = book;
        this.words = words;
        this.suggestions = suggestions;
        this.forms = forms;
        this.taskForms = taskForms;
    }

    void add(Model page, OpenTask task, Typed typed, Locale locale) {
        TaskRow row = task.row();
        if (!PROCESSES.contains(row.processKey())) {
            return;
        }
        if (row.measure() != null) {
            measure(page, task.open(), row.measure(), locale);
            // Done in ten seconds between two lessons: one button, nothing to finish later.
            page.addAttribute("quick", row.taskKey().equals("do-measure"));
            return;
        }
        if (row.formId().equals("write-plan")) {
            drafting(page, task, typed, locale);
        }
        book.of(task.open(), row.pupil()).ifPresent(plan -> plan(page, row, plan, locale));
    }

    private void drafting(Model page, OpenTask task, Typed typed, Locale locale) {
        TaskRow row = task.row();
        var written = forms.soFar(taskForms.form(row), typed, taskForms.context(row, locale));
        List<Finding> findings = book.findings(task.open(), row.pupil(), written);
        page.addAttribute("planFound", words.found(findings, locale));
        page.addAttribute("planExamples", suggestions.in(locale));
    }

    private void plan(Model page, TaskRow row, PlanView plan, Locale locale) {
        String task = row.taskKey();
        if (APPROVALS.contains(task) || task.equals("review-override")) {
            plan.newest().ifPresent(version -> laidOut(page, plan, version, locale));
        }
        if (APPROVALS.contains(task)) {
            page.addAttribute("planGate", words.found(book.findings(plan), locale));
        }
        if (task.equals("review-override")) {
            plan.newest().ifPresent(version -> overridden(page, version, locale));
        }
        if (task.equals("hear-pupil-plan")) {
            plan.newest().ifPresent(version -> {
                page.addAttribute("planAloud", words.goal(version.content(), locale));
                page.addAttribute("planAloudMeasures", words.measures(plan, version.content(), locale));
            });
        }
        if (task.equals("revise-plan")) {
            plan.evaluations().stream().reduce((a, b) -> b).ifPresent(e -> evaluated(page, e, locale));
            plan.inForce().ifPresent(v -> page.addAttribute("planKept", words.measures(plan, v.content(), locale)));
        }
        if (EVALUATIONS.contains(task)) {
            plan.evaluations().stream().reduce((a, b) -> b).ifPresent(e -> evaluated(page, e, locale));
            plan.inForce().ifPresent(v -> page.addAttribute("planKept", words.measures(plan, v.content(), locale)));
            page.addAttribute("planTrend", words.trend(plan.evaluations(), locale));
        }
    }

    private void laidOut(Model page, PlanView plan, PlanVersion version, Locale locale) {
        page.addAttribute("planContent", words.content(version.content(), locale));
        page.addAttribute("planMeasures", words.measures(plan, version.content(), locale));
    }

    private void overridden(Model page, PlanVersion version, Locale locale) {
        if (version instanceof PlanVersion.Approved approved) {
            page.addAttribute("planOverride", approved.approval().overrideReason());
            page.addAttribute("planOverrideFound", words.found(approved.approval().findings(), locale));
        }
    }

    private void evaluated(Model page, Evaluation evaluation, Locale locale) {
        page.addAttribute("planEvaluation", words.evaluation(evaluation, locale));
    }

    // Why it is done is the case's: only who sees the case reads it here.
    private void measure(Model page, OpenCase open, UUID id, Locale locale) {
        book.measure(open, id).ifPresent(view -> {
            page.addAttribute("measureWhat", view.measure().what());
            page.addAttribute(
                    "measureWhy", open.reason().equals("measure-owner") ? null : view.measure().why());
            page.addAttribute("measureAbout", words.about(view.measure(), locale));
            page.addAttribute("measureDone", words.done(view.log(), locale));
            page.addAttribute("measureLog", words.log(view.log(), locale));
        });
    }
}
