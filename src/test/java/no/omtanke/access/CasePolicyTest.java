package no.omtanke.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import no.omtanke.access.CaseFacts.Pupils;

class CasePolicyTest {

    private static final String OTHER_LANE = "a-lane-that-nobody-is-named-in";

    private final CasePolicy policy = new CasePolicy();

    @Provide
    Arbitrary<Reader> readers() {
        return AnyCase.readers();
    }

    @Provide
    Arbitrary<CaseFacts> cases() {
        return AnyCase.cases();
    }

    @Provide
    Arbitrary<Piece> pieces() {
        return AnyCase.pieces();
    }

    @Property
    void whoever_is_subject_sees_nothing(
            @ForAll("readers") Reader reader, @ForAll("cases") CaseFacts facts, @ForAll Part part, @ForAll("pieces") Piece piece) {
        CaseFacts about = with(facts, f -> f.subjects.add(reader.personId()));
        assertThat(policy.decide(reader, about, part).allowed()).isFalse();
        assertThat(policy.decide(reader, about, part, piece).allowed()).isFalse();
    }

    @Property
    void whoever_stepped_back_sees_nothing(
            @ForAll("readers") Reader reader, @ForAll("cases") CaseFacts facts, @ForAll Part part, @ForAll("pieces") Piece piece) {
        CaseFacts out = with(facts, f -> f.recused.add(reader.personId()));
        assertThat(policy.decide(reader, out, part).allowed()).isFalse();
        assertThat(policy.decide(reader, out, part, piece).allowed()).isFalse();
    }

    @Property
    void an_auditor_reads_content_only_while_it_is_opened_to_them(
            @ForAll("cases") CaseFacts facts, @ForAll("pieces") Piece piece) {
        Reader auditor = new Reader(9, "", Set.of("person:9", "auditor"));
        assertThat(policy.decide(auditor, facts, Part.CONTENT).allowed()).isFalse();
        assertThat(policy.decide(auditor, facts, Part.CONTENT, piece).allowed()).isFalse();
        CaseFacts opened = with(facts, f -> f.openedTo.add(9L));
        assertThat(policy.decide(auditor, opened, Part.CONTENT).allowed()).isEqualTo(facts.lane() == null);
        assertThat(policy.decide(auditor, with(opened, f -> f.subjects.add(9L)), Part.CONTENT).allowed()).isFalse();
    }

    @Property
    void a_closed_lane_is_open_to_those_who_are_named_only(
            @ForAll("readers") Reader reader, @ForAll("cases") CaseFacts facts, @ForAll Part part, @ForAll("pieces") Piece piece) {
        assertThat(policy.decide(reader, with(facts, f -> f.lane = OTHER_LANE), part).allowed()).isFalse();
        assertThat(policy.decide(reader, facts, part, in(OTHER_LANE, piece)).allowed()).isFalse();
    }

    /** Nobody's role opens a report to child protection: not a leader's, an owner's, an auditor's, an administrator's, no link either. */
    @Property
    void no_role_and_no_link_opens_a_report_to_child_protection(
            @ForAll("readers") Reader reader, @ForAll("cases") CaseFacts facts, @ForAll Part part, @ForAll("pieces") Piece piece) {
        CaseFacts report = with(facts, f -> {
            f.lane = Lane.CHILD_PROTECTION;
            f.lanes.put(Lane.CHILD_PROTECTION, others(f.lanes.get(Lane.CHILD_PROTECTION), reader));
        });
        assertThat(policy.decide(reader, report, part).allowed()).isFalse();
        assertThat(policy.decide(reader, report, part, piece).allowed()).isFalse();
        assertThat(policy.seesPupil(reader, report, new UUID(1, 1))).isFalse();
        assertThat(policy.mayKeepBack(reader, report, piece)).isFalse();
    }

    /** The lane of the health service opens to its people at that school, to whoever is named, and by one's own link: to nobody else. */
    @Property
    void the_health_services_lane_opens_to_the_health_service(
            @ForAll("readers") Reader reader, @ForAll("cases") CaseFacts facts, @ForAll Part part, @ForAll("pieces") Piece piece) {
        CaseFacts contact = with(facts, f -> {
            f.lane = Lane.HEALTH;
            f.lanes.put(Lane.HEALTH, others(f.lanes.get(Lane.HEALTH), reader));
        });
        boolean own = part == Part.OWN_REPORT && reader.in("link:" + AnyCase.CASE);
        if (!reader.in("health-service:1") && !own) {
            assertThat(policy.decide(reader, contact, part).allowed()).isFalse();
            assertThat(policy.decide(reader, contact, part, piece).allowed()).isFalse();
            assertThat(policy.mayKeepBack(reader, contact, piece)).isFalse();
        }
        Reader nurse = new Reader(9, "", Set.of("person:9", "health-service:1"));
        assertThat(policy.decide(nurse, contact, Part.CONTENT).allowed()).isTrue();
        CaseFacts open = with(facts, f -> f.lane = null);
        assertThat(policy.decide(nurse, open, part).allowed()).as("the school's cases are not the health service's").isFalse();
    }

    private static Set<Long> others(Set<Long> named, Reader reader) {
        Set<Long> others = new HashSet<>(named);
        others.remove(reader.personId());
        return others;
    }

    @Property
    void a_piece_is_never_seen_by_somebody_who_may_not_open_the_case(
            @ForAll("readers") Reader reader, @ForAll("cases") CaseFacts facts, @ForAll Part part, @ForAll("pieces") Piece piece) {
        if (!policy.decide(reader, facts, part).allowed()) {
            assertThat(policy.decide(reader, facts, part, piece).allowed()).isFalse();
        }
    }

    @Property
    void losing_a_role_never_shows_more(
            @ForAll("readers") Reader reader,
            @ForAll("cases") CaseFacts facts,
            @ForAll Part part,
            @ForAll("pieces") Piece piece,
            @ForAll int which) {
        Assume.that(!reader.audiences().isEmpty());
        Set<String> fewer = new HashSet<>(reader.audiences());
        fewer.remove(fewer.stream().sorted().toList().get(Math.floorMod(which, fewer.size())));
        // The role of a leader keeps one out of what one leads when a leader is accused; losing it is no narrowing there.
        Assume.that(!facts.leaderAccused() || fewer.contains("leadership:1") == reader.in("leadership:1"));
        // The same for a guardian of an adult: without the word there is no link of a guardian.
        Assume.that(fewer.contains("guardian:3") == reader.in("guardian:3"));
        Assume.that(part != Part.OWN_PLAN || fewer.containsAll(children(reader)));
        showsNoMore(reader, facts, new Reader(reader.personId(), "", fewer), facts, part, piece, piece);
    }

    @Property
    void ending_a_participation_never_shows_more(
            @ForAll("readers") Reader reader, @ForAll("cases") CaseFacts facts, @ForAll Part part, @ForAll("pieces") Piece piece) {
        showsNoMore(reader, facts, reader, with(facts, f -> f.participants.remove(reader.personId())), part, piece, piece);
        showsNoMore(reader, facts, reader, with(facts, f -> f.helpers.remove(reader.personId())), part, piece, piece);
        showsNoMore(reader, facts, reader, with(facts, f -> f.onePupil.remove(reader.personId())), part, piece, piece);
        showsNoMore(reader, facts, reader, with(facts, f -> f.openedTo.remove(reader.personId())), part, piece, piece);
        showsNoMore(reader, facts, reader, with(facts, f -> f.lanes.clear()), part, piece, piece);
    }

    @Property
    void binding_a_participation_to_one_pupil_never_shows_more(
            @ForAll("readers") Reader reader,
            @ForAll("cases") CaseFacts facts,
            @ForAll Part part,
            @ForAll("pieces") Piece piece) {
        CaseFacts inside = with(facts, f -> f.participants.add(reader.personId()));
        CaseFacts bound = with(inside, f -> {
            f.participants.remove(reader.personId());
            f.onePupil.put(reader.personId(), Set.of(new UUID(1, 1)));
        });
        showsNoMore(reader, inside, reader, bound, part, piece, piece);
    }

    @Property
    void a_restriction_never_shows_more(
            @ForAll("readers") Reader reader, @ForAll("cases") CaseFacts facts, @ForAll Part part, @ForAll("pieces") Piece piece) {
        Piece open = keptBack(piece, false);
        showsNoMore(reader, facts, reader, facts, part, open, keptBack(piece, true));
        showsNoMore(reader, facts, reader, facts, part, open, in("health-service", open));
        // A case that is closed to the health service opens to the health service.
        if (facts.lane() == null && !reader.in("health-service:1")) {
            showsNoMore(reader, facts, reader, with(facts, f -> f.lane = "health-service"), part, piece, piece);
        }
        showsNoMore(reader, facts, reader, with(facts, f -> f.subjects.add(1L)), part, piece, piece);
        showsNoMore(
                reader, facts, reader,
                with(facts, f -> f.pupils = new Pupils(f.pupils.linked(), f.pupils.reported(), f.pupils.fifteen(), AnyCase.PUPILS, f.pupils.toldByGuardian())),
                part, piece, piece);
    }

    @Property
    void who_has_to_do_with_one_pupil_sees_nothing_about_another(
            @ForAll("cases") CaseFacts facts, @ForAll Part part, @ForAll("pieces") Piece piece) {
        Reader teacher = new Reader(9, "", Set.of("person:9", "contact-teacher:1"));
        UUID theirs = new UUID(1, 1);
        UUID other = new UUID(1, 2);
        CaseFacts bound = with(facts, f -> f.onePupil.put(9L, Set.of(theirs)));
        Piece about = new Piece(Piece.Kind.ENTRY, "hear-pupil", other, piece.writer(), "staff", null, false, Set.of(9L));
        assertThat(policy.decide(teacher, bound, part, about).allowed()).isFalse();
        assertThat(policy.seesPupil(teacher, bound, other)).isFalse();
    }

    @Property
    void a_family_reads_its_own_words_and_what_was_made_about_its_own_child(
            @ForAll("cases") CaseFacts facts, @ForAll("pieces") Piece piece) {
        Reader guardian = new Reader(9, "", Set.of("plan-link:" + AnyCase.CASE, "guardian:9", "child:" + new UUID(1, 1)));
        if (!piece.writerKind().equals("system") || !new UUID(1, 1).equals(piece.about())) {
            assertThat(policy.decide(guardian, facts, Part.OWN_PLAN, piece).allowed()).isFalse();
        }
    }

    @Property
    void what_came_from_another_case_is_read_by_no_family_there(
            @ForAll("readers") Reader reader, @ForAll("cases") CaseFacts facts, @ForAll("pieces") Piece piece) {
        Piece copy = new Piece(
                piece.kind(), piece.what(), piece.about(), piece.writer(), "copy", piece.lane(), piece.keptBack(), piece.passedTo());
        assertThat(policy.decide(reader, facts, Part.OWN_REPORT, copy).allowed()).isFalse();
        assertThat(policy.decide(reader, facts, Part.OWN_PLAN, copy).allowed()).isFalse();
    }

    @Property
    void what_came_from_another_case_is_about_the_pupil_it_names_and_no_other(@ForAll("cases") CaseFacts facts) {
        Reader teacher = new Reader(9, "", Set.of("person:9", "contact-teacher:1"));
        UUID theirs = new UUID(1, 1);
        Piece report = new Piece(Piece.Kind.ENTRY, "report-guardian", null, null, "copy", null, false, Set.of());
        CaseFacts two = with(facts, f -> {
            f.onePupil.put(9L, Set.of(theirs));
            f.participants.remove(9L);
            f.openedTo.remove(9L);
            f.pupils = new Pupils(Set.of(theirs, new UUID(1, 2)), theirs, Set.of(), Set.of(), true);
        });
        assertThat(policy.decide(teacher, two, Part.CONTENT, report).allowed()).isFalse();
    }

    @Property
    void guardians_see_nothing_of_an_adult(@ForAll("cases") CaseFacts facts) {
        Reader guardian = new Reader(9, "", Set.of("plan-link:" + AnyCase.CASE, "guardian:9", "child:" + new UUID(1, 1)));
        CaseFacts grown = with(facts, f -> f.pupils =
                new Pupils(f.pupils.linked(), new UUID(1, 1), Set.of(), Set.of(new UUID(1, 1)), true));
        assertThat(policy.decide(guardian, grown, Part.OWN_PLAN).allowed()).isFalse();
        Reader reporter = new Reader(0, "", Set.of("link:" + AnyCase.CASE));
        assertThat(policy.decide(reporter, grown, Part.OWN_REPORT).allowed()).isFalse();
    }

    @Property
    void a_story_is_shown_by_a_decision_only(
            @ForAll("readers") Reader reader, @ForAll("cases") CaseFacts facts, @ForAll boolean keptBack, @ForAll boolean refuses) {
        UUID pupil = new UUID(1, 1);
        for (String outcome : new String[] {null, "withheld"}) {
            assertThat(policy.decide(reader, facts, new Telling(pupil, keptBack, outcome, refuses)).allowed()).isFalse();
        }
        boolean shown = policy.decide(reader, facts, new Telling(pupil, false, "shown", false)).allowed();
        assertThat(policy.decide(reader, facts, new Telling(pupil, true, "shown", false)).allowed()).isFalse();
        assertThat(shown).isEqualTo(policy.decide(reader, facts, Part.OWN_PLAN).allowed() && reader.in("child:" + pupil));
        if (facts.pupils().fifteen().contains(pupil)) {
            assertThat(policy.decide(reader, facts, new Telling(pupil, false, "shown", true)).allowed()).isFalse();
        }
    }

    private void showsNoMore(
            Reader before, CaseFacts was, Reader after, CaseFacts is, Part part, Piece piece, Piece narrowed) {
        if (!policy.decide(before, was, part).allowed()) {
            assertThat(policy.decide(after, is, part).allowed()).isFalse();
        }
        if (!policy.decide(before, was, part, piece).allowed()) {
            assertThat(policy.decide(after, is, part, narrowed).allowed()).isFalse();
        }
    }

    private static Set<String> children(Reader reader) {
        return reader.audiences().stream().filter(a -> a.startsWith("child:")).collect(java.util.stream.Collectors.toSet());
    }

    private static Piece keptBack(Piece p, boolean keptBack) {
        return new Piece(p.kind(), p.what(), p.about(), p.writer(), p.writerKind(), p.lane(), keptBack, p.passedTo());
    }

    private static Piece in(String lane, Piece p) {
        return new Piece(p.kind(), p.what(), p.about(), p.writer(), p.writerKind(), lane, p.keptBack(), p.passedTo());
    }

    private static CaseFacts with(CaseFacts facts, java.util.function.Consumer<Changing> change) {
        Changing changing = new Changing(facts);
        change.accept(changing);
        return changing.facts(facts);
    }

    /** A case that is being changed. */
    private static final class Changing {
        final Set<Long> participants;
        final Map<Long, Set<UUID>> onePupil;
        final Set<Long> helpers;
        final Set<Long> subjects;
        final Set<Long> recused;
        final Set<Long> openedTo;
        final Map<String, Set<Long>> lanes;
        String lane;
        Pupils pupils;

        Changing(CaseFacts f) {
            participants = new HashSet<>(f.participants());
            onePupil = new HashMap<>(f.forOnePupil());
            helpers = new HashSet<>(f.helpers());
            subjects = new HashSet<>(f.subjects());
            recused = new HashSet<>(f.recused());
            openedTo = new HashSet<>(f.openedTo());
            lanes = new HashMap<>(f.lanes());
            lane = f.lane();
            pupils = f.pupils();
        }

        CaseFacts facts(CaseFacts f) {
            return new CaseFacts(
                    f.caseId(), f.schoolId(), f.leaderAccused(), f.ownerSees(), participants, onePupil, helpers, subjects, recused, openedTo, f.bodies(), lane, lanes, pupils);
        }
    }
}
