package no.omtanke.exemption;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Party;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Guardian;
import no.omtanke.organization.Person;
import org.springframework.stereotype.Component;

/** Whom the school answers, as of today: a pupil who gave the notice alone is answered alone. */
@Component
class ExemptionFamily {

    private static final int ADULT = 18;

    private final CaseFiles cases;
    private final Directory directory;
    private final Clock clock;

    ExemptionFamily(CaseFiles cases, Directory directory, Clock clock) {
        this.cases = cases;
        this.directory = directory;
        this.clock = clock;
    }

    List<Person> told(UUID caseId) {
        Optional<Person> pupil = pupil(caseId);
        boolean decides = pupil.filter(p -> p.hasTurned(ExemptionNotices.PUPIL_ALONE, LocalDate.now(clock))).isPresent();
        boolean alone = decides && givenBy(caseId).equals(ExemptionNotices.BY_PUPIL)
                || pupil.filter(p -> p.hasTurned(ADULT, LocalDate.now(clock))).isPresent();
        Stream<Person> guardians = alone
                ? Stream.empty()
                : pupil.stream().flatMap(p -> directory.guardiansOf(p.id()).stream()).map(Guardian::person);
        return Stream.concat(decides ? pupil.stream() : Stream.empty(), guardians).distinct().toList();
    }

    private Optional<Person> pupil(UUID caseId) {
        return cases.parties(caseId).stream()
                .filter(party -> party.role().equals("affected") && party.personId() != null)
                .map(Party::personId)
                .findFirst()
                .flatMap(directory::person);
    }

    private String givenBy(UUID caseId) {
        return cases.events(caseId).stream()
                .filter(event -> event.kind().equals(ExemptionNotices.GIVEN))
                .map(event -> event.args().get("by"))
                .findFirst()
                .orElseThrow();
    }
}
