package no.omtanke.concern;

import java.util.List;
import java.util.UUID;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseLinks;
import no.omtanke.casefile.CaseLinks.Link;
import no.omtanke.casefile.Party;
import no.omtanke.process.CallableFromModel;
import no.omtanke.process.TaskQueries;
import org.springframework.stereotype.Component;

/** Joined cases as models ask for them. Public because models call it by name. */
@Component("joins")
@CallableFromModel
public class Joins {

    private final CaseFiles cases;
    private final CaseLinks links;
    private final TaskQueries tasks;

    Joins(CaseFiles cases, CaseLinks links, TaskQueries tasks) {
        this.cases = cases;
        this.links = links;
        this.tasks = tasks;
    }

    /**
     * The pupils who came with the case that was joined last and are to be heard besides those who are heard already: nobody when the
     * case has not come to hearing its pupils, for then it hears them, too.
     */
    public List<String> toHear(String caseId) {
        UUID id = UUID.fromString(caseId);
        boolean hearing = tasks.ofCase(id).stream().anyMatch(t -> t.taskKey().equals("hear-pupil"));
        return links.of(id).stream()
                .filter(link -> hearing && link.joinedNow() && link.to().equals(id))
                .reduce((first, second) -> second)
                .map(link -> unheard(id, link))
                .orElse(List.of());
    }

    private List<String> unheard(UUID caseId, Link link) {
        List<Party> there = cases.parties(link.from());
        return cases.parties(caseId).stream()
                .filter(p -> link.brought().contains(p.id()))
                .filter(p -> there.stream()
                        .filter(t -> t.isPupil() && p.personId().equals(t.personId()))
                        .noneMatch(t -> heard(link.from(), t.id())))
                .map(p -> p.id().toString())
                .toList();
    }

    private boolean heard(UUID caseId, UUID pupil) {
        return tasks.ofCase(caseId).stream()
                .anyMatch(t -> t.formId().equals("hear-pupil") && pupil.equals(t.pupil()) && t.state().equals("done"));
    }
}
