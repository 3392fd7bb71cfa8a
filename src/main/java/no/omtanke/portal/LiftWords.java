package no.omtanke.portal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.Entry;
import no.omtanke.concern.FamilyDoor;
import no.omtanke.escalation.CaseLadder;
import no.omtanke.escalation.Ground;
import no.omtanke.escalation.Ladder;
import no.omtanke.escalation.Ladder.Step;
import no.omtanke.escalation.Rung;
import no.omtanke.form.FormTexts;
import no.omtanke.plan.FamilyPlans.OwnPlan;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The family's page on why their case was lifted, to whom, by when they are answered and what came of it. */
@Component
class LiftWords {

    private final CaseLadder ladders;
    private final TaskQueries tasks;
    private final FamilyDoor families;
    private final FormTexts forms;
    private final When when;
    private final MessageSource texts;
    private final Clock clock;

    LiftWords(
            CaseLadder ladders,
            TaskQueries tasks,
            FamilyDoor families,
            FormTexts forms,
            When when,
            MessageSource texts,
            Clock clock) {
        this.ladders = ladders;
        this.tasks = tasks;
        this.families = families;
        this.forms = forms;
        this.when = when;
        this.texts = texts;
        this.clock = clock;
    }

    /** The last ladder; somebody who reported another's child only sees one that they began themselves, and nothing of the case. */
    void add(Model model, CaseFile file, Locale locale) {
        boolean thirdParty = file.entrance().equals("third-party");
        Optional<Ladder> last = ladders.ofOwn(file.id()).stream()
                .filter(l -> l.grounds().stream().anyMatch(LiftWords::ofThisCase))
                .filter(l -> !thirdParty || l.grounds().stream().anyMatch(g -> g.cause().equals("family")))
                .reduce((first, second) -> second);
        model.addAttribute("lift", last.map(l -> view(l, file, thirdParty, locale)).orElse(null));
    }

    /** The last ladder that this person began from the page of a plan, with what was missed for their own child. */
    void add(Model model, OwnPlan own, Locale locale) {
        Set<UUID> words = own.open().entries().stream().map(Entry::id).collect(Collectors.toSet());
        List<TaskRow> rows = tasks.ofCase(own.plan().caseId());
        Predicate<Ground> theirs = g -> words.contains(g.entry()) || g.pupil() != null && g.pupil().equals(own.plan().pupil());
        Optional<Ladder> last = ladders.ofOwn(own.plan().caseId()).stream()
                .filter(l -> l.grounds().stream().anyMatch(g -> words.contains(g.entry())))
                .reduce((first, second) -> second);
        model.addAttribute(
                "lift",
                last.map(l -> view(l, rows, l.grounds().stream().filter(theirs).map(g -> why(g, rows, true, locale)).distinct().toList(), true, locale))
                        .orElse(null));
    }

    private LiftView view(Ladder ladder, CaseFile file, boolean thirdParty, Locale locale) {
        List<TaskRow> rows = tasks.ofCase(file.id());
        var own = families.children(file.id());
        List<String> why = ladder.grounds().stream()
                .filter(LiftWords::ofThisCase)
                .filter(g -> !thirdParty || g.cause().equals("family"))
                .map(g -> why(g, rows, g.pupil() == null && own.alone() || own.pupils().contains(g.pupil()), locale))
                .distinct()
                .toList();
        return view(ladder, rows, why, !thirdParty, locale);
    }

    private LiftView view(Ladder ladder, List<TaskRow> rows, List<String> why, boolean further, Locale locale) {
        List<String> steps = new ArrayList<>(ladder.steps().stream()
                .filter(s -> s.what() != Ladder.What.ENDED)
                .filter(s -> further || s.rung() != Rung.STATSFORVALTER)
                .map(s -> step(s, locale))
                .toList());
        if (ladder.last(Ladder.What.ENDED).isPresent()) {
            steps.add(text("my.lift.ended", locale, when.day(ladder.ended(), locale)));
        }
        return new LiftView(ladder.running(), ladder.running() ? now(ladder, rows, locale) : null, why, steps);
    }

    // Why a case was lifted that was joined with this one is another family's.
    private static boolean ofThisCase(Ground ground) {
        return !ground.cause().equals("joining");
    }

    // What is missed for another family's child is not named.
    private String why(Ground ground, List<TaskRow> rows, boolean theirs, Locale locale) {
        Optional<TaskRow> task = rows.stream().filter(r -> r.taskId().equals(ground.taskId())).findFirst();
        String day = when.day(task.map(TaskRow::dueAt).orElse(ground.at()), locale);
        String kind = ground.cause().equals("deadline") && !theirs ? "deadline.other" : ground.cause();
        String what = ground.task() == null ? "" : forms.title(ground.task(), locale, "");
        return text("my.lift.why." + kind, locale, day, what);
    }

    private String step(Step step, Locale locale) {
        String kind =
                switch (step.what()) {
                    case REACHED -> step.rung() == Rung.STATSFORVALTER ? "statsforvalter" : "reached";
                    case SILENT -> "silent";
                    case ANSWERED -> "answered";
                    case ORDERED -> "ordered";
                    case ORDER_DONE -> "done";
                    case TAKEN_OVER -> "taken";
                    case JOINED -> "joined";
                    case ENDED -> throw new IllegalStateException("said last");
                };
        return text("my.lift.step." + kind, locale, when.day(step.at(), locale), step.rung() == null ? "" : rung(step.rung(), locale));
    }

    private String now(Ladder ladder, List<TaskRow> rows, Locale locale) {
        Optional<TaskRow> task =
                rows.stream().filter(TaskRow::open).filter(r -> r.processKey().equals("escalation")).findFirst();
        if (task.isEmpty()) {
            return ladder.answered() ? text("my.lift.now.wait", locale) : null;
        }
        Instant due = task.get().dueAt();
        String kind = (task.get().taskKey().equals("carry-out-owner-order") ? ".order" : "") + (due.isBefore(clock.instant()) ? ".late" : "");
        return text("my.lift.now" + kind, locale, rung(ladder.rung(), locale), when.day(due, locale), when.hour(due, locale));
    }

    private String rung(Rung rung, Locale locale) {
        return text("my.lift.rung." + rung.code(), locale);
    }

    private String text(String key, Locale locale, Object... args) {
        return texts.getMessage(key, args.length == 0 ? null : args, locale);
    }
}
