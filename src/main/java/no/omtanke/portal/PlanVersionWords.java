package no.omtanke.portal;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.plan.Evaluation;
import no.omtanke.plan.LogLine;
import no.omtanke.plan.Measure;
import no.omtanke.plan.PlanContent;
import no.omtanke.plan.PlanVersion;
import no.omtanke.plan.PlanView;
import no.omtanke.plan.PupilsPart;
import no.omtanke.portal.PlanMeasureView.Kept;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A version of the plan in words. What anybody wrote in the log stays with the school; only how often is told. */
@Component
class PlanVersionWords {

    private final Directory directory;
    private final When when;
    private final MessageSource texts;
    private final Clock clock;

    PlanVersionWords(Directory directory, When when, MessageSource texts, Clock clock) {
        this.directory = directory;
        this.when = when;
        this.texts = texts;
        this.clock = clock;
    }

    PlanVersionView view(PlanView plan, PlanVersion version, Locale locale) {
        PlanContent content = version.content();
        PupilsPart pupil = content.pupil();
        List<PlanMeasureView> measures =
                content.measures().stream().map(m -> measure(plan, m, locale)).toList();
        boolean running = version.inForce() && plan.endedAt() == null;
        LocalDate evaluation = nextEvaluation(plan, version);
        return new PlanVersionView(
                version.number(),
                state(version),
                since(version, locale),
                content.problem(),
                pupil == null || !pupil.heard() ? null : pupil.words(),
                pupil == null || pupil.heard() ? null : pupil.reason(),
                content.goal(),
                evaluation == null || !evaluation.isAfter(LocalDate.now(clock)) ? null : when.day(evaluation, locale),
                content.services().stream().map(s -> text("plan.service." + s, locale)).collect(Collectors.joining(", ")),
                running,
                running || measures.stream().anyMatch(m -> m.total() != null),
                measures);
    }

    static String state(PlanVersion version) {
        if (version instanceof PlanVersion.Draft) {
            return "draft";
        }
        return version instanceof PlanVersion.Provisional
                ? "provisional"
                : version instanceof PlanVersion.Approved ? "approved" : "replaced";
    }

    /** The day that belongs to the version's state. */
    String since(PlanVersion version, Locale locale) {
        if (version instanceof PlanVersion.Provisional provisional) {
            return when.day(provisional.since(), locale);
        }
        if (version instanceof PlanVersion.Approved approved) {
            return when.day(approved.approval().at(), locale);
        }
        return version instanceof PlanVersion.Replaced replaced
                ? when.day(replaced.at(), locale)
                : when.day(version.writtenAt(), locale);
    }

    // What was decided at the latest evaluation comes before what the version itself says.
    private static LocalDate nextEvaluation(PlanView plan, PlanVersion version) {
        var latest = plan.evaluations().stream()
                .filter(e -> e.version() == version.number() && e.endedAt() != null)
                .reduce((first, second) -> second);
        // A plan that is to be revised has no next day until the new version says one.
        return latest.isPresent() ? latest.get().nextOn() : version.content().evaluation();
    }

    private PlanMeasureView measure(PlanView plan, Measure measure, Locale locale) {
        List<LogLine> log = plan.logOf(measure);
        LocalDate monday = LocalDate.now(clock).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return new PlanMeasureView(
                measure.number(),
                measure.what(),
                measure.why(),
                text("plan.target." + measure.target().code(), locale),
                measure.owner() == null
                        ? null
                        : directory.person(measure.owner()).map(Person::name).orElse(null),
                text("plan.often." + measure.often().code(), locale),
                period(measure, locale),
                kept(log.stream().filter(line -> !line.day().isBefore(monday)).toList()),
                kept(log));
    }

    private String period(Measure measure, Locale locale) {
        if (measure.from() == null) {
            return null;
        }
        String from = when.day(measure.from(), locale);
        return measure.to() == null || measure.to().equals(measure.from())
                ? from
                : texts.getMessage("myplan.from-to", new Object[] {from, when.day(measure.to(), locale)}, locale);
    }

    private static Kept kept(List<LogLine> log) {
        return log.isEmpty()
                ? null
                : new Kept(
                        log.size(),
                        count(log, LogLine.Result.DONE),
                        count(log, LogLine.Result.NOT_DONE),
                        count(log, LogLine.Result.NO_ANSWER));
    }

    private static int count(List<LogLine> log, LogLine.Result result) {
        return (int) log.stream().filter(line -> line.result() == result).count();
    }

    private String text(String key, Locale locale) {
        return texts.getMessage(key, null, locale);
    }
}
