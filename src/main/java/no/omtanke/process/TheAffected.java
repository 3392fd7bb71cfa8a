package no.omtanke.process;

import java.util.List;
import java.util.Optional;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Party;
import no.omtanke.organization.Directory;
import no.omtanke.organization.PupilEntry;
import org.springframework.stereotype.Component;

/** Suggests the pupil whom a case is about, so that the reader of a report confirms instead of searching. */
@Component
class TheAffected {

    private final CaseFiles cases;
    private final Directory directory;

    TheAffected(CaseFiles cases, Directory directory) {
        this.cases = cases;
        this.directory = directory;
    }

    /** The one pupil who is linked, or the only one at the school whose name is what the reporter wrote; else nobody. */
    Optional<String> of(TaskRow task) {
        List<Party> parties = cases.parties(task.caseId()).stream()
                .filter(p -> p.role().equals("affected"))
                .toList();
        if (parties.size() != 1) {
            return Optional.empty();
        }
        Party party = parties.get(0);
        if (party.personId() != null) {
            return Optional.of(String.valueOf(party.personId()));
        }
        List<PupilEntry> namesakes = directory.pupils(task.schoolId()).stream()
                .filter(p -> p.person().name().equalsIgnoreCase(party.name().strip()))
                .toList();
        return namesakes.size() == 1
                ? Optional.of(String.valueOf(namesakes.get(0).person().id()))
                : Optional.empty();
    }
}
