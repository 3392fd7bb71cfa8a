package no.omtanke.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import no.omtanke.signin.Accounts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Fills an empty demo before the doors open: people, accounts, and cases that the processes themselves make. */
@Component
@Profile("demo")
class Seeding implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Seeding.class);
    private static final String BEGUN = "seeding";
    private static final String DONE = "seeded";

    private final DemoState state;
    private final SolvikPeople people;
    private final SolvikCases cases;
    private final SolvikAbsence absence;
    private final DemoCast cast;
    private final Accounts accounts;
    private final Clock clock;
    private final Path data;
    private boolean running;

    Seeding(
            DemoState state,
            SolvikPeople people,
            SolvikCases cases,
            SolvikAbsence absence,
            DemoCast cast,
            Accounts accounts,
            Clock clock,
            @Value("${omtanke.data}") Path data) {
        this.state = state;
        this.people = people;
        this.cases = cases;
        this.absence = absence;
        this.cast = cast;
        this.accounts = accounts;
        this.clock = clock;
        this.data = data;
    }

    @Override
    public void start() {
        running = true;
        if (state.get(DONE).isEmpty()) {
            seed();
        }
        mark();
    }

    private void seed() {
        if (state.get(BEGUN).isPresent()) {
            throw new IllegalStateException(
                    "An earlier first start was stopped midway. Begin anew: bin/run --fresh, or remove " + data);
        }
        state.put(BEGUN, clock.instant().toString());
        long began = System.nanoTime();
        LOG.info("Seeding Solvik kommune: people and schools ...");
        people.fill();
        // A password's hash is slow on purpose; each waits for a core of its own.
        cast.users().parallelStream().forEach(u -> accounts.create(u.personId(), u.username(), DemoPassword.TEXT));
        LOG.info("Seeding Solvik kommune: the cases of the past weeks ...");
        cases.play(step -> LOG.info("Seeding Solvik kommune: {}", step));
        absence.fill();
        state.put(DONE, clock.instant().toString());
        LOG.info("Seeded in {} s", TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - began));
    }

    /** For bin/run, which cannot ask the database whether the first start came to its end. */
    private void mark() {
        try {
            Files.createDirectories(data);
            Files.writeString(data.resolve(DONE), "Solvik kommune is there; without this file, bin/run begins anew.\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
