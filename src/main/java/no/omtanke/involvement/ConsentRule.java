package no.omtanke.involvement;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.omtanke.organization.BodyKind;

/**
 * Whose consent it takes, and whether it is there. Asked at each reading, not only when consent is given: who must consent changes with
 * the pupil's age and with who has parental responsibility.
 */
final class ConsentRule {

    private ConsentRule() {}

    /**
     * Those who must all agree: everybody with parental responsibility, from the age of the matter the pupil alone.
     *
     * @param birth null when unknown: then the pupil does not decide alone
     * @param guardians who has parental responsibility on that day
     */
    static Set<Long> mustConsent(BodyKind kind, LocalDate birth, long pupil, Collection<Long> guardians, LocalDate day) {
        return decidesAlone(kind, birth, day) ? Set.of(pupil) : Set.copyOf(guardians);
    }

    static boolean decidesAlone(BodyKind kind, LocalDate birth, LocalDate day) {
        return birth != null && !birth.plusYears(kind.decidesFrom()).isAfter(day);
    }

    /** Nobody to ask is nobody who agreed. */
    static boolean holds(Set<Long> must, Collection<Consent> consents, LocalDate day) {
        return !must.isEmpty()
                && must.stream().allMatch(person -> consents.stream().anyMatch(c -> c.person() == person && c.holds(day)));
    }

    /** What one of them keeps out is kept out. */
    static Set<String> keptOut(Set<Long> must, Collection<Consent> consents) {
        return consents.stream()
                .filter(c -> must.contains(c.person()))
                .flatMap(c -> c.keptOut().stream())
                .collect(Collectors.toSet());
    }

    /** Those who have not been asked yet. */
    static Set<Long> notAsked(Set<Long> must, Collection<Consent> consents) {
        Set<Long> open = new HashSet<>(must);
        consents.forEach(c -> open.remove(c.person()));
        return open;
    }

    /** The day from which the pupil alone decides, when that is yet to come. */
    static Optional<LocalDate> changesOn(BodyKind kind, LocalDate birth, LocalDate day) {
        return birth == null || decidesAlone(kind, birth, day)
                ? Optional.empty()
                : Optional.of(birth.plusYears(kind.decidesFrom()));
    }
}
