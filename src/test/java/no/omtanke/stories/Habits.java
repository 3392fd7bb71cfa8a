package no.omtanke.stories;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * When people do what they are asked: at once, late or never, drawn once for each task and each time it reaches somebody anew. The seed and
 * what is asked decide, nothing else, so a year that fails can be lived again.
 */
final class Habits {

    private final long seed;
    private final Map<String, Optional<LocalDateTime>> plans = new HashMap<>();

    Habits(long seed) {
        this.seed = seed;
    }

    /** Whether the task is done now. @param asked the task, and whom it reached */
    boolean doesNow(String asked, LocalDateTime now) {
        return plans.computeIfAbsent(asked, key -> when(drawn(key), now)).filter(at -> !now.isBefore(at)).isPresent();
    }

    private static Optional<LocalDateTime> when(Random random, LocalDateTime now) {
        int draw = random.nextInt(100);
        if (draw < 55) {
            return Optional.of(now);
        }
        if (draw < 75) {
            return Optional.of(now.plusDays(1));
        }
        return draw < 90 ? Optional.of(now.plusDays(2 + random.nextInt(12))) : Optional.empty();
    }

    /** With a chance of so many in a hundred. @param what is asked about */
    boolean perhaps(int percent, String what) {
        return drawn(what).nextInt(100) < percent;
    }

    <T> T one(List<T> of, String what) {
        return of.get(drawn(what).nextInt(of.size()));
    }

    private Random drawn(String what) {
        Random random = new Random(seed * 31 + what.hashCode());
        random.nextInt();
        return random;
    }
}
