package no.omtanke.portal;

import java.util.Locale;
import java.util.Optional;
import no.omtanke.form.FormTexts;
import no.omtanke.plan.FamilyPlans.OwnPlan;
import no.omtanke.plan.PlanVersion;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The pupil's own page: what they said, how it shall be, what the adults do. Nothing that anybody else answered. */
@Component
class PupilsPlanWords {

    private final PlanVersionWords versions;
    private final FormTexts forms;
    private final PlanWritten written;

    PupilsPlanWords(PlanVersionWords versions, FormTexts forms, PlanWritten written) {
        this.written = written;
        this.versions = versions;
        this.forms = forms;
    }

    /** @param answered the pupil has just told how it is */
    void add(Model model, OwnPlan own, boolean answered, Locale locale) {
        Optional<PlanVersion> shown = own.plan().inForce().or(() -> own.versions().stream().findFirst());
        model.addAttribute("answers", written.answers(own, locale));
        model.addAttribute("answered", answered);
        model.addAttribute("after", forms.after("ask-pupil", locale).orElse(null));
        model.addAttribute("ended", own.plan().endedAt() != null);
        model.addAttribute("draft", shown.filter(PlanVersion.Draft.class::isInstance).isPresent());
        model.addAttribute("plan", shown.map(v -> versions.view(own.plan(), v, locale)).orElse(null));
    }
}
