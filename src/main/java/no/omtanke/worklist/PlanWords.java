package no.omtanke.worklist;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import no.omtanke.form.ReadAnswer;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.plan.Evaluation;
import no.omtanke.plan.Finding;
import no.omtanke.plan.GuardiansPart;
import no.omtanke.plan.LogLine;
import no.omtanke.plan.Measure;
import no.omtanke.plan.PlanContent;
import no.omtanke.plan.PlanView;
import no.omtanke.plan.PupilsPart;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A plan, its measures, findings and evaluations in words, for those who work with it. */
@Component
class PlanWords {

    private final Directory directory;
    private final MessageSource messages;
    private final Dates dates;

    PlanWords(Directory directory, MessageSource messages, Dates dates) {
        this.directory = directory;
        this.messages = messages;
        this.dates = dates;
    }

    /** What was found and what to do about it. */
    record Found(String finding, String hint) {}

    /** A measure and how it went. @param done «Gjort 3 av 5 ganger», or empty */
    record MeasureLine(int number, String what, String why, List<String> about, String done) {}

    /** One earlier evaluation. */
    record Trend(String day, String pupil, String school, String outcome) {}

    /** A day of a measure's log. */
    record LogEntry(String day, String result, String words) {}

    List<Found> found(List<Finding> findings, Locale locale) {
        return findings.stream()
                .map(f -> new Found(
                        text("plan.finding." + f.rule(), locale, f.measure()),
                        text("plan.hint." + f.rule(), locale, f.measure())))
                .toList();
    }

    /** Problem, the pupil's part, guardians' views, goal and what else the plan says besides its measures. */
    List<ReadAnswer> content(PlanContent plan, Locale locale) {
        List<ReadAnswer> said = new ArrayList<>();
        add(said, "problem", locale, plan.problem());
        if (plan.pupil() != null) {
            add(said, "pupil", locale, pupil(plan.pupil(), locale).toArray(String[]::new));
        }
        add(said, "guardians", locale, plan.guardians().stream()
                .map(view -> guardian(view, locale))
                .toArray(String[]::new));
        add(said, "goal", locale, plan.goal());
        add(said, "only-pupil", locale, plan.onlyPupilReason());
        add(said, "services", locale, plan.services().stream()
                .map(service -> text("plan.service." + service, locale))
                .collect(Collectors.joining(", ")));
        add(said, "evaluation", locale, plan.evaluation() == null ? null : dates.day(plan.evaluation(), locale));
        return said;
    }

    List<ReadAnswer> goal(PlanContent plan, Locale locale) {
        List<ReadAnswer> said = new ArrayList<>();
        add(said, "goal", locale, plan.goal());
        return said;
    }

    List<MeasureLine> measures(PlanView plan, PlanContent content, Locale locale) {
        return content.measures().stream()
                .map(m -> new MeasureLine(m.number(), m.what(), m.why(), about(m, locale), done(plan.logOf(m), locale)))
                .toList();
    }

    /** Who, for whom, how often, when, where. */
    List<String> about(Measure m, Locale locale) {
        List<String> about = new ArrayList<>();
        about.add(m.owner() == null
                ? text("worklist.plan.no-owner", locale)
                : text("worklist.plan.owner", locale, name(m.owner())));
        about.add(text("worklist.plan.for", locale, text("plan.target." + m.target().code(), locale)));
        about.add(text("worklist.plan.often", locale, text("plan.often." + m.often().code(), locale)));
        if (m.from() != null && m.to() != null) {
            about.add(text("worklist.plan.days", locale, dates.day(m.from(), locale), dates.day(m.to(), locale)));
        }
        if (m.moment() != null) {
            about.add(text("plan.moment." + m.moment(), locale));
        }
        if (m.place() != null) {
            about.add(m.place());
        }
        return about;
    }

    /** «Gjort 3 av 5 ganger»; empty before its first day. */
    String done(List<LogLine> log, Locale locale) {
        return log.isEmpty()
                ? ""
                : text("worklist.plan.done", locale, log.stream().filter(LogLine::done).count(), log.size());
    }

    List<LogEntry> log(List<LogLine> log, Locale locale) {
        return log.stream()
                .map(line -> new LogEntry(
                        dates.day(line.day(), locale),
                        text("plan.result." + line.result().code(), locale),
                        line.done() ? line.effect() : line.why()))
                .toList();
    }

    List<Trend> trend(List<Evaluation> evaluations, Locale locale) {
        return evaluations.stream()
                .filter(e -> e.endedAt() != null)
                .map(e -> new Trend(
                        dates.day(LocalDate.ofInstant(e.endedAt(), dates.zone()), locale),
                        text("plan.safe." + (e.pupilSafe() == null ? "none" : e.pupilSafe()), locale),
                        e.safe() == null ? "" : text("plan.safe." + e.safe(), locale),
                        e.outcome() == null ? "" : text("plan.outcome." + e.outcome(), locale)))
                .toList();
    }

    /** The pupil first, then guardians, then the measures' owners. */
    List<ReadAnswer> evaluation(Evaluation e, Locale locale) {
        List<ReadAnswer> said = new ArrayList<>();
        add(said, "asked-pupil", locale,
                text("plan.safe." + (e.pupilSafe() == null ? "none" : e.pupilSafe()), locale),
                labelled("worklist.plan.helped", e.whatHelped(), locale),
                labelled("worklist.plan.missing", e.whatMissing(), locale),
                e.notAskedReason());
        add(said, "guardians", locale, e.guardians().stream()
                .map(g -> name(g.person()) + ": " + text("plan.safe." + g.childSafe(), locale) + joined(g.words()))
                .toArray(String[]::new));
        add(said, "owners", locale, e.measures().stream()
                .map(m -> text("worklist.plan.judged", locale, m.number(), text("plan.carried." + m.carriedOut(), locale),
                        m.done(), m.done() + m.notDone(), text("plan.go-on." + m.goOn(), locale)) + joined(m.effect()))
                .toArray(String[]::new));
        return said;
    }

    private List<String> pupil(PupilsPart part, Locale locale) {
        List<String> said = new ArrayList<>();
        if (!part.heard()) {
            said.add(text("worklist.plan.not-heard", locale, part.reason()));
            return said;
        }
        said.add(part.words());
        if (part.agrees() != null && !part.agrees().isEmpty()) {
            said.add(text("worklist.plan.agrees", locale, text("plan.agrees." + part.agrees(), locale)));
        }
        said.add(part.changes());
        return said;
    }

    private String guardian(GuardiansPart view, Locale locale) {
        return name(view.person()) + ": " + text("plan.view." + view.view(), locale) + joined(view.reason())
                + joined(view.comment());
    }

    private void add(List<ReadAnswer> said, String key, Locale locale, String... values) {
        List<String> written = java.util.Arrays.stream(values).filter(v -> v != null && !v.isBlank()).toList();
        if (!written.isEmpty()) {
            said.add(new ReadAnswer(key, text("worklist.plan.part." + key, locale), written, 0));
        }
    }

    private String labelled(String key, String words, Locale locale) {
        return words == null || words.isBlank() ? null : text(key, locale, words);
    }

    private static String joined(String words) {
        return words == null || words.isBlank() ? "" : ". " + words;
    }

    private String name(long person) {
        return directory.person(person).map(Person::name).orElse("?");
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args.length == 0 ? null : args, locale);
    }
}
