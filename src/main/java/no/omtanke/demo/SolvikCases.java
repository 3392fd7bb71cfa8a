package no.omtanke.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
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

    private record Act(Instant at, DemoCase told, DemoCase.DemoStep step) {}

    void play(Consumer<String> progress) {
        LocalDate today = LocalDate.now(clock);
        List<Act> acts = new ArrayList<>();
        for (DemoCase told : DemoCases.read()) {
            for (DemoCase.DemoStep step : told.steps()) {
                acts.add(new Act(at(today, step), told, step));
            }
        }
        acts.sort(Comparator.comparing(Act::at));
        Instant now = clock.instant();
        // What is told of this morning must not happen in the future.
        List<Act> past = acts.stream().filter(a -> a.at().isBefore(now)).toList();
        Map<String, UUID> cases = new HashMap<>();
        time.startAt(past.get(0).at());
        int done = 0;
        for (Act act : past) {
            time.passTo(act.at());
            player.play(act.told(), act.step(), cases);
            if (++done % 10 == 0) {
                progress.accept(done + " of " + past.size() + " steps, " + cases.size() + " cases");
            }
        }
        time.followRealTime();
        progress.accept(cases.size() + " cases");
    }

    private Instant at(LocalDate today, DemoCase.DemoStep step) {
        LocalDate day = workingDays.plus(today, -step.ago());
        return day.atTime(LocalTime.parse(step.at())).atZone(clock.getZone()).toInstant();
    }
}
