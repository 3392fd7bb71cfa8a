package no.omtanke.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The one policy: who may read what of a case. Public because lists, counts and searches start from {@link #visible}.
 *
 * <p>Rules are asked in order; the first that has an opinion decides; none means no.
 */
@Component
public class CasePolicy {

    private static final Set<String> LEADERSHIP = Set.of("leadership");
    private static final Set<String> AT_WORK = Set.of("leadership", "social-teacher", "contact-teacher", "staff");

    /** What the rules {@code subject} and {@code recused} mean in a list: whoever they hit finds nothing of the case. */
    private static final String NOT_KEPT_OUT =
            """
            not exists (select 1 from case_party s where s.case_id = c.id and s.role = 'accused'
                          and s.person_id = :readerId and s.removed_at is null)
            and not exists (select 1 from case_recusal r where r.case_id = c.id and r.person_id = :readerId and r.until is null)
            """;

    @FunctionalInterface
    private interface Rule {
        Optional<Decision> ask(Reader reader, CaseFacts facts, Part part);
    }

    private static final List<Rule> RULES = List.of(
            CasePolicy::subjectSeesNothing,
            CasePolicy::recused,
            CasePolicy::ownReportByLink,
            CasePolicy::ownPlanByLink,
            CasePolicy::auditorReadsHistory,
            CasePolicy::auditorOpened,
            CasePolicy::participant,
            CasePolicy::ownerOfAMeasure,
            CasePolicy::leadershipOfTheSchool,
            CasePolicy::ownerOfTheSchool,
            CasePolicy::worksAtTheSchool);

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
                NOT_KEPT_OUT
                        + """
                and ((c.accused <> 'leader' and c.school_id = any(:leads))
                     or (c.owner_sees and :owner)
                     or exists (select 1 from case_participant p where p.case_id = c.id and p.person_id = :readerId
                                  and p.role <> 'measure' and p.until is null))
                """,
                Map.of(
                        "readerId", reader.personId(),
                        "leads", schools(reader, LEADERSHIP),
                        "owner", reader.in("school-owner")));
    }

    /** For tasks {@code t} of cases: also one's own task about a measure, of a case that one sees nothing else of. */
    public Visible visibleTasks(Reader reader) {
        Visible visible = visible(reader);
        return new Visible(
                "(" + visible.condition()
                        + """
                         or (t.measure is not null and t.assignee = :readerId
                             and\s"""
                        + NOT_KEPT_OUT
                        + "))",
                visible.params());
    }

    /** The rules for what is to be done at a school today: all who work there, never somebody whom the case is about. */
    public Visible visibleToday(Reader reader) {
        return new Visible(
                NOT_KEPT_OUT
                        + """
                and c.school_id = any(:worksAt)
                and (c.accused <> 'leader' or not c.school_id = any(:leads))
                """,
                Map.of("readerId", reader.personId(), "leads", schools(reader, LEADERSHIP), "worksAt", schools(reader, AT_WORK)));
    }

    /** The rules for histories: auditors find every case that is not about themselves, others what they may read anyway. */
    public Visible visibleHistory(Reader reader) {
        return reader.in("auditor")
                ? new Visible(NOT_KEPT_OUT, Map.of("readerId", reader.personId()))
                : visible(reader);
    }

    /**
     * For what a person holds in cases, seen by an administrator who hands it over: that it is there, nothing of what it is. Never
     * in a case that the administrator is kept out of.
     */
    public Visible visibleHolding(Reader reader) {
        return new Visible(
                NOT_KEPT_OUT + " and :administers",
                Map.of("readerId", reader.personId(), "administers", reader.in("administrator")));
    }

    /** Whether the reader may know why somebody stepped back, was let in again, or opened the case to audit it. */
    public boolean knowsWhy(Reader reader, CaseFacts facts) {
        boolean leads = reader.in("leadership:" + facts.schoolId()) && !facts.leaderAccused();
        return leads || reader.in("school-owner") || reader.in("auditor");
    }

    private static Optional<Decision> subjectSeesNothing(Reader reader, CaseFacts facts, Part part) {
        return facts.subjects().contains(reader.personId()) ? Optional.of(Decision.no("subject")) : Optional.empty();
    }

    private static Optional<Decision> recused(Reader reader, CaseFacts facts, Part part) {
        return facts.recused().contains(reader.personId()) ? Optional.of(Decision.no("recused")) : Optional.empty();
    }

    private static Optional<Decision> ownReportByLink(Reader reader, CaseFacts facts, Part part) {
        boolean theirs = part == Part.OWN_REPORT && reader.in("link:" + facts.caseId());
        return theirs ? Optional.of(Decision.yes("own-report")) : Optional.empty();
    }

    private static Optional<Decision> ownPlanByLink(Reader reader, CaseFacts facts, Part part) {
        boolean theirs = part == Part.OWN_PLAN && reader.in("plan-link:" + facts.caseId());
        return theirs ? Optional.of(Decision.yes("own-plan")) : Optional.empty();
    }

    private static Optional<Decision> ownerOfAMeasure(Reader reader, CaseFacts facts, Part part) {
        return part == Part.MEASURE && facts.helpers().contains(reader.personId())
                ? Optional.of(Decision.yes("measure-owner"))
                : Optional.empty();
    }

    private static Optional<Decision> worksAtTheSchool(Reader reader, CaseFacts facts, Part part) {
        boolean works = part == Part.TODAY
                && AT_WORK.stream().anyMatch(role -> reader.in(role + ":" + facts.schoolId()));
        boolean leads = reader.in("leadership:" + facts.schoolId());
        return works && !(leads && facts.leaderAccused()) ? Optional.of(Decision.yes("works-here")) : Optional.empty();
    }

    private static Optional<Decision> auditorReadsHistory(Reader reader, CaseFacts facts, Part part) {
        return history(part) && reader.in("auditor") ? Optional.of(Decision.yes("auditor")) : Optional.empty();
    }

    private static Optional<Decision> auditorOpened(Reader reader, CaseFacts facts, Part part) {
        return part == Part.CONTENT && reader.in("auditor") && facts.openedTo().contains(reader.personId())
                ? Optional.of(Decision.yes("auditor-opened"))
                : Optional.empty();
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
        return part == Part.CONTENT || part == Part.TASK || part == Part.MEASURE || history(part);
    }

    private static boolean history(Part part) {
        return part == Part.HISTORY || part == Part.HISTORY_EXPORT;
    }

    private static Integer[] schools(Reader reader, Set<String> roles) {
        return reader.audiences().stream()
                .map(audience -> audience.split(":"))
                .filter(parts -> parts.length == 2 && roles.contains(parts[0]))
                .map(parts -> Integer.valueOf(parts[1]))
                .distinct()
                .toArray(Integer[]::new);
    }
}
