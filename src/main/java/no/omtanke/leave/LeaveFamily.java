package no.omtanke.leave;

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
import no.omtanke.organization.PupilEntry;
import org.springframework.stereotype.Component;

/** Who an application is about, who answers for the pupil today, and at which school the pupil is today. */
@Component
class LeaveFamily {

    static final int ADULT = 18;

    private final CaseFiles cases;
    private final Directory directory;
    private final LeaveRules rules;
    private final Clock clock;

    LeaveFamily(CaseFiles cases, Directory directory, LeaveRules rules, Clock clock) {
        this.cases = cases;
        this.directory = directory;
        this.rules = rules;
        this.clock = clock;
    }

    UUID party(UUID caseId) {
        return cases.parties(caseId).stream()
                .filter(party -> party.role().equals("affected"))
                .map(Party::id)
                .findFirst()
                .orElseThrow();
    }

    Person pupil(Leave leave) {
        return directory.person(leave.pupil()).orElseThrow();
    }

    boolean ofAge(Leave leave) {
        return pupil(leave).hasTurned(ADULT, LocalDate.now(clock));
    }

    /** Whether the pupil still goes to the school that has the case. */
    boolean here(Leave leave) {
        int school = cases.file(leave.caseId()).orElseThrow().schoolId();
        return place(leave).filter(place -> place.schoolId() == school).isPresent();
    }

    /** Where the pupil goes to school today; nowhere in this municipality when empty. */
    Optional<PupilEntry> place(Leave leave) {
        return directory.pupil(leave.pupil());
    }

    /** Whose agreement is asked for: everybody else with parental responsibility, where the municipality wants it. */
    List<Long> others(Leave leave) {
        return !rules.now().bothAgree() || leave.bothSigned()
                ? List.of()
                : responsible(leave).filter(person -> !Long.valueOf(person).equals(leave.applicant())).sorted().toList();
    }

    /** Who is told what becomes of it: the applicant, everybody with parental responsibility, and a pupil who is of age. */
    List<Long> told(Leave leave) {
        Stream<Long> applicant = leave.applicant() == null ? Stream.empty() : Stream.of(leave.applicant());
        Stream<Long> pupil = ofAge(leave) ? Stream.of(leave.pupil()) : Stream.empty();
        return Stream.of(applicant, responsible(leave), pupil).flatMap(people -> people).distinct().toList();
    }

    private Stream<Long> responsible(Leave leave) {
        return directory.guardiansOf(leave.pupil()).stream()
                .filter(Guardian::parentalResponsibility)
                .map(guardian -> guardian.person().id());
    }
}
