package no.omtanke.demo;

import java.time.Clock;
import java.time.Duration;
import no.omtanke.signin.Accounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Fills an empty demo before the doors open: people, accounts, and cases that the processes themselves make. */
@Component
@Profile("demo")
class Seeding implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Seeding.class);
    private static final String DONE = "seeded";

    private final DemoState state;
    private final SolvikPeople people;
    private final SolvikCases cases;
    private final DemoCast cast;
    private final Accounts accounts;
    private final Clock clock;
    private boolean running;

    Seeding(DemoState state, SolvikPeople people, SolvikCases cases, DemoCast cast, Accounts accounts, Clock clock) {
        this.state = state;
        this.people = people;
        this.cases = cases;
        this.cast = cast;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public void start() {
        running = true;
        if (state.get(DONE).isPresent()) {
            return;
        }
        long began = System.nanoTime();
        LOG.info("Seeding Solvik kommune: people and schools ...");
        people.fill();
        cast.users().forEach(u -> accounts.create(u.personId(), u.username(), DemoPassword.TEXT));
        cases.play(step -> LOG.info("Seeding Solvik kommune: {}", step));
        state.put(DONE, clock.instant().toString());
        LOG.info("Seeded in {} s", Duration.ofNanos(System.nanoTime() - began).toSeconds());
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the web server: nobody comes in while the past is being made. */
    @Override
    public int getPhase() {
        return 0;
    }
}
