package no.omtanke.concern;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Party;
import no.omtanke.organization.Directory;
import org.springframework.stereotype.Component;

/** The reporter whom the directory knows, because the school sent them the form: only they can be recognized and kept out. */
@Component
class KnownReporter {

    private final CaseFiles cases;
    private final Directory directory;

    KnownReporter(CaseFiles cases, Directory directory) {
        this.cases = cases;
        this.directory = directory;
    }

    Optional<Long> of(UUID caseId) {
        return cases.parties(caseId).stream()
                .filter(p -> p.role().equals("reporter") && p.personId() != null)
                .map(Party::personId)
                .findFirst();
    }

    /** Whether they still are a guardian of a pupil of the case, or the pupil. Of reporters whom nobody knows: yes. */
    boolean stillTheirs(UUID caseId) {
        List<Long> pupils = cases.parties(caseId).stream()
                .filter(p -> p.role().equals("affected") && p.personId() != null)
                .map(Party::personId)
                .toList();
        return of(caseId)
                .map(person -> pupils.isEmpty() || pupils.stream().anyMatch(pupil -> isFamily(person, pupil)))
                .orElse(true);
    }

    boolean isFamily(long person, Long pupil) {
        return pupil != null
                && (pupil == person
                        || directory.guardiansOf(pupil).stream().anyMatch(g -> g.person().id() == person));
    }
}
