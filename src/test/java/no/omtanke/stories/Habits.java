package no.omtanke.stories;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * When people do what they are asked: at once, late or never, drawn once for each task and each time it reaches somebody anew. The seed
 * decides everything, so a year that fails can be lived again.
 */
final class Habits {

    private final Random random;
    private final Map<String, Optional<LocalDateTime>> plans = new HashMap<>();

    Habits(long seed) {
        random = new Random(seed);
    }

    /** Whether the task is done now. @param asked the task, and whom it reached */
    boolean doesNow(String asked, LocalDateTime now) {
        return plans.computeIfAbsent(asked, key -> when(now)).filter(at -> !now.isBefore(at)).isPresent();
    }

    private Optional<LocalDateTime> when(LocalDateTime now) {
        int draw = random.nextInt(100);
        if (draw < 55) {
            return Optional.of(now);
        }
        if (draw < 75) {
            return Optional.of(now.plusDays(1));
        }
        return draw < 90 ? Optional.of(now.plusDays(2 + random.nextInt(12))) : Optional.empty();
    }

    /** With a chance of so many in a hundred. */
    boolean perhaps(int percent) {
        return random.nextInt(100) < percent;
    }

    <T> T one(java.util.List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
