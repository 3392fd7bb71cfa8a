package no.omtanke.process;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import org.springframework.stereotype.Component;

/** Takes the school's leaders off a case that turns out to be about one of them: from then on it is the owner's. */
@Component
class LeadersLeave {

    private final Directory directory;
    private final CaseFiles cases;

    LeadersLeave(Directory directory, CaseFiles cases) {
        this.directory = directory;
        this.cases = cases;
    }

    void off(UUID caseId, int schoolId) {
        List<Long> leaders = Stream.concat(
                        directory.principal(schoolId).stream(), directory.deputies(schoolId).stream())
                .map(Person::id)
                .toList();
        for (String role : List.of("task", "responsible", "investigator")) {
            leaders.forEach(leader -> cases.endParticipation(caseId, leader, role));
        }
    }
}
