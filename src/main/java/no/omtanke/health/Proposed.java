package no.omtanke.health;

import java.util.Optional;
import java.util.UUID;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Entry;
import no.omtanke.form.Answers;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import org.springframework.stereotype.Component;

/** What was proposed last in a contact, what was said to it, and about whom. */
@Component
class Proposed {

    private final CaseFiles cases;
    private final Directory directory;

    Proposed(CaseFiles cases, Directory directory) {
        this.cases = cases;
        this.directory = directory;
    }

    /** The pupil, when the health service found them in the register. */
    Optional<Person> pupil(UUID caseId) {
        return Proposals.latest(cases.entries(caseId, HealthContacts.ANSWER))
                .map(Entry::json)
                .map(json -> Answers.fromJson(json).text("messagePupil"))
                .filter(id -> !id.isEmpty())
                .flatMap(id -> directory.person(Long.parseLong(id)));
    }

    Optional<Answers> latestConsent(UUID caseId) {
        return Proposals.latest(cases.entries(caseId, HealthContacts.CONSENT)).map(entry -> Answers.fromJson(entry.json()));
    }
}
