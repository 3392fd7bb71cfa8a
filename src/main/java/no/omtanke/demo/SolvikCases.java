package no.omtanke.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import no.omtanke.calendar.WorkingDays;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Plays the demo's cases: every step is done through the services behind the pages, at its own time, timers in between. */
@Component
@Profile("demo")
class SolvikCases {

    private static final LocalTime END_OF_DAY = LocalTime.of(15, 0);
    private static final LocalTime MEASURES_DONE = LocalTime.of(14, 45);

    private final DemoClock time;
    private final WorkingDays workingDays;
    private final SolvikPlayer player;
    private final Clock clock;

    SolvikCases(DemoClock time, WorkingDays workingDays, SolvikPlayer player, Clock clock) {
        this.time = time;
        this.workingDays = workingDays;
        this.player = player;
        this.clock = clock;
    }

    record Act(Instant at, DemoCase told, DemoCase.DemoStep step) {}

    void play(Consumer<String> progress) {
        Instant now = clock.instant();
        List<Act> past = past(DemoCases.read(), now);
        Map<String, UUID> cases = new HashMap<>();
        time.startAt(past.get(0).at());
        int done = 0;
        for (Act act : past) {
            doMeasuresUntil(act.at(), cases);
            time.passTo(act.at());
            player.play(act.told(), act.step(), cases);
            if (++done % 10 == 0) {
                progress.accept(done + " of " + past.size() + " steps, " + cases.size() + " cases");
            }
        }
        doMeasuresUntil(earlier(now, startOfTheStory(now)), cases);
        time.followRealTime();
        progress.accept(cases.size() + " cases");
    }

    // Who has a measure does it on the days in between too; today's are left to whoever tries the demo.
    private void doMeasuresUntil(Instant moment, Map<String, UUID> cases) {
        for (Instant next = nextMeasures(clock.instant()); next.isBefore(moment); next = nextMeasures(next)) {
            time.passTo(next);
            player.doMeasures(cases);
        }
    }

    private Instant startOfTheStory(Instant now) {
        return dayOfTheStory(now.atZone(clock.getZone()).toLocalDateTime())
                .atStartOfDay(clock.getZone())
                .toInstant();
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }

    private Instant nextMeasures(Instant after) {
        LocalDate day = LocalDate.ofInstant(after, clock.getZone());
        Instant same = day.atTime(MEASURES_DONE).atZone(clock.getZone()).toInstant();
        return workingDays.isWorkingDay(day) && same.isAfter(after)
                ? same
                : workingDays.plus(day, 1).atTime(MEASURES_DONE).atZone(clock.getZone()).toInstant();
    }

    /** What has happened by now, in order. A step whose hour has not come is not told, nor what follows it in its case. */
    List<Act> past(List<DemoCase> cases, Instant now) {
        LocalDate day = dayOfTheStory(now.atZone(clock.getZone()).toLocalDateTime());
        List<Act> past = new ArrayList<>();
        for (DemoCase told : cases) {
            told.steps().stream()
                    .map(step -> new Act(at(day, step), told, step))
                    .takeWhile(act -> act.at().isBefore(now))
                    .forEach(past::add);
        }
        // Stable: steps of one case keep their order.
        past.sort(Comparator.comparing(Act::at));
        return past;
    }

    /**
     * The working day that the stories count back from: the one whose deadlines at 15:00 are still ahead. In the evening or on
     * a Sunday it is the next one, so that the cases stand alike whenever the demo is started.
     */
    private LocalDate dayOfTheStory(LocalDateTime now) {
        LocalDate today = now.toLocalDate();
        boolean dayIsOver = now.toLocalTime().isAfter(END_OF_DAY);
        return workingDays.isWorkingDay(today) && !dayIsOver ? today : workingDays.plus(today, 1);
    }

    private Instant at(LocalDate day, DemoCase.DemoStep step) {
        return workingDays.plus(day, -step.ago()).atTime(LocalTime.parse(step.at())).atZone(clock.getZone()).toInstant();
    }
}
