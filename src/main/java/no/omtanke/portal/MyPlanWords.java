package no.omtanke.portal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.casefile.ToldStory;
import no.omtanke.concern.FamilyDoor;
import no.omtanke.form.FormTexts;
import no.omtanke.involvement.ConsentDoor;
import no.omtanke.organization.Directory;
import no.omtanke.plan.FamilyPlans.OwnPlan;
import no.omtanke.plan.PlanVersion;
import no.omtanke.process.TaskRow;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A guardian's page in words. What the other guardian said is not on it, nor that there is another. */
@Component
class MyPlanWords {

    private final ConsentDoor consents;
    private final PlanVersionWords versions;
    private final PlanTrendWords trend;
    private final FamilyDoor families;
    private final Directory directory;
    private final FormTexts forms;
    private final PlanWritten written;
    private final When when;
    private final LiftWords lift;

    MyPlanWords(
            PlanVersionWords versions,
            PlanTrendWords trend,
            FamilyDoor families,
            Directory directory,
            FormTexts forms,
            PlanWritten written,
            When when,
            ConsentDoor consents,
            LiftWords lift) {
        this.lift = lift;
        this.consents = consents;
        this.versions = versions;
        this.trend = trend;
        this.families = families;
        this.directory = directory;
        this.forms = forms;
        this.written = written;
        this.when = when;
    }

    /**
     * Something that is asked now. Public because the template engine reads it.
     *
     * @param by the day and hour until which the answer counts
     */
    public record Asked(String title, String duty, String address, String by) {}

    /** A letter to take out. Public because the template engine reads it. */
    public record Letter(UUID id, String kind, int number, String when) {}

    /** A version in the list. Public because the template engine reads it. */
    public record Kept(int number, String state, String since) {}

    /**
     * What the child has told, as far as somebody has decided. Public because the template engine reads it.
     *
     * @param kind undecided, whole or part
     */
    public record Told(String when, String kind, String text) {}

    void add(Model model, OwnPlan own, Locale locale) {
        common(model, own, locale);
        model.addAttribute("stories", own.open().stories().stream().map(s -> told(s, locale)).toList());
        List<PlanVersion> all = own.versions();
        Optional<PlanVersion> inForce = own.plan().inForce();
        Optional<PlanVersion> newest = all.stream().findFirst();
        PlanVersion shown = inForce.or(() -> newest).orElse(null);
        PlanVersion draft = newest.filter(PlanVersion.Draft.class::isInstance).orElse(null);
        model.addAttribute("state", state(own, inForce.orElse(null), draft));
        model.addAttribute("since", inForce.map(v -> versions.since(v, locale)).orElse(null));
        model.addAttribute("shown", shown == null ? null : versions.view(own.plan(), shown, locale));
        model.addAttribute("proposal", draft == null || draft == shown ? null : versions.view(own.plan(), draft, locale));
        model.addAttribute("evaluating", own.plan().evaluations().stream().anyMatch(e -> e.endedAt() == null));
        model.addAttribute("asked", own.tasks().stream().map(t -> asked(t, locale)).toList());
        model.addAttribute("trend", trend.view(own, locale));
        model.addAttribute("written", written.by(own, locale));
        model.addAttribute("answers", written.answers(own, locale));
        lift.add(model, own, locale);
        model.addAttribute("helps", consents.of(own.open().file().id(), own.plan().pupil(), own.person().id()));
        model.addAttribute(
                "documents",
                own.documents().stream()
                        .map(d -> new Letter(d.id(), d.kind(), d.number(), when.day(d.writtenAt(), locale)))
                        .toList());
        model.addAttribute(
                "older",
                all.stream()
                        .filter(v -> v != shown && v != draft)
                        .map(v -> new Kept(v.number(), PlanVersionWords.state(v), versions.since(v, locale)))
                        .toList());
    }

    /** The version that a question is about, to be read beside it: the draft, or what holds now. */
    void reading(Model model, OwnPlan own, Locale locale) {
        own.versions().stream()
                .findFirst()
                .ifPresent(v -> model.addAttribute("reading", versions.view(own.plan(), v, locale)));
    }

    /** @return false when there is no such version to read */
    boolean version(Model model, OwnPlan own, int number, Locale locale) {
        Optional<PlanVersion> found =
                own.versions().stream().filter(v -> v.number() == number).findFirst();
        found.ifPresent(v -> {
            common(model, own, locale);
            model.addAttribute("shown", versions.view(own.plan(), v, locale));
        });
        return found.isPresent();
    }

    void thanks(Model model, OwnPlan own, String form, Locale locale) {
        common(model, own, locale);
        model.addAttribute("after", forms.after(form, locale).orElse(null));
        model.addAttribute("form", form);
        model.addAttribute("more", own.tasks().stream().map(t -> asked(t, locale)).toList());
    }

    private void common(Model model, OwnPlan own, Locale locale) {
        model.addAttribute("reference", own.open().file().reference());
        model.addAttribute("pupil", own.plan().pupilName());
        model.addAttribute("school", directory.school(own.plan().schoolId()).orElseThrow());
        model.addAttribute(
                "statsforvalterFrom",
                when.day(families.promise(own.open().file()).statsforvalterFrom(), locale));
        model.addAttribute("statsforvalter", directory.municipality().statsforvalter());
    }

    private static String state(OwnPlan own, PlanVersion inForce, PlanVersion draft) {
        if (own.plan().endedAt() != null) {
            return "ended";
        }
        if (inForce != null) {
            return PlanVersionWords.state(inForce);
        }
        return draft == null ? "none" : "draft";
    }

    private Told told(ToldStory story, Locale locale) {
        String kind = !story.decided() ? "undecided" : story.whole() ? "whole" : "part";
        return new Told(when.day(story.toldAt(), locale), kind, story.text());
    }

    private Asked asked(TaskRow task, Locale locale) {
        return new Asked(
                forms.title(task.taskKey(), locale, ""),
                forms.duty(task.taskKey(), locale).orElse(null),
                PlanTaskPages.address(task),
                task.dueAt() == null ? null : when.dayAndHour(task.dueAt(), locale));
    }
}
