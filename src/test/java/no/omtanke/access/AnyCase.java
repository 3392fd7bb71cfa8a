package no.omtanke.access;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Cases, readers and pieces as they may come, in a small world where everybody meets everybody. */
final class AnyCase {

    static final UUID CASE = new UUID(0, 1);
    static final Set<UUID> PUPILS = Set.of(new UUID(1, 1), new UUID(1, 2), new UUID(1, 3));
    private static final Set<Long> PEOPLE = LongStream.rangeClosed(1, 4).boxed().collect(Collectors.toSet());

    private AnyCase() {}

    static Arbitrary<Reader> readers() {
        Arbitrary<String> audiences = Arbitraries.of(
                "leadership:1", "leadership:2", "school-owner", "health-service:1", "health-service:2", "administrator", "auditor", "staff:1", "contact-teacher:1", "social-teacher:2",
                "link:" + CASE, "plan-link:" + CASE, "guardian:3", "child:" + new UUID(1, 1), "child:" + new UUID(1, 2));
        return Combinators.combine(Arbitraries.longs().between(0, 4), audiences.set().ofMaxSize(4))
                .as((person, set) -> new Reader(person, "", set));
    }

    static Arbitrary<CaseFacts> cases() {
        Arbitrary<Boolean> maybe = Arbitraries.of(true, false);
        Arbitrary<Set<Long>> few = some(PEOPLE);
        Arbitrary<Map<Long, Set<UUID>>> onePupil =
                Arbitraries.maps(Arbitraries.of(PEOPLE), some(PUPILS).filter(s -> !s.isEmpty())).ofMaxSize(2);
        Arbitrary<String> lane = Arbitraries.of("health-service", "child-protection").injectNull(0.6);
        Arbitrary<Map<String, Set<Long>>> lanes = Combinators.combine(few, few)
                .as((health, child) -> Map.of("health-service", health, "child-protection", child));
        return Combinators.combine(maybe, maybe, few, onePupil, few, few, lane, lanes)
                .flatAs((leader, owner, inside, one, helpers, subjects, shut, named) -> Combinators.combine(pupils(), few, few, some(Set.of(7, 8)))
                        .as((pupils, recused, openedTo, bodies) -> new CaseFacts(
                                CASE, 1, leader, owner, inside, one, helpers, subjects, recused, openedTo, bodies, shut, named, pupils)));
    }

    private static Arbitrary<CaseFacts.Pupils> pupils() {
        return Combinators.combine(
                        some(PUPILS),
                        Arbitraries.of(PUPILS).injectNull(0.3),
                        some(PUPILS),
                        some(PUPILS),
                        Arbitraries.of(true, false))
                .as(CaseFacts.Pupils::new);
    }

    static Arbitrary<Piece> pieces() {
        return Combinators.combine(
                        Arbitraries.of(Piece.Kind.values()),
                        Arbitraries.of("report-guardian", "hear-pupil", "answer-family", "answer-escalation", "hear-accused", "recusal", "dossier", "responsible", "affected", "opened"),
                        Arbitraries.of(PUPILS).injectNull(0.3),
                        Arbitraries.of(PEOPLE).injectNull(0.3),
                        Arbitraries.of("reporter", "guardian", "pupil", "staff", "body", "system", "copy"),
                        Arbitraries.of("health-service").injectNull(0.8),
                        Arbitraries.of(true, false),
                        some(PEOPLE))
                .as(Piece::new);
    }

    private static <T> Arbitrary<Set<T>> some(Set<T> of) {
        return Arbitraries.of(of).set().ofMaxSize(2);
    }
}
