package no.omtanke.access;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * For whom the database is asked: what row-level security lets through, whatever the query says. Public because whoever lets somebody
 * in names them here.
 *
 * <p>It is wider than {@link CasePolicy}, which alone decides: a wall behind it, school by school, for the day a condition is forgotten.
 *
 * @param facts which schools' cases may be known to be there: {@code all}, or nothing but the schools and cases below
 * @param content whose written words may be read beyond that: {@code all}, {@code owner} (what the school owner is told of), or none
 * @param schools schools whose cases may be read
 * @param cases single cases that may be read, or a single involvement
 * @param bodies which bodies the person answers for: what was shared with them may be read
 * @param health schools whose health service's lane may be read
 * @param personId whose participations and names in lanes open cases too; 0 for nobody
 */
public record Actor(
        String facts,
        String content,
        Set<Integer> schools,
        Set<UUID> cases,
        Set<Integer> bodies,
        Set<Integer> health,
        long personId) {

    private static final String ALL = "all";
    private static final String NONE = "";

    /** Roles that are at work at a school. */
    private static final Set<String> AT_WORK = Set.of("leadership", "social-teacher", "contact-teacher", "staff");

    /** Roles of the whole municipality that must know of cases without reading them. */
    private static final List<String> WITHOUT_WORDS = List.of("auditor", "administrator", "operator");

    /** The program itself: its start, its timers and mails, and the open doors before anybody is known. */
    public static final Actor PROGRAM = new Actor(ALL, ALL, Set.of(), Set.of(), Set.of(), Set.of(), 0);

    /** Nobody: sees no case. */
    public static final Actor NOBODY = new Actor(NONE, NONE, Set.of(), Set.of(), Set.of(), Set.of(), 0);

    public Actor {
        schools = Set.copyOf(schools);
        cases = Set.copyOf(cases);
        bodies = Set.copyOf(bodies);
        health = Set.copyOf(health);
    }

    /** A signed-in person, by the roles they hold today. */
    public static Actor of(Reader reader) {
        Set<Integer> schools = numbers(reader, AT_WORK);
        boolean owner = reader.in("school-owner");
        boolean facts = owner || WITHOUT_WORDS.stream().anyMatch(reader::in);
        return new Actor(
                facts ? ALL : NONE,
                owner ? "owner" : NONE,
                schools,
                Set.of(),
                numbers(reader, Set.of("body")),
                numbers(reader, Set.of(Lane.HEALTH)),
                reader.personId());
    }

    private static Set<Integer> numbers(Reader reader, Set<String> of) {
        return reader.audiences().stream()
                .map(audience -> audience.split(":"))
                .filter(parts -> parts.length == 2 && of.contains(parts[0]))
                .map(parts -> Integer.valueOf(parts[1]))
                .collect(Collectors.toSet());
    }

    /** Somebody who came by a link to one case. */
    public static Actor ofCase(UUID caseId) {
        return new Actor(NONE, NONE, Set.of(), Set.of(caseId), Set.of(), Set.of(), 0);
    }

    /** Somebody who came by a link to one involvement: what was shared there and the case's outside. */
    public static Actor ofInvolvement(UUID involvement) {
        // No case has this id; the wall before involvements knows it.
        return new Actor(NONE, NONE, Set.of(), Set.of(involvement), Set.of(), Set.of(), 0);
    }

    /** The same, who may also read these cases. */
    public Actor with(Set<UUID> more) {
        Set<UUID> all = new TreeSet<>(cases);
        all.addAll(more);
        return new Actor(facts, content, schools, all, bodies, health, personId);
    }

    String schoolList() {
        return list(schools);
    }

    String bodyList() {
        return list(bodies);
    }

    String healthList() {
        return list(health);
    }

    private static String list(Set<?> ids) {
        return ids.stream().sorted().map(String::valueOf).collect(Collectors.joining(","));
    }

    String caseList() {
        return list(cases);
    }

    String person() {
        return personId == 0 ? NONE : String.valueOf(personId);
    }
}
