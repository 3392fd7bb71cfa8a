package no.omtanke.access;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The policy's rules about cases as conditions over {@code case_file c}. A test compares them with the rules over random cases. */
final class VisibleCases {

    private static final String OPEN_TO_READER =
            """
            not exists (select 1 from case_party s where s.case_id = c.id and s.role = 'accused'
                          and s.person_id = :readerId and s.removed_at is null)
            and not exists (select 1 from case_recusal r where r.case_id = c.id and r.person_id = :readerId and r.until is null)
            and (c.lane is null or exists (select 1 from lane_member l where l.case_id = c.id and l.lane = c.lane
                          and l.person_id = :readerId and l.until is null)
                 or c.lane = 'health-service' and c.school_id = any(:health))
            """;

    // What lies with PPT alone is open to whoever answers for it; the condition it stands in asks for whom it is.
    private static final String OPEN_TO_BODY = OPEN_TO_READER.replace("(c.lane is null or", "(c.lane is null or c.lane = 'ppt' or");

    private static final String HEALTH = " or (c.lane = 'health-service' and c.school_id = any(:health))";

    private static final String IN_CHARGE = "(c.accused <> 'leader' and c.school_id = any(:leads)) or (c.owner_sees and :owner)";

    private static final String PARTICIPANT =
            """
             or exists (select 1 from case_participant p where p.case_id = c.id and p.person_id = :readerId
                          and p.role <> 'measure' and p.until is null%s)
            """;

    private VisibleCases() {}

    static Visible content(Reader reader) {
        return inside(reader, PARTICIPANT.formatted(""));
    }

    static Visible whole(Reader reader) {
        return inside(reader, PARTICIPANT.formatted(" and p.pupil is null"));
    }

    /** Narrows what is visible anyway. */
    static Visible about(Reader reader, String pupil) {
        return new Visible(
                "(" + IN_CHARGE + HEALTH + PARTICIPANT.formatted(" and (p.pupil is null or p.pupil = " + pupil + ")") + ")",
                params(reader));
    }

    static Visible tasks(Reader reader) {
        Visible content = content(reader);
        return new Visible(
                "(" + content.condition() + " or (t.measure is not null and t.assignee = :readerId and " + OPEN_TO_READER + ")"
                        + " or (t.for_body and exists (select 1 from involvement i where i.id = t.involvement and i.with_body"
                        + " and i.body_id = any(:bodies)) and " + OPEN_TO_BODY + "))",
                content.params());
    }

    static Visible today(Reader reader) {
        return new Visible(
                OPEN_TO_READER
                        + " and c.school_id = any(:worksAt) and (c.accused <> 'leader' or not c.school_id = any(:leads))",
                params(reader));
    }

    static Visible history(Reader reader) {
        return reader.in("auditor") ? new Visible(OPEN_TO_READER, params(reader)) : whole(reader);
    }

    static Visible holding(Reader reader) {
        Map<String, Object> params = params(reader);
        params.put("administers", reader.in("administrator"));
        // What lies in a lane is handed over by nobody: its own people have it already.
        return new Visible(OPEN_TO_READER + " and c.lane is null and :administers", params);
    }

    private static Visible inside(Reader reader, String participant) {
        return new Visible(OPEN_TO_READER + " and (" + IN_CHARGE + HEALTH + participant + ")", params(reader));
    }

    private static Map<String, Object> params(Reader reader) {
        return new HashMap<>(Map.of(
                "readerId", reader.personId(),
                "leads", schools(reader, Set.of("leadership")),
                "owner", reader.in("school-owner"),
                "worksAt", schools(reader, CasePolicy.AT_WORK),
                "bodies", schools(reader, Set.of("body")),
                "health", schools(reader, Set.of(Lane.HEALTH))));
    }

    // The number behind each of the audiences: a school's, or a body's.
    private static Integer[] schools(Reader reader, Set<String> roles) {
        return reader.audiences().stream()
                .map(audience -> audience.split(":"))
                .filter(parts -> parts.length == 2 && roles.contains(parts[0]))
                .map(parts -> Integer.valueOf(parts[1]))
                .distinct()
                .toArray(Integer[]::new);
    }
}
