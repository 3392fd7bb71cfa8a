package no.omtanke.planboard;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import no.omtanke.organization.Directory;
import no.omtanke.plan.Evaluation;
import no.omtanke.plan.Finding;
import no.omtanke.plan.LogLine;
import no.omtanke.plan.LogLine.Result;
import no.omtanke.plan.Measure;
import no.omtanke.plan.Often;
import no.omtanke.plan.PlanBook;
import no.omtanke.plan.PlanVersion;
import no.omtanke.plan.PlanView;
import org.springframework.stereotype.Component;

/** Lays plans out for their page. */
@Component
class PlanCards {

    private final PlanBook book;
    private final Directory directory;
    private final Marks marks;
    private final Attention attention;

    PlanCards(PlanBook book, Directory directory, Marks marks, Attention attention) {
        this.book = book;
        this.directory = directory;
        this.marks = marks;
        this.attention = attention;
    }

    PlanCard of(PlanView plan, Week week, Locale locale) {
        VersionCard shown = plan.inForce().or(plan::newest).map(VersionCard::of).orElse(null);
        VersionCard draft = plan.newest()
                .filter(v -> v instanceof PlanVersion.Draft && v.number() != shown.number() && plan.endedAt() == null)
                .map(VersionCard::of)
                .orElse(null);
        boolean undecided = plan.endedAt() == null
                && plan.newest().filter(v -> v instanceof PlanVersion.Approvable).isPresent();
        List<Finding> findings = undecided ? book.findings(plan) : List.of();
        List<MeasureCard> measures = shown == null ? List.of() : measures(plan, shown, week, locale);
        return new PlanCard(
                plan,
                plan.endedAt() != null ? "ended" : shown == null ? "draft" : shown.state(),
                attention.of(plan, shown, draft, findings, measures, locale),
                shown,
                draft,
                findings,
                measures,
                Trend.of(done(plan)),
                plan.versions().stream()
                        .filter(v -> shown != null && v.number() < shown.number())
                        .map(VersionCard::of)
                        .toList());
    }

    static List<Evaluation> done(PlanView plan) {
        return plan.evaluations().stream().filter(e -> e.endedAt() != null).toList();
    }

    private List<MeasureCard> measures(PlanView plan, VersionCard shown, Week week, Locale locale) {
        Set<Long> staff = directory.staff(plan.schoolId()).stream()
                .map(entry -> entry.person().id())
                .collect(Collectors.toSet());
        boolean running = plan.inForce().isPresent();
        return shown.content().measures().stream()
                .map(m -> {
                    Map<LocalDate, Result> days = book.days(plan, m);
                    List<LogLine> log = new ArrayList<>(plan.logOf(m));
                    Collections.reverse(log);
                    return new MeasureCard(
                            m,
                            marks.of(days, week, locale),
                            (int) log.stream().filter(LogLine::done).count(),
                            log.size(),
                            m.owner() != null && staff.contains(m.owner()),
                            notDone(m, log),
                            log,
                            running);
                })
                .toList();
    }

    private static boolean notDone(Measure measure, List<LogLine> newestFirst) {
        int times = measure.often() == Often.ONCE ? 1 : 2;
        return newestFirst.size() >= times && newestFirst.stream().limit(times).noneMatch(LogLine::done);
    }
}
