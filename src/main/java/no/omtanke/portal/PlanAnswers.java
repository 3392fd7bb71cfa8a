package no.omtanke.portal;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import no.omtanke.form.Typed;
import no.omtanke.plan.FamilyPlans;
import no.omtanke.plan.FamilyPlans.OwnPlan;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** What families answer when they are asked, in time or too late: nothing that they typed is lost. */
@Component
class PlanAnswers {

    /** Forms that a family answers by link. */
    private static final Set<String> FORMS = Set.of("guardian-view", "guardian-evaluation", "ask-pupil");

    private final FamilyPlans plans;
    private final TaskQueries tasks;
    private final TaskForms taskForms;
    private final PlanTaskPages pages;
    private final VisitorDrafts drafts;

    PlanAnswers(FamilyPlans plans, TaskQueries tasks, TaskForms taskForms, PlanTaskPages pages, VisitorDrafts drafts) {
        this.plans = plans;
        this.tasks = tasks;
        this.taskForms = taskForms;
        this.pages = pages;
        this.drafts = drafts;
    }

    /** A task that families are asked; whether it is asked of this one is another question. */
    TaskRow task(String id) {
        return tasks.task(id).filter(t -> FORMS.contains(t.formId())).orElseThrow(PlanAnswers::notFound);
    }

    static boolean asked(OwnPlan own, TaskRow task) {
        return own.tasks().stream().anyMatch(t -> t.taskId().equals(task.taskId()));
    }

    /** The draft with what was posted in it. */
    Typed keep(Visitor visitor, TaskRow task, Map<String, String[]> posted) {
        return drafts.change(
                visitor,
                PlanTaskPages.purpose(task),
                draft -> draft.merge(Typed.from(posted), taskForms.form(task).fields()));
    }

    TaskForms.Sent send(OwnPlan own, TaskRow task, Typed typed, Locale locale) {
        return plans.send(own.plan().id(), own.person().id(), task.taskId(), typed, locale)
                .orElseThrow(PlanAnswers::notFound);
    }

    /** The page for somebody who comes to a task that is asked of them no more. */
    String ended(OwnPlan own, TaskRow task, Typed typed, Exchange with) {
        boolean ofThisPlan = task.caseId().equals(own.open().file().id())
                && (own.plan().pupil() == null || Objects.equals(task.pupil(), own.plan().pupil()));
        if (!ofThisPlan || task.open()) {
            return refuse();
        }
        if (Long.valueOf(own.person().id()).equals(task.endedBy())) {
            return "redirect:/min-plan/takk/" + task.taskKey();
        }
        if (own.asPupil()) {
            return "redirect:/min-plan";
        }
        if (!task.state().equals("cancelled") || task.formId().equals("ask-pupil")) {
            return refuse();
        }
        late(own, task, typed, with);
        return "redirect:/min-plan/skriv?frist";
    }

    /** Unknown and somebody else's look the same. */
    String refuse() {
        throw notFound();
    }

    // The time to answer is over: what was typed becomes the message that can still be sent.
    private void late(OwnPlan own, TaskRow task, Typed typed, Exchange with) {
        Optional<String> words = pages.inWords(task, typed, with.locale());
        if (words.isEmpty()) {
            return;
        }
        Visitor visitor = Visitor.of(TokenCookie.REPORT.readOrDraw(with.request(), with.response()));
        drafts.change(visitor, new PlanVisit(own.plan().id(), own.person().id()).message(PlanMessageSend.FORM), draft -> {
            String before = draft.text(PlanMessageSend.WORDS);
            String all = before.contains(words.get()) ? before : (before + "\n\n" + words.get()).strip();
            return draft.with(PlanMessageSend.WORDS, all);
        });
        drafts.delete(visitor, PlanTaskPages.purpose(task));
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
