package no.omtanke.leave;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Entry;
import no.omtanke.form.Answers;
import no.omtanke.form.Typed;
import no.omtanke.organization.Directory;
import no.omtanke.process.TaskDefaults;
import no.omtanke.process.TaskRow;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The decision of a plain application as it most likely will be, in the school's language form, so that whoever decides reads and sends.
 * Where anything speaks against it, the outcome and the grounds are left to them.
 */
@Component
class LeaveDefaults implements TaskDefaults {

    private final LeaveStore store;
    private final LeaveRules rules;
    private final LeaveFamily family;
    private final CaseFiles cases;
    private final Directory directory;
    private final MessageSource texts;

    LeaveDefaults(
            LeaveStore store,
            LeaveRules rules,
            LeaveFamily family,
            CaseFiles cases,
            Directory directory,
            MessageSource texts) {
        this.store = store;
        this.rules = rules;
        this.family = family;
        this.cases = cases;
        this.directory = directory;
        this.texts = texts;
    }

    @Override
    public Optional<Typed> of(TaskRow task) {
        return task.taskKey().equals("decide-leave") ? Optional.of(proposed(task)) : Optional.empty();
    }

    private Typed proposed(TaskRow task) {
        Leave leave = store.get(task.caseId());
        Locale language = Locale.forLanguageTag(directory.school(task.schoolId()).orElseThrow().languageForm());
        String view = teacher(leave).map(answers -> answers.text("justifiable")).orElse("");
        Typed typed = Typed.empty()
                .with("basis", leave.ofRight() ? "holy-day" : "ordinary")
                .with("childView", childsOpinion(task.caseId()).orElse(""));
        if (view.equals("yes") || view.equals("no")) {
            typed = typed.with("justifiable", view);
        }
        if (!plain(leave, view)) {
            return typed;
        }
        Leave.Found found = leave.found();
        String regulation = directory.municipality().localRegulation();
        String grounds = leave.ofRight()
                ? texts.getMessage("leave.grounds.right", null, language)
                : texts.getMessage(
                        "leave.grounds.grant",
                        new Object[] {found.schoolDays(), found.schoolDays() + found.usedDays(), regulation},
                        language);
        return typed.with("outcome", "grant")
                .with("grounds", grounds)
                .with("bestInterest", texts.getMessage("leave.best-interest", null, language));
    }

    /** Whether the task decides an application that nothing speaks against. */
    boolean isPlain(TaskRow task) {
        Leave leave = store.get(task.caseId());
        return leave.state().open() && family.here(leave) && plain(leave, teacher(leave).map(a -> a.text("justifiable")).orElse(""));
    }

    /** Nothing speaks against it: the days, the teacher, the guardians. */
    boolean plain(Leave leave, String teachersView) {
        Leave.Found found = leave.found();
        boolean withinCap = found.schoolDays() + found.usedDays() <= rules.now().capDays();
        return found.schoolDays() > 0
                && !found.retrospective()
                && !found.overlaps()
                && (leave.ofRight() || withinCap && teachersView.equals("yes"))
                && family.others(leave).stream().allMatch(person -> agrees(leave, person));
    }

    private boolean agrees(Leave leave, long person) {
        return since(leave, "guardian-agrees")
                .filter(entry -> Long.valueOf(person).equals(entry.authorId()))
                .reduce((first, second) -> second)
                .filter(entry -> Answers.fromJson(entry.json()).text("agrees").equals("yes"))
                .isPresent();
    }

    /** What the contact teacher said of the application as it is now. */
    Optional<Answers> teacher(Leave leave) {
        return since(leave, "teacher-view")
                .reduce((first, second) -> second)
                .map(entry -> Answers.fromJson(entry.json()));
    }

    private Stream<Entry> since(Leave leave, String form) {
        return cases.entries(leave.caseId(), form).stream()
                .filter(entry -> !entry.writtenAt().isBefore(leave.found().at()));
    }

    private Optional<String> childsOpinion(UUID caseId) {
        return Stream.of(LeaveApplications.FORM, LeaveApplications.STAFF_FORM)
                .flatMap(form -> cases.entries(caseId, form).stream())
                .map(entry -> Answers.fromJson(entry.json()).text("childOpinion"))
                .filter(words -> !words.isEmpty())
                .findFirst();
    }
}
