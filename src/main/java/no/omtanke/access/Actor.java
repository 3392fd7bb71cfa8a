package no.omtanke.access;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * For whom the database is asked: what row-level security lets through, whatever the query says. Public because whoever lets somebody
 * in names them here.
 *
 * <p>It is wider than {@link CasePolicy}, which alone decides: a wall behind it, school by school, for the day a condition is forgotten.
 *
 * @param facts which schools' cases may be known to be there: {@code all}, or nothing but the schools and cases below
 * @param content whose written words may be read beyond that: {@code all}, {@code owner} (what the school owner is told of), or none
 * @param schools schools whose cases may be read
 * @param cases single cases that may be read
 * @param personId whose participations and names in lanes open cases too; 0 for nobody
 * @param health schools whose health service's lane may be read
 */
public record Actor(
        String facts, String content, Set<Integer> schools, Set<UUID> cases, long personId, Set<Integer> health) {

    private static final String ALL = "all";
    private static final String NONE = "";

    /** Roles that are at work at a school. */
    private static final Set<String> AT_WORK = Set.of("leadership", "social-teacher", "contact-teacher", "staff");

    /** Roles of the whole municipality that must know of cases without reading them. */
    private static final List<String> WITHOUT_WORDS = List.of("auditor", "administrator", "operator");

    /** The program itself: its start, its timers and mails, and the open doors before anybody is known. */
    public static final Actor PROGRAM = new Actor(ALL, ALL, Set.of(), Set.of(), 0, Set.of());

    /** Nobody: sees no case. */
    public static final Actor NOBODY = new Actor(NONE, NONE, Set.of(), Set.of(), 0, Set.of());

    public Actor {
        schools = Set.copyOf(schools);
        cases = Set.copyOf(cases);
        health = Set.copyOf(health);
    }

    /** A signed-in person, by the roles they hold today. */
    public static Actor of(Reader reader) {
        Set<Integer> schools = schools(reader, AT_WORK);
        boolean owner = reader.in("school-owner");
        boolean facts = owner || WITHOUT_WORDS.stream().anyMatch(reader::in);
        return new Actor(facts ? ALL : NONE, owner ? "owner" : NONE, schools, Set.of(), reader.personId(), schools(reader, Set.of(Lane.HEALTH)));
    }

    /** Somebody who came by a link to one case. */
    public static Actor ofCase(UUID caseId) {
        return new Actor(NONE, NONE, Set.of(), Set.of(caseId), 0, Set.of());
    }

    /** The same, who may also read these cases. */
    public Actor with(Set<UUID> more) {
        Set<UUID> all = new TreeSet<>(cases);
        all.addAll(more);
        return new Actor(facts, content, schools, all, personId, health);
    }

    private static Set<Integer> schools(Reader reader, Set<String> roles) {
        return reader.audiences().stream()
                .map(audience -> audience.split(":"))
                .filter(parts -> parts.length == 2 && roles.contains(parts[0]))
                .map(parts -> Integer.valueOf(parts[1]))
                .collect(Collectors.toSet());
    }

    String schoolList() {
        return list(schools.stream().sorted());
    }

    String healthList() {
        return list(health.stream().sorted());
    }

    private static String list(Stream<?> of) {
        return of.map(String::valueOf).collect(Collectors.joining(","));
    }

    String caseList() {
        return list(cases.stream().sorted());
    }

    String person() {
        return personId == 0 ? NONE : String.valueOf(personId);
    }
}
