package no.omtanke.matrix;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.omtanke.access.Reader;

/** Everybody who comes to the doors, one of each role. All work at one school, or for the municipality. */
final class Cast {

    static final String ANONYMOUS = "anonymous";
    static final String GUARDIAN = "guardian, by link";
    static final String LINKED_GUARDIAN = "guardian of a linked pupil, by link";
    static final String PUPIL = "pupil, by link";
    static final String BODY = "body, by link";
    static final String THIRD_PARTY = "third party, by link";

    /** A case, a school and another one to ask the policy about. */
    static final UUID ANY_CASE = new UUID(0, 1);

    static final int SCHOOL = 1;
    static final int OTHER_SCHOOL = 2;

    /** Roles that somebody has at a school; the others are the municipality's. */
    private static final Set<String> AT_A_SCHOOL =
            Set.of("contact-teacher", "staff", "social-teacher", "leadership", "council", "health-service");

    static final List<Member> MEMBERS = Stream.concat(
                    Stream.of(
                            visitor(ANONYMOUS),
                            visitor(GUARDIAN, "link:", "plan-link:", "consent-link:", "decision-link:"),
                            visitor(LINKED_GUARDIAN, "plan-link:"),
                            visitor(PUPIL, "plan-link:"),
                            visitor(THIRD_PARTY, "link:"),
                            visitor(BODY, "body-link:")),
                    Stream.of(
                                    "contact-teacher",
                                    "staff",
                                    "social-teacher",
                                    "leadership (principal)",
                                    "leadership (deputy)",
                                    "school-owner",
                                    "response-team",
                                    "ppt",
                                    "health-service",
                                    "council",
                                    "ombud",
                                    "auditor",
                                    "administrator",
                                    "operator")
                            .map(Cast::employee))
            .toList();

    private Cast() {}

    /** The role's id. */
    static String role(Member member) {
        return member.who().replaceAll(" .*", "");
    }

    static boolean atASchool(String role) {
        return AT_A_SCHOOL.contains(role);
    }

    private static Member visitor(String who, String... links) {
        return new Member(who, null, Set.of(links), 0);
    }

    private static Member employee(String who) {
        String role = who.replaceAll(" .*", "");
        String audience = atASchool(role) ? role + ":" + SCHOOL : role;
        return new Member(who, new Reader(1, "", Set.of("person:1", audience)), Set.of(), SCHOOL);
    }
}
