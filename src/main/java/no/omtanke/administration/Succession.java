package no.omtanke.administration;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.omtanke.access.Reader;
import no.omtanke.organization.Directory;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.organization.HeldRole;
import no.omtanke.organization.Role;
import no.omtanke.plan.MeasureHoldings;
import no.omtanke.process.Holding;
import no.omtanke.process.Holdings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands over everything that a leaver had at a school: all of it in one transaction, or nothing. */
@Service
class Succession {

    private final Directory directory;
    private final DirectoryRegister register;
    private final Holdings holdings;
    private final MeasureHoldings measures;
    private final Handovers handovers;
    private final Clock clock;

    Succession(
            Directory directory,
            DirectoryRegister register,
            Holdings holdings,
            MeasureHoldings measures,
            Handovers handovers,
            Clock clock) {
        this.directory = directory;
        this.register = register;
        this.holdings = holdings;
        this.measures = measures;
        this.handovers = handovers;
        this.clock = clock;
    }

    /** What became of it. */
    sealed interface Outcome {
        /** @param handover the kept list */
        record Done(UUID handover) implements Outcome {}

        /** Nothing was done: somebody may not have some of it. @param keys of those things */
        record Refused(Set<String> keys) implements Outcome {}

        /** Nothing was done: what the leaver has is not what was on the page. */
        record Changed() implements Outcome {}
    }

    /** Everything that the person has at the school: what is in cases first, by case. */
    List<Thing> of(Reader administrator, int school, long leaver) {
        Stream<Thing> inCases = Stream.concat(
                        holdings.of(administrator, school, leaver).stream().map(Thing::of),
                        measures.of(administrator, school, leaver).stream()
                                .map(m -> Thing.of(m, m.to() == null ? null : m.to().atTime(LocalTime.NOON).atZone(clock.getZone()).toInstant())))
                .sorted(java.util.Comparator.comparing(Thing::reference));
        return Stream.concat(inCases, directory.classesOf(leaver, school).stream().map(Thing::of)).toList();
    }

    /** The things that the person chosen for them may not have. */
    Set<String> impossible(List<Thing> things, Choices choices, int school, long leaver) {
        Set<Long> staff = directory.staff(school).stream()
                .map(entry -> entry.person().id())
                .filter(id -> id != leaver)
                .collect(Collectors.toSet());
        Set<String> keys = new LinkedHashSet<>();
        for (Thing thing : things) {
            Optional<Long> to = choices.of(thing);
            boolean may = to.isEmpty()
                    || staff.contains(to.get()) && (thing.caseId() == null || holdings.mayHave(thing.caseId(), to.get()));
            if (!may) {
                keys.add(thing.key());
            }
        }
        return keys;
    }

    /** @param seen the keys of the things on the page that was checked */
    @Transactional
    public Outcome handOver(Reader administrator, int school, long leaver, Choices choices, Set<String> seen) {
        holdings.lock(holdings.of(administrator, school, leaver));
        List<Thing> things = of(administrator, school, leaver);
        if (!things.stream().map(Thing::key).collect(Collectors.toSet()).equals(seen)) {
            return new Outcome.Changed();
        }
        Set<String> impossible = impossible(things, choices, school, leaver);
        if (!impossible.isEmpty()) {
            return new Outcome.Refused(impossible);
        }
        List<HeldRole> roles = rolesAt(school, leaver);
        // Roles first: what goes back to a leadership must not come back to a leader who leaves.
        roles.forEach(role -> register.endRole(leaver, role.role(), school, choices.endsOn()));
        things.forEach(thing -> choices.of(thing).ifPresent(to -> give(thing, leaver, to)));
        things.stream()
                .filter(thing -> thing.taught() != null && choices.of(thing).isEmpty())
                .forEach(thing -> register.contactTeacher(thing.taught().id(), null));
        measures.takeBackTheRest(school, leaver);
        holdings.takeBackTheRest(school, leaver);
        holdings.toTheOwnerIfNobodyLeads(school);
        tell(administrator, things, choices);
        return new Outcome.Done(handovers.keep(administrator, school, leaver, things, choices));
    }

    List<HeldRole> rolesAt(int school, long person) {
        return directory.rolesOf(person).stream()
                .filter(held -> Objects.equals(held.schoolId(), school) && held.role() != Role.GUARDIAN && held.role() != Role.PUPIL)
                .toList();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    private void give(Thing thing, long leaver, long to) {
        if (thing.holding() != null) {
            Holding holding = thing.holding();
            holdings.give(holding, leaver, to);
        } else if (thing.measure() != null) {
            measures.give(thing.measure(), to);
        } else {
            register.contactTeacher(thing.taught().id(), to);
        }
    }

    // One line for each case and whom something of it went to.
    private void tell(Reader administrator, List<Thing> things, Choices choices) {
        Map<UUID, TreeSet<String>> told = things.stream()
                .filter(thing -> thing.caseId() != null)
                .collect(Collectors.groupingBy(
                        Thing::caseId,
                        Collectors.mapping(
                                thing -> choices.of(thing).map(String::valueOf).orElse("leadership"),
                                Collectors.toCollection(TreeSet::new))));
        told.forEach((caseId, to) -> to.forEach(one -> holdings.tell(caseId, administrator, one)));
    }
}
