package no.omtanke.matrix;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.omtanke.access.CaseFacts;
import no.omtanke.access.Reader;

/** What a case is to its reader, and what the policy is told of it then. */
enum CaseKind {
    OWN("own", "They take part in it, and its task is theirs."),
    CLOSED("closed", "They took part in it, and it is closed."),
    MEASURE("measure", "They have a measure of its plan, and the task that asks about it."),
    SAME_SCHOOL("school", "A case at their school that they have no part in."),
    SERIOUS("serious", "The same, and the case is serious."),
    OTHER_SCHOOL("elsewhere", "A case at another school."),
    LINKED("linked", "A case at another school in which a pupil of their own school is linked."),
    LEADER("leader", "A leader of their school, somebody else, is its subject."),
    ONE_PUPIL("one pupil", "They were asked about one of its pupils, and take no other part."),
    OPENED("opened", "A case at their school that they have no part in, opened to them for an audit, with a reason, for an hour."),
    LANE("health", "They take part in it, but it lies in the lane of the school's health service and they are not named there."),
    CHILD_PROTECTION("child protection", "They take part in it, but it is a report to child protection and they are not named in it."),
    RECUSED("recused", "They took part in it, with a task, and stepped back."),
    SUBJECT("subject", "They are its subject, whatever else they are in it: participants, owners of a measure, with a task.");

    private static final UUID PUPIL = new UUID(1, 1);

    final String column;
    final String meaning;

    CaseKind(String column, String meaning) {
        this.column = column;
        this.meaning = meaning;
    }

    boolean elsewhere() {
        return this == OTHER_SCHOOL || this == LINKED;
    }

    boolean takesPart() {
        return this == OWN || this == CLOSED || this == LANE || this == CHILD_PROTECTION || this == RECUSED || this == SUBJECT;
    }

    boolean hasMeasure() {
        return this == MEASURE || this == SUBJECT;
    }

    /** Whether a leader is accused; whoever is the subject and leads is one. */
    boolean leaderAccused(boolean leads) {
        return this == LEADER || this == SUBJECT && leads;
    }

    boolean serious() {
        return this == SERIOUS || this == LEADER || this == SUBJECT;
    }

    /** A body that was asked to help in the case. */
    static final int BODY = 5;

    /** What the policy knows of such a case. */
    CaseFacts facts(UUID caseId, int school, Reader reader) {
        Set<Long> them = Set.of(reader.personId());
        return new CaseFacts(
                caseId,
                school,
                leaderAccused(reader.holds("leadership")),
                serious(),
                takesPart() ? them : Set.of(),
                this == ONE_PUPIL ? Map.of(reader.personId(), Set.of(PUPIL)) : Map.of(),
                hasMeasure() ? them : Set.of(),
                this == SUBJECT ? them : Set.of(),
                this == RECUSED ? them : Set.of(),
                this == OPENED ? them : Set.of(),
                Set.of(BODY),
                this == LANE ? "health-service" : this == CHILD_PROTECTION ? "child-protection" : null,
                Map.of(),
                new CaseFacts.Pupils(Set.of(PUPIL), null, Set.of(), Set.of(), true));
    }
}
