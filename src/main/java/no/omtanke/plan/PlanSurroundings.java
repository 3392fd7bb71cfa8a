package no.omtanke.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.omtanke.calendar.DueDates;
import no.omtanke.calendar.SchoolDays;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Party;
import no.omtanke.casefile.StepBacks;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Guardian;
import no.omtanke.organization.Person;
import no.omtanke.plan.PlanStore.PlanRow;
import no.omtanke.process.DeadlineRule;
import no.omtanke.process.Deadlines;
import org.springframework.stereotype.Component;

/** Who and what surrounds a plan today: the pupil, the guardians, the school's people and days, the municipality's limits. */
@Component
class PlanSurroundings {

    private final CaseFiles cases;
    private final Directory directory;
    private final SchoolDays schoolDays;
    private final Deadlines deadlines;
    private final DueDates dueDates;
    private final EvaluationStore evaluations;
    private final Clock clock;
    private final StepBacks stepBacks;

    PlanSurroundings(
            CaseFiles cases,
            Directory directory,
            SchoolDays schoolDays,
            Deadlines deadlines,
            DueDates dueDates,
            EvaluationStore evaluations,
            Clock clock,
            StepBacks stepBacks) {
        this.cases = cases;
        this.directory = directory;
        this.schoolDays = schoolDays;
        this.deadlines = deadlines;
        this.dueDates = dueDates;
        this.evaluations = evaluations;
        this.clock = clock;
        this.stepBacks = stepBacks;
    }

    /** @param version the version that is looked at */
    Circumstances now(PlanRow plan, int version) {
        return new Circumstances(
                today(),
                lastEvaluation(plan, version),
                directory.staff(plan.schoolId()).stream()
                        .map(entry -> entry.person().id())
                        .filter(id -> !keptOut(plan, id))
                        .collect(Collectors.toSet()),
                pupilIsHere(plan),
                schoolDay(plan.schoolId()));
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    Predicate<LocalDate> schoolDay(int schoolId) {
        return day -> schoolDays.isSchoolDay(schoolId, day);
    }

    /** The last day for the next evaluation of a version, when what it counts from happens at the moment. */
    LocalDate lastEvaluation(PlanRow plan, int version) {
        return limit(plan, evaluated(plan, version));
    }

    /** The same for the one after the evaluation that is going on. */
    LocalDate evaluationAfterThis(PlanRow plan, int version) {
        return limit(plan, evaluated(plan, version) + 1);
    }

    // A new version begins anew: who was not safe is asked again soon.
    private long evaluated(PlanRow plan, int version) {
        return evaluations.of(plan).stream()
                .filter(e -> e.endedAt() != null && e.version() == version)
                .count();
    }

    private LocalDate limit(PlanRow plan, long evaluated) {
        String duty = evaluated == 0 ? "first-evaluation" : evaluated == 1 ? "second-evaluation" : "later-evaluation";
        DeadlineRule rule =
                deadlines.rule(duty, cases.file(plan.caseId()).orElseThrow().serious());
        return LocalDate.ofInstant(
                dueDates.due(clock.instant(), rule.clock(), rule.amount(), plan.schoolId()), clock.getZone());
    }

    Optional<Person> pupil(PlanRow plan) {
        return party(plan).map(Party::personId).flatMap(directory::person);
    }

    Optional<Party> party(PlanRow plan) {
        return cases.parties(plan.caseId()).stream()
                .filter(p -> p.id().equals(plan.pupil()))
                .findFirst();
    }

    /** A pupil whom the directory does not know is taken to be here: only then can somebody say otherwise. */
    boolean pupilIsHere(PlanRow plan) {
        return pupil(plan)
                .map(p -> directory.pupil(p.id()).filter(e -> e.schoolId() == plan.schoolId()).isPresent())
                .orElse(true);
    }

    /** Nobody, once the pupil is 18. */
    List<Person> guardians(PlanRow plan) {
        return pupil(plan)
                .map(p -> directory.guardiansOf(p.id()).stream().map(Guardian::person).toList())
                .orElse(List.of());
    }

    /** The person, as long as they are the pupil or one of the guardians of today. */
    Optional<Person> family(PlanRow plan, long person) {
        return Stream.concat(guardians(plan).stream(), pupil(plan).stream())
                .filter(p -> p.id() == person)
                .findFirst();
    }

    /** Nobody answers for the pupil any more. */
    boolean ofAge(PlanRow plan) {
        return pupil(plan).filter(p -> p.hasTurned(18, today())).isPresent();
    }

    /** Whether the case is about the person, or they stepped back from it. */
    boolean keptOut(PlanRow plan, long person) {
        return stepBacks.keptOut(plan.caseId()).contains(person);
    }
}
