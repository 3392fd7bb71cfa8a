package no.omtanke.concern;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseLinks;
import no.omtanke.casefile.Party;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import org.springframework.stereotype.Component;

/** What a reporter sees of their report when its case goes on in another: where that stands, as far as it is about their own child. */
@Component
class JoinedReport {

    private final CaseFiles cases;
    private final CaseLinks links;
    private final TaskQueries tasks;

    JoinedReport(CaseFiles cases, CaseLinks links, TaskQueries tasks) {
        this.cases = cases;
        this.links = links;
        this.tasks = tasks;
    }

    /** The case under its own number, open as long as the one is in which it goes on. */
    CaseFile asItGoesOn(CaseFile own) {
        return links.goesOnIn(own.id())
                .flatMap(cases::file)
                .map(other -> new CaseFile(
                        own.id(), own.reference(), own.kind(), own.schoolId(), other.open(), own.entrance(), own.channel(),
                        own.language(), own.openedAt(), other.closedAt(), own.accused(), own.serious(), own.escalated(),
                        own.principalKnew(), own.reporterAddress(), own.lane()))
                .orElse(own);
    }

    /** The tasks there that are about no one pupil, or about the pupil whom the report is about. */
    List<TaskRow> tasksElsewhere(UUID caseId) {
        return links.goesOnIn(caseId)
                .map(other -> {
                    UUID own = ownPupil(caseId, other).orElse(null);
                    return tasks.ofCase(other).stream().filter(t -> t.pupil() == null || t.pupil().equals(own)).toList();
                })
                .orElse(List.of());
    }

    /** The pupil of the report, as a party of the case in which it goes on. */
    Optional<UUID> ownPupil(UUID caseId, UUID other) {
        return cases.reported(caseId)
                .flatMap(reported -> cases.parties(caseId).stream().filter(p -> p.id().equals(reported)).findFirst())
                .map(Party::personId)
                .flatMap(person -> cases.parties(other).stream()
                        .filter(p -> p.isPupil() && person.equals(p.personId()))
                        .map(Party::id)
                        .findFirst());
    }
}
