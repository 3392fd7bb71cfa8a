package no.omtanke.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.stereotype.Component;

/**
 * Lets nobody guess for long, and nobody shut somebody else out: a name alone never waits for its password, and the owner's own browser
 * never waits for what others did. A guess is counted before it is looked at, so that many at once are many.
 */
@Component
class Attempts {

    // More than this no clock is set right by: it is another time now, and what was counted then is over.
    private static final Duration CLOCK_SET_BACK = Duration.ofHours(2);

    private final Clock clock;
    private final Cache<String, Tries> tries =
            Caffeine.newBuilder().maximumSize(200_000).expireAfterWrite(Duration.ofDays(1)).build();

    Attempts(Clock clock) {
        this.clock = clock;
    }

    /** @param wrong how many counted at that time @param until before then nobody is heard */
    private record Tries(double wrong, Instant at, Instant until) {

        static final Tries NONE = new Tries(0, Instant.EPOCH, Instant.EPOCH);

        double wrongAt(Instant now, Patience patience) {
            double forgotten = Duration.between(at, now).toMillis() / (double) patience.forgets().toMillis();
            return Math.max(0, wrong - Math.max(0, forgotten));
        }

        Tries oneLess() {
            return new Tries(Math.max(0, wrong - 1), at, Instant.EPOCH);
        }
    }

    /** Whether the guess is heard; it counts as wrong until {@link #right} is said. */
    boolean heard(Guess guess) {
        Instant now = clock.instant();
        boolean heard = true;
        for (Guess.Counted counted : guess.counted()) {
            heard = heard && count(counted, now);
        }
        return heard;
    }

    /** The guess was right: its own count begins anew, and the address gets this one back. */
    void right(Guess guess) {
        guess.counted().forEach(counted -> tries.asMap().computeIfPresent(
                counted.key(),
                (key, old) -> counted.patience() == Patience.ADDRESS ? old.oneLess() : null));
    }

    private boolean count(Guess.Counted counted, Instant now) {
        AtomicBoolean heard = new AtomicBoolean();
        tries.asMap().compute(counted.key(), (key, before) -> {
            Tries old = before == null || before.at().isAfter(now.plus(CLOCK_SET_BACK)) ? Tries.NONE : before;
            heard.set(!now.isBefore(old.until()));
            if (!heard.get()) {
                return old;
            }
            double wrong = old.wrongAt(now, counted.patience()) + 1;
            return new Tries(wrong, now, now.plus(counted.patience().after(wrong)));
        });
        return heard.get();
    }
}
