package no.omtanke.concern;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.StepBacks;
import no.omtanke.form.Answers;
import no.omtanke.organization.Bodies;
import no.omtanke.organization.Body;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.organization.Role;
import org.springframework.stereotype.Component;

/** Whose address a mail goes to. Never somebody who is kept out of the case. */
@Component
class Recipients {

    private final Directory directory;
    private final CaseFiles cases;
    private final StepBacks stepBacks;
    private final KnownReporter known;
    private final Bodies bodies;

    Recipients(Directory directory, CaseFiles cases, StepBacks stepBacks, KnownReporter known, Bodies bodies) {
        this.bodies = bodies;
        this.directory = directory;
        this.cases = cases;
        this.stepBacks = stepBacks;
        this.known = known;
    }

    /** The people an audience speaks of who have an address: {@code person:17}, {@code leadership:3}, {@code school-owner}. */
    List<Person> of(UUID caseId, String audience) {
        String[] parts = audience.split(":");
        Set<Long> keptOut = stepBacks.keptOut(caseId);
        // A notice that was on its way when a leader turned out to be accused.
        if (parts[0].equals("leadership") && cases.file(caseId).orElseThrow().accused().equals("leader")) {
            return List.of();
        }
        Stream<Person> people =
                switch (parts[0]) {
                    case "person" -> directory.person(Long.parseLong(parts[1])).stream();
                    case "leadership" -> Stream.concat(
                            directory.principal(Integer.parseInt(parts[1])).stream(),
                            directory.deputies(Integer.parseInt(parts[1])).stream());
                    case "school-owner" -> directory.holders(Role.SCHOOL_OWNER, null).stream();
                    case "operator" -> directory.holders(Role.OPERATOR, null).stream();
                    case "body" -> bodies.holders(Integer.parseInt(parts[1])).stream();
                    case "health-service" -> directory.holders(Role.HEALTH_SERVICE, Integer.valueOf(parts[1])).stream();
                    default -> Stream.empty();
                };
        return people.distinct()
                .filter(p -> p.email() != null)
                .filter(p -> !keptOut.contains(p.id()))
                .toList();
    }

    /** The address of a body that nobody answers for with an account. @param audience {@code body:5} */
    Optional<String> bodyByMail(String audience) {
        String[] parts = audience.split(":");
        return Optional.of(parts)
                .filter(p -> p[0].equals("body") && bodies.holders(Integer.parseInt(p[1])).isEmpty())
                .flatMap(p -> bodies.find(Integer.parseInt(p[1])))
                .map(Body::email);
    }

    /**
     * The reporter's own address: what they wrote, or for an invited guardian the address on file. Empty for one who is a guardian no
     * more, or is blocked: not even that something has happened is told there.
     */
    Optional<String> reporter(UUID caseId) {
        if (!known.stillTheirs(caseId)) {
            return Optional.empty();
        }
        Optional<String> written = report(caseId)
                .map(e -> Answers.fromJson(e.json()).text("email"))
                .filter(a -> !a.isEmpty());
        return written.or(() -> known.of(caseId).flatMap(directory::person).map(Person::email));
    }

    /** The report that the case began with. */
    Optional<Entry> report(UUID caseId) {
        return Stream.of("report-guardian", "report-third-party", "report-pupil", "report-staff", "report-health-contact")
                .flatMap(form -> cases.entries(caseId, form).stream())
                .min(Comparator.comparing(Entry::writtenAt));
    }
}
