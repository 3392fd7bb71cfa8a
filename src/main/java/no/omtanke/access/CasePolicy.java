package no.omtanke.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * The one policy: who may read what of a case. Public because every reading asks it, and lists, counts and searches start from
 * {@link #visible}, which says the same in SQL ({@link VisibleCases}).
 *
 * <p>It is asked twice: whether somebody may see a part of the case at all, and then for every single piece of it. Rules are asked in
 * order; the first that has an opinion decides; none means no.
 */
@Component
public class CasePolicy {

    static final Set<String> AT_WORK = Set.of("leadership", "social-teacher", "contact-teacher", "staff");

    private static final String ONE_PUPIL = "one-pupil";

    /** What anybody who sees that there is a case may know of its course. */
    private static final Set<String> COURSE =
            Set.of("opened", "closed", "reopened", "receipt-sent", "receipt-without-address");

    /** Who has the case for the school. */
    private static final Set<String> IN_CHARGE = Set.of("responsible", "investigator");

    /** What the school, its owner or the health service write to the one who reported. */
    private static final Set<String> ANSWERS = Set.of(
            "answer-family", "answer-escalation", "answer-health-contact", "arrange-teaching", "decide-exemption");

    /** Letters to PPT and from it. */
    private static final Set<String> LETTERS = Set.of("referral", "ppt-answer", "expert-assessment");

    /** What guardians open by a link for as long as they answer for the pupil. */
    private static final Set<Part> BY_LINK_OF_THE_FAMILY = Set.of(Part.OWN_PLAN, Part.CONSENT, Part.OWN_APPLICATION, Part.DECISION);

    /** How the forms begin by which a family applies for something, and changes it. */
    private static final Set<String> APPLICATION = Set.of("apply-", "change-");

    /** Who wrote what came from another case. */
    private static final String COPY = "copy";

    /** Entries that say why somebody stepped back, was let in again, or opened the case to audit it. */
    private static final Set<String> REASONS = Set.of("recusal", "let-in-again", "auditor-opening");

    /** What is made for Statsforvalteren, and asking for it: never of a case that lies in a closed lane, whoever is named there. */
    private static final Set<Part> TO_SUPERVISION = Set.of(Part.SUPERVISION, Part.DOSSIER);

    /** Letters of decisions and appeals. */
    private static final Set<String> DECIDED = Set.of("decision", "appeal-outcome");

    /** A package as it was kept. */
    private static final String PACKAGE = "dossier";

    @FunctionalInterface
    private interface Rule {
        Optional<Decision> ask(Reader reader, CaseFacts facts, Part part);
    }

    @FunctionalInterface
    private interface PieceRule {
        Optional<Decision> ask(Reader reader, CaseFacts facts, Part part, Piece piece);
    }

    private static final List<Rule> RULES = List.of(
            CasePolicy::subjectSeesNothing,
            CasePolicy::recused,
            CasePolicy::closedLane,
            CasePolicy::nothingLeavesALane,
            CasePolicy::guardianOfAnAdult,
            CasePolicy::auditorOpened,
            CasePolicy::ownReportByLink,
            CasePolicy::ownPlanByLink,
            CasePolicy::consentByLink,
            CasePolicy::decisionByLink,
            CasePolicy::ownApplicationByLink,
            CasePolicy::involvedBody,
            CasePolicy::auditorReadsHistory,
            CasePolicy::participant,
            CasePolicy::healthService,
            CasePolicy::ownerOfAMeasure,
            CasePolicy::leadershipOfTheSchool,
            CasePolicy::ownerOfTheSchool,
            CasePolicy::ownerAnswersSupervision,
            CasePolicy::participantForOnePupil,
            CasePolicy::worksAtTheSchool);

    private static final List<PieceRule> PIECE_RULES = List.of(
            CasePolicy::closedLaneOfThePiece,
            CasePolicy::sharedWithABody,
            CasePolicy::staysInTheHouse,
            CasePolicy::packageIsTheOwners,
            CasePolicy::familyReadsTheirOwn,
            CasePolicy::doNotPassOn,
            CasePolicy::ownWords,
            CasePolicy::reasonsInConfidence,
            CasePolicy::wholeCase,
            CasePolicy::aboutTheirPupil,
            CasePolicy::courseOfTheCase);

    /** Answers with the reason; unknown combinations are a no. */
    public Decision decide(Reader reader, CaseFacts facts, Part part) {
        return asked(reader, facts, part);
    }

    private static Decision asked(Reader reader, CaseFacts facts, Part part) {
        return RULES.stream()
                .map(rule -> rule.ask(reader, facts, part))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(Decision.no("no-rule"));
    }

    /** The same for a single piece: what a part opens, it opens only as far as this says yes. */
    public Decision decide(Reader reader, CaseFacts facts, Part part, Piece piece) {
        Decision opened = decide(reader, facts, part);
        return !opened.allowed()
                ? opened
                : PIECE_RULES.stream()
                        .map(rule -> rule.ask(reader, facts, part, piece))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .orElse(Decision.no("no-rule"));
    }

    /** Whether somebody of the family sees what the pupil told: only what a decision shows, and only to those it shows it to. */
    public Decision decide(Reader reader, CaseFacts facts, Telling story) {
        Decision plan = asked(reader, facts, Part.OWN_PLAN);
        if (!plan.allowed() || !reader.in("child:" + story.pupil())) {
            return plan.allowed() ? Decision.no("not-the-family's") : plan;
        }
        return no("undecided", story.outcome() == null)
                .or(() -> no("withheld", story.outcome().equals("withheld")))
                .or(() -> no("do-not-pass-on", story.keptBack()))
                .or(() -> no("pupil-decides", story.pupilRefuses() && facts.pupils().decidesAlone(story.pupil())))
                .orElse(Decision.yes("visibility-decision"));
    }

    /** Whether the reader sees all pupils of the case, not only those they have to do with. */
    public static boolean seesWhole(Reader reader, CaseFacts facts) {
        Decision content = asked(reader, facts, Part.CONTENT);
        return content.allowed() && !content.reason().equals(ONE_PUPIL);
    }

    /** Whether the reader sees what is about the pupil. @param pupil the party, or null for what is about the case */
    public boolean seesPupil(Reader reader, CaseFacts facts, UUID pupil) {
        UUID whom = pupil == null ? facts.pupils().only() : pupil;
        return seesWhole(reader, facts)
                || has(reader, facts, whom) && asked(reader, facts, Part.CONTENT).allowed()
                || pupil != null && reader.in("child:" + pupil) && asked(reader, facts, Part.OWN_PLAN).allowed()
                || pupil != null && pupil.equals(facts.pupils().reported()) && asked(reader, facts, Part.OWN_REPORT).allowed();
    }

    /** Whether the reader may mark the entry «Ikke gi videre», or lift the mark: its writer, and who leads the case. */
    public boolean mayKeepBack(Reader reader, CaseFacts facts, Piece entry) {
        return decide(reader, facts, Part.CONTENT, entry).allowed()
                && (wrote(reader, entry) || leads(reader, facts) || facts.leaderAccused() && owns(reader, facts));
    }

    // --- a part of the case

    private static Optional<Decision> subjectSeesNothing(Reader reader, CaseFacts facts, Part part) {
        return no("subject", facts.subjects().contains(reader.personId()));
    }

    /** Whoever stepped back because they are not impartial [fvl kap. II], until they are let in again. */
    private static Optional<Decision> recused(Reader reader, CaseFacts facts, Part part) {
        return no("recused", facts.recused().contains(reader.personId()));
    }

    /** Whoever wrote to the health service or to PPT reads their own by a link; a report to child protection has no links. */
    private static Optional<Decision> closedLane(Reader reader, CaseFacts facts, Part part) {
        boolean own = part == Part.OWN_REPORT && Lane.HEALTH.equals(facts.lane()) && reader.in("link:" + facts.caseId())
                || Lane.PPT.equals(facts.lane()) && (part == Part.CONSENT && reader.in("consent-link:" + facts.caseId())
                        || part == Part.SHARED && answersForABody(reader, facts));
        return no("lane", facts.lane() != null && !named(reader, facts, facts.lane()) && !own);
    }

    private static Optional<Decision> nothingLeavesALane(Reader reader, CaseFacts facts, Part part) {
        return no("lane", facts.lane() != null && TO_SUPERVISION.contains(part));
    }

    private static Optional<Decision> guardianOfAnAdult(Reader reader, CaseFacts facts, Part part) {
        CaseFacts.Pupils pupils = facts.pupils();
        boolean report = part == Part.OWN_REPORT && pupils.toldByGuardian()
                && pupils.reported() != null && pupils.adults().contains(pupils.reported());
        boolean plan = BY_LINK_OF_THE_FAMILY.contains(part) && reader.holds("guardian")
                && pupils.adults().stream().anyMatch(adult -> reader.in("child:" + adult));
        return no("adult", report || plan);
    }

    /** With a reason that is kept, for a time. */
    private static Optional<Decision> auditorOpened(Reader reader, CaseFacts facts, Part part) {
        return yes(
                "auditor-opened",
                part == Part.CONTENT && reader.in("auditor") && facts.openedTo().contains(reader.personId()));
    }

    private static Optional<Decision> ownReportByLink(Reader reader, CaseFacts facts, Part part) {
        return yes("own-report", part == Part.OWN_REPORT && reader.in("link:" + facts.caseId()));
    }

    private static Optional<Decision> ownPlanByLink(Reader reader, CaseFacts facts, Part part) {
        return yes("own-plan", part == Part.OWN_PLAN && reader.in("plan-link:" + facts.caseId()));
    }

    private static Optional<Decision> consentByLink(Reader reader, CaseFacts facts, Part part) {
        return yes("consent-link", part == Part.CONSENT && reader.in("consent-link:" + facts.caseId()));
    }

    private static Optional<Decision> decisionByLink(Reader reader, CaseFacts facts, Part part) {
        return yes("decision-link", part == Part.DECISION && reader.in("decision-link:" + facts.caseId()));
    }

    private static Optional<Decision> ownApplicationByLink(Reader reader, CaseFacts facts, Part part) {
        return yes("own-application", part == Part.OWN_APPLICATION && reader.in("application-link:" + facts.caseId()));
    }

    /** While it is asked to help, by an account or by a link; consent and choice are asked for each piece. */
    private static Optional<Decision> involvedBody(Reader reader, CaseFacts facts, Part part) {
        return yes("involved-body", part == Part.SHARED && answersForABody(reader, facts));
    }

    private static Optional<Decision> auditorReadsHistory(Reader reader, CaseFacts facts, Part part) {
        return yes("auditor", history(part) && reader.in("auditor"));
    }

    private static Optional<Decision> participant(Reader reader, CaseFacts facts, Part part) {
        return yes("participant", insideTheCase(part) && facts.participants().contains(reader.personId()));
    }

    /** Whoever is at work in the health service of the school, and no longer than that. */
    private static Optional<Decision> healthService(Reader reader, CaseFacts facts, Part part) {
        return yes(
                Lane.HEALTH,
                insideTheCase(part) && Lane.HEALTH.equals(facts.lane()) && reader.in(Lane.HEALTH + ":" + facts.schoolId()));
    }

    private static Optional<Decision> ownerOfAMeasure(Reader reader, CaseFacts facts, Part part) {
        return yes("measure-owner", part == Part.MEASURE && facts.helpers().contains(reader.personId()));
    }

    private static Optional<Decision> leadershipOfTheSchool(Reader reader, CaseFacts facts, Part part) {
        if (!insideTheCase(part) || !reader.in("leadership:" + facts.schoolId())) {
            return Optional.empty();
        }
        // A leader who is also the owner's person, or was asked about one pupil, still has that way in.
        boolean otherWay = reader.in("school-owner") || facts.forOnePupil().containsKey(reader.personId());
        return facts.leaderAccused() ? no("leader-accused", !otherWay) : yes("leadership", true);
    }

    private static Optional<Decision> ownerOfTheSchool(Reader reader, CaseFacts facts, Part part) {
        return yes("school-owner", insideTheCase(part) && owns(reader, facts));
    }

    /** A request may come about a case that the owner does not see yet; what leaves is read only in one that the owner sees. */
    private static Optional<Decision> ownerAnswersSupervision(Reader reader, CaseFacts facts, Part part) {
        boolean asked = part == Part.SUPERVISION && reader.in("school-owner");
        return yes("school-owner", asked || part == Part.DOSSIER && owns(reader, facts));
    }

    /** Who was only asked about one pupil: the case's outside and what is about that pupil; never its history, which is about all. */
    private static Optional<Decision> participantForOnePupil(Reader reader, CaseFacts facts, Part part) {
        return yes(ONE_PUPIL, (part == Part.CONTENT || part == Part.TASK) && facts.forOnePupil().containsKey(reader.personId()));
    }

    private static Optional<Decision> worksAtTheSchool(Reader reader, CaseFacts facts, Part part) {
        boolean works = AT_WORK.stream().anyMatch(role -> reader.in(role + ":" + facts.schoolId()));
        boolean leads = reader.in("leadership:" + facts.schoolId());
        return yes("works-here", part == Part.TODAY && works && !(leads && facts.leaderAccused()));
    }

    // --- a single piece of it

    private static Optional<Decision> closedLaneOfThePiece(Reader reader, CaseFacts facts, Part part, Piece piece) {
        return no("lane", piece.lane() != null && !named(reader, facts, piece.lane()));
    }

    /** Of what was chosen, nothing that is marked «Ikke gi videre», and never the course of the case. */
    private static Optional<Decision> sharedWithABody(Reader reader, CaseFacts facts, Part part, Piece piece) {
        return part == Part.SHARED
                ? Optional.of(piece.kind() == Piece.Kind.EVENT || piece.keptBack() ? Decision.no("not-shared") : Decision.yes("shared"))
                : part == Part.CONSENT
                        ? Optional.of(familysLetter(reader, piece) ? Decision.yes("family") : Decision.no("not-the-family's"))
                        : Optional.empty();
    }

    /** What goes to PPT and comes from it about their own child, as it was kept: who is asked reads it before they answer. */
    private static boolean familysLetter(Reader reader, Piece piece) {
        return piece.kind() == Piece.Kind.DOCUMENT && LETTERS.contains(piece.what()) && piece.writerKind().equals("system")
                && piece.about() != null && reader.in("child:" + piece.about());
    }

    /** What is closed, marked or about who stepped back leaves in no package, also not by those who may read it. */
    private static Optional<Decision> staysInTheHouse(Reader reader, CaseFacts facts, Part part, Piece piece) {
        boolean stays = piece.lane() != null || piece.keptBack() || REASONS.contains(piece.what());
        return no("stays-in-the-house", part == Part.DOSSIER && stays);
    }

    /** It holds what was in the case when it was made: also what was marked since. */
    private static Optional<Decision> packageIsTheOwners(Reader reader, CaseFacts facts, Part part, Piece piece) {
        return no("package", piece.kind() == Piece.Kind.DOCUMENT && piece.what().equals(PACKAGE) && !owns(reader, facts));
    }

    /** By a link: what one wrote oneself, what the school answered to it, what was made about one's own child; never anything else. */
    private static Optional<Decision> familyReadsTheirOwn(Reader reader, CaseFacts facts, Part part, Piece piece) {
        // What came from another case, another family may have written: it is read there.
        boolean own = !piece.writerKind().equals(COPY) && (part == Part.OWN_REPORT
                ? piece.writerKind().equals("reporter") || answers(piece) && ofTheirChild(facts, piece)
                : piece.writerKind().equals("system")
                        ? piece.about() != null && reader.in("child:" + piece.about()) && isOf(part, piece)
                        : wrote(reader, piece) && !piece.writerKind().equals("staff")
                                || answers(piece) && piece.about() != null && reader.in("unheard:" + piece.about()));
        if (part == Part.OWN_APPLICATION) {
            // Everybody who answers for the child is a party to the application, whoever of them wrote it.
            boolean theirs = APPLICATION.stream().anyMatch(piece.what()::startsWith) || own;
            return Optional.of(theirs && !piece.keptBack() ? Decision.yes("family") : Decision.no("not-the-family's"));
        }
        boolean byLink = part == Part.OWN_REPORT || part == Part.OWN_PLAN || part == Part.DECISION;
        return byLink ? Optional.of(own ? Decision.yes("family") : Decision.no("not-the-family's")) : Optional.empty();
    }

    private static boolean answers(Piece piece) {
        return ANSWERS.contains(piece.what()) && !piece.keptBack();
    }

    // What another family was answered about its child is theirs.
    private static boolean ofTheirChild(CaseFacts facts, Piece piece) {
        UUID reported = facts.pupils().reported();
        return piece.about() == null || reported == null || piece.about().equals(reported);
    }

    /** Only its writer, the leadership, the owner where the owner sees, and whom the mark names among those who would see it anyway. */
    private static Optional<Decision> doNotPassOn(Reader reader, CaseFacts facts, Part part, Piece piece) {
        boolean told = wrote(reader, piece)
                || leads(reader, facts)
                || owns(reader, facts)
                || piece.passedTo().contains(reader.personId());
        return no("do-not-pass-on", piece.keptBack() && !told);
    }

    private static Optional<Decision> ownWords(Reader reader, CaseFacts facts, Part part, Piece piece) {
        return yes("writer", wrote(reader, piece));
    }

    /** Why somebody stepped back is for those who lead the case, not for everybody in it. */
    private static Optional<Decision> reasonsInConfidence(Reader reader, CaseFacts facts, Part part, Piece piece) {
        boolean told = leads(reader, facts) || reader.in("school-owner") || reader.in("auditor");
        return no("reason-in-confidence", piece.kind() == Piece.Kind.ENTRY && REASONS.contains(piece.what()) && !told);
    }

    private static Optional<Decision> wholeCase(Reader reader, CaseFacts facts, Part part, Piece piece) {
        return yes("whole-case", seesWhole(reader, facts));
    }

    private static Optional<Decision> aboutTheirPupil(Reader reader, CaseFacts facts, Part part, Piece piece) {
        return yes("about-their-pupil", has(reader, facts, about(facts, piece)));
    }

    private static Optional<Decision> courseOfTheCase(Reader reader, CaseFacts facts, Part part, Piece piece) {
        return yes("course", piece.kind() == Piece.Kind.EVENT && COURSE.contains(piece.what())
                || piece.kind() == Piece.Kind.PARTY && IN_CHARGE.contains(piece.what()));
    }

    // --- the words that rules are made of

    /** By a decision's link its letters are read, by a plan's link the plan's. */
    private static boolean isOf(Part part, Piece piece) {
        return piece.kind() != Piece.Kind.DOCUMENT || DECIDED.contains(piece.what()) == (part == Part.DECISION);
    }

    private static boolean leads(Reader reader, CaseFacts facts) {
        return reader.in("leadership:" + facts.schoolId()) && !facts.leaderAccused();
    }

    private static boolean owns(Reader reader, CaseFacts facts) {
        return reader.in("school-owner") && facts.ownerSees();
    }

    private static boolean named(Reader reader, CaseFacts facts, String lane) {
        return facts.lanes().getOrDefault(lane, Set.of()).contains(reader.personId())
                || lane.equals(Lane.HEALTH) && reader.in(Lane.HEALTH + ":" + facts.schoolId());
    }

    private static boolean answersForABody(Reader reader, CaseFacts facts) {
        return facts.bodies().stream().anyMatch(body -> reader.in("body:" + body));
    }

    private static boolean has(Reader reader, CaseFacts facts, UUID pupil) {
        return pupil != null && facts.forOnePupil().getOrDefault(reader.personId(), Set.of()).contains(pupil);
    }

    private static boolean wrote(Reader reader, Piece piece) {
        return reader.personId() != 0 && Long.valueOf(reader.personId()).equals(piece.writer());
    }

    /** In a case with one pupil everything is about that pupil; with several, the report is about the one it names. */
    private static UUID about(CaseFacts facts, Piece piece) {
        if (piece.about() != null || facts.pupils().only() != null) {
            return piece.about() != null ? piece.about() : facts.pupils().only();
        }
        boolean reported = piece.writerKind().equals("reporter")
                || piece.what().startsWith("report-") && !piece.writerKind().equals(COPY)
                || piece.kind() == Piece.Kind.PARTY && Set.of("reporter", "accused").contains(piece.what());
        return reported ? facts.pupils().reported() : null;
    }

    private static boolean insideTheCase(Part part) {
        return part == Part.CONTENT || part == Part.TASK || part == Part.MEASURE || history(part);
    }

    private static boolean history(Part part) {
        return part == Part.HISTORY || part == Part.HISTORY_EXPORT;
    }

    private static Optional<Decision> yes(String reason, boolean it) {
        return it ? Optional.of(Decision.yes(reason)) : Optional.empty();
    }

    private static Optional<Decision> no(String reason, boolean it) {
        return it ? Optional.of(Decision.no(reason)) : Optional.empty();
    }

    // --- the same for lists

    /** A condition over {@code case_file c}: what one may not see is not there, in totals either. */
    public Visible visible(Reader reader) {
        return VisibleCases.content(reader);
    }

    /** The same for cases that the reader sees with all their pupils. */
    public Visible visibleWhole(Reader reader) {
        return VisibleCases.whole(reader);
    }

    /** Narrows visible cases to what is about a pupil that the reader has to do with. @param pupil the column with the pupil's party */
    public Visible visibleAbout(Reader reader, String pupil) {
        return VisibleCases.about(reader, pupil);
    }

    /** For tasks {@code t} of cases: also one's own task about a measure, and a body's own, of a case that one sees nothing else of. */
    public Visible visibleTasks(Reader reader) {
        return VisibleCases.tasks(reader);
    }

    /** What is to be done at a school today: for all who work there, never for somebody whom the case is about. */
    public Visible visibleToday(Reader reader) {
        return VisibleCases.today(reader);
    }

    /** Histories: auditors find every case that is not about themselves, others those that they see whole. */
    public Visible visibleHistory(Reader reader) {
        return VisibleCases.history(reader);
    }

    /**
     * For what a person holds in cases, seen by an administrator who hands it over: that it is there, nothing of what it is. Never
     * in a case that the administrator is kept out of.
     */
    public Visible visibleHolding(Reader reader) {
        return VisibleCases.holding(reader);
    }
}
