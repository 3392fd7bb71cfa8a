package no.omtanke.health;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.omtanke.casefile.OpenCase;
import no.omtanke.organization.Person;
import no.omtanke.process.TaskNote;
import no.omtanke.process.TaskRow;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Whom the health service must ask before the school is told something, as far as the register knows. */
@Component("healthConsentNote")
class ConsentNote implements TaskNote {

    private final Proposed proposed;
    private final Consent consent;
    private final MessageSource texts;

    ConsentNote(Proposed proposed, Consent consent, MessageSource texts) {
        this.proposed = proposed;
        this.consent = consent;
        this.texts = texts;
    }

    @Override
    public Optional<String> of(TaskRow task, OpenCase open, Locale locale) {
        if (!task.taskKey().equals("ask-for-consent")) {
            return Optional.empty();
        }
        List<Person> asked = consent.asked(proposed.pupil(task.caseId()));
        String names = String.join(", ", asked.stream().map(Person::name).toList());
        return Optional.of(
                asked.isEmpty()
                        ? texts.getMessage("health.ask.unknown", null, locale)
                        : texts.getMessage("health.ask", new Object[] {names}, locale));
    }
}
