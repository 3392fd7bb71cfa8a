package no.omtanke.plan;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Plans as people might write them: some good, most with something missing. */
final class AnyPlan {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private AnyPlan() {}

    static Arbitrary<Measure> measures() {
        Arbitrary<String> what = Arbitraries.of(
                "Marta står ved porten fra 8.15 og går inn sammen med eleven.",
                "Følge med",
                "Eleven skal være inne i friminuttene med en voksen på biblioteket.",
                "Klassen lager regler for gruppearbeid onsdag sammen med kontaktlæreren.",
                "");
        Arbitrary<LocalDate> day = Arbitraries.integers().between(-20, 300).map(TODAY::plusDays).injectNull(0.2);
        return Combinators.combine(
                        what,
                        Arbitraries.of(Target.values()),
                        day,
                        day,
                        Arbitraries.of(Often.values()),
                        Arbitraries.longs().between(1, 4).injectNull(0.3),
                        day)
                .as((w, target, from, to, often, owner, judged) -> new Measure(
                        UUID.randomUUID(), 1, w, null, target, from, to, often, owner, null, judged, null, null, null));
    }

    static Arbitrary<PlanContent> plans() {
        Arbitrary<PupilsPart> parts = Arbitraries.of(
                new PupilsPart(true, TODAY, "De lar meg ikke være med.", true, "yes", "", ""),
                new PupilsPart(false, null, "", false, "", "", "Eleven ville ikke nå."),
                new PupilsPart(false, null, "", false, "", "", ""));
        Arbitrary<LocalDate> evaluation =
                Arbitraries.integers().between(-5, 30).map(TODAY::plusDays).injectNull(0.2);
        return Combinators.combine(
                        measures().list().ofMaxSize(15),
                        parts.injectNull(0.2),
                        evaluation,
                        Arbitraries.of("Bare eleven har opplevd det.", "").injectNull(0.3))
                .as((list, pupil, judged, reason) -> new PlanContent(
                        "Problemet", pupil, List.of(), "Mål", reason, List.of(), judged, numbered(list)));
    }

    static PlanContent adding(PlanContent plan, Measure measure) {
        List<Measure> more = new ArrayList<>(plan.measures());
        more.add(measure);
        return plan.with(numbered(more));
    }

    static Circumstances monday() {
        return new Circumstances(
                TODAY,
                TODAY.plusDays(7),
                Set.of(1L, 2L, 3L),
                true,
                day -> day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY);
    }

    private static List<Measure> numbered(List<Measure> list) {
        List<Measure> numbered = new ArrayList<>();
        for (Measure m : list) {
            numbered.add(new Measure(
                    m.id(), numbered.size() + 1, m.what(), m.why(), m.target(), m.from(), m.to(), m.often(), m.owner(),
                    m.substitute(), m.evaluation(), m.moment(), m.place(), m.listText()));
        }
        return numbered;
    }
}
