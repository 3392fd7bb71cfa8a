package no.omtanke.process;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.StepBacks;
import no.omtanke.form.Effects;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.FormField;
import no.omtanke.form.FormTexts;
import no.omtanke.form.PartyChoice;
import no.omtanke.form.Problem;
import no.omtanke.form.Problems;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Keeps whoever has no part in a case away from its work: never responsible, never the investigator, never a task. */
@Component
class TheAccused {

    private final CaseFiles cases;
    private final StepBacks stepBacks;
    private final WayOut wayOut;
    private final FormTexts texts;
    private final MessageSource messages;

    TheAccused(CaseFiles cases, StepBacks stepBacks, WayOut wayOut, FormTexts texts, MessageSource messages) {
        this.cases = cases;
        this.stepBacks = stepBacks;
        this.wayOut = wayOut;
        this.texts = texts;
        this.messages = messages;
    }

    /** The form's choices that would give the accused something to do. */
    Problems among(UUID caseId, FormDefinition form, Effects effects, Locale locale) {
        Set<Long> accused = new HashSet<>();
        effects.parties().stream().filter(p -> p.role().equals("accused")).forEach(p -> accused.add(p.personId()));
        if (accused.isEmpty()) {
            cases.parties(caseId).stream()
                    .filter(p -> p.role().equals("accused") && p.personId() != null)
                    .forEach(p -> accused.add(p.personId()));
        }
        List<Long> recused = stepBacks.recused(caseId);
        Problems problems = Problems.none();
        for (PartyChoice choice : effects.parties()) {
            if (WayOut.WORKING.contains(choice.role()) && accused.contains(choice.personId())) {
                problems = problems.with(problem(form, choice.role(), "accused", locale));
            } else if (WayOut.WORKING.contains(choice.role()) && recused.contains(choice.personId())) {
                problems = problems.with(problem(form, choice.role(), "recused", locale));
            }
        }
        return problems;
    }

    /** Takes back what the person had before they were known to be accused. */
    void takeTasksFrom(UUID caseId, long person, String completing) {
        wayOut.of(caseId, person, completing);
    }

    private Problem problem(FormDefinition form, String role, String why, Locale locale) {
        String key = form.parties().entrySet().stream()
                .filter(p -> p.getValue().equals(role))
                .findFirst()
                .orElseThrow()
                .getKey();
        FormField field = form.field(key).orElseThrow();
        return new Problem(
                key,
                texts.label(form, key, locale),
                messages.getMessage("form.wrong." + why, null, locale),
                field.page(),
                false);
    }
}
