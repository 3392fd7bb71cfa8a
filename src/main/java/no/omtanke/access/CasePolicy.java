package no.omtanke.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The one policy: who may read what of a case. Public because lists, counts and searches start from {@link #visible}.
 *
 * <p>Rules are asked in order; the first that has an opinion decides; none means no.
 */
@Component
public class CasePolicy {

    @FunctionalInterface
    private interface Rule {
        Optional<Decision> ask(Reader reader, CaseFacts facts, Part part);
    }

    private static final List<Rule> RULES = List.of(
            CasePolicy::subjectSeesNothing,
            CasePolicy::ownReportByLink,
            CasePolicy::auditorReadsHistory,
            CasePolicy::participant,
            CasePolicy::leadershipOfTheSchool,
            CasePolicy::ownerOfTheSchool);

    /** Answers with the reason; unknown combinations are a no. */
    public Decision decide(Reader reader, CaseFacts facts, Part part) {
        return RULES.stream()
                .map(rule -> rule.ask(reader, facts, part))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Decision.no("no-rule"));
    }

    /**
     * The same rules for content as a condition over {@code case_file c}: what one may not see is not there, in totals either.
     */
    public Visible visible(Reader reader) {
        return new Visible(
                """
                not exists (select 1 from case_party s where s.case_id = c.id and s.role = 'accused'
                              and s.person_id = :readerId and s.removed_at is null)
                and (exists (select 1 from case_participant p where p.case_id = c.id and p.person_id = :readerId
                               and p.until is null)
                     or (c.accused <> 'leader' and c.school_id = any(:leads))
                     or (c.owner_sees and :owner))
                """,
                Map.of(
                        "readerId", reader.personId(),
                        "leads", schoolsLed(reader),
                        "owner", reader.in("school-owner")));
    }

    /** The rules for histories: auditors find every case that is not about themselves, others what they may read anyway. */
    public Visible visibleHistory(Reader reader) {
        return reader.in("auditor")
                ? new Visible(
                        """
                        not exists (select 1 from case_party s where s.case_id = c.id and s.role = 'accused'
                                      and s.person_id = :readerId and s.removed_at is null)
                        """,
                        Map.of("readerId", reader.personId()))
                : visible(reader);
    }

    private static Optional<Decision> subjectSeesNothing(Reader reader, CaseFacts facts, Part part) {
        return facts.subjects().contains(reader.personId()) ? Optional.of(Decision.no("subject")) : Optional.empty();
    }

    private static Optional<Decision> ownReportByLink(Reader reader, CaseFacts facts, Part part) {
        boolean theirs = part == Part.OWN_REPORT && reader.in("link:" + facts.caseId());
        return theirs ? Optional.of(Decision.yes("own-report")) : Optional.empty();
    }

    private static Optional<Decision> auditorReadsHistory(Reader reader, CaseFacts facts, Part part) {
        return history(part) && reader.in("auditor") ? Optional.of(Decision.yes("auditor")) : Optional.empty();
    }

    private static Optional<Decision> participant(Reader reader, CaseFacts facts, Part part) {
        return insideTheCase(part) && facts.participants().contains(reader.personId())
                ? Optional.of(Decision.yes("participant"))
                : Optional.empty();
    }

    private static Optional<Decision> leadershipOfTheSchool(Reader reader, CaseFacts facts, Part part) {
        if (!insideTheCase(part) || !reader.in("leadership:" + facts.schoolId())) {
            return Optional.empty();
        }
        return Optional.of(facts.leaderAccused() ? Decision.no("leader-accused") : Decision.yes("leadership"))
                // A leader who is also the owner's person still has the owner's way in.
                .filter(d -> d.allowed() || !reader.in("school-owner"));
    }

    private static Optional<Decision> ownerOfTheSchool(Reader reader, CaseFacts facts, Part part) {
        return insideTheCase(part) && facts.ownerSees() && reader.in("school-owner")
                ? Optional.of(Decision.yes("school-owner"))
                : Optional.empty();
    }

    private static boolean insideTheCase(Part part) {
        return part == Part.CONTENT || part == Part.TASK || history(part);
    }

    private static boolean history(Part part) {
        return part == Part.HISTORY || part == Part.HISTORY_EXPORT;
    }

    private static Integer[] schoolsLed(Reader reader) {
        return reader.audiences().stream()
                .filter(a -> a.startsWith("leadership:"))
                .map(a -> Integer.valueOf(a.substring("leadership:".length())))
                .toArray(Integer[]::new);
    }
}
