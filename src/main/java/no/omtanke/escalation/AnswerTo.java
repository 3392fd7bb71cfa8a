package no.omtanke.escalation;

import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.process.FamilyPages;
import no.omtanke.process.TaskQueries;
import org.springframework.stereotype.Component;

/**
 * Who reads an answer on a page of their own: the family, somebody else who reported, or nobody; then it is told by telephone. An answer is
 * one text, so it is written to one child's family.
 */
@Component
class AnswerTo {

    private static final Set<String> OF_THE_FAMILY = Set.of("open", "link", "pupil");
    private static final String FAMILY = "family";
    private static final String NOBODY = "nobody";

    private final FamilyPages pages;
    private final TaskQueries tasks;

    AnswerTo(FamilyPages pages, TaskQueries tasks) {
        this.pages = pages;
        this.tasks = tasks;
    }

    /** @param presser who of the family said it, or null */
    String of(CaseFile file, String cause, Presser presser) {
        if (cause.equals("joining")) {
            return NOBODY;
        }
        if (presser == null) {
            return OF_THE_FAMILY.contains(file.entrance()) ? FAMILY : NOBODY;
        }
        if (anotherChildsWaits(file.id(), presser)) {
            return NOBODY;
        }
        if (presser.person() == null) {
            return OF_THE_FAMILY.contains(file.entrance()) ? FAMILY : "reporter";
        }
        // A neighbour who reported it reads every answer there.
        return !file.entrance().equals("third-party") && pages.has(file.id(), presser.person()) ? FAMILY : NOBODY;
    }

    private boolean anotherChildsWaits(UUID caseId, Presser presser) {
        return tasks.ofCase(caseId).stream()
                .filter(t -> t.open() && t.processKey().equals("escalation"))
                .anyMatch(t -> !Objects.equals(t.pupil(), presser.pupil()) && (t.pupil() != null || presser.person() != null));
    }
}
