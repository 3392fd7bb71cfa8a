package no.omtanke.signin;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/**
 * Counts failed sign-ins for ten minutes: five for a name from one address, thirty from one address. The name alone is never locked, so
 * nobody can lock somebody else out from afar.
 */
@Component
class Attempts {

    private static final int FOR_NAME_AND_ADDRESS = 5;
    private static final int FOR_ADDRESS = 30;

    private final Cache<String, AtomicInteger> failures =
            Caffeine.newBuilder().maximumSize(100_000).expireAfterWrite(Duration.ofMinutes(10)).build();

    boolean tooMany(String username, String address) {
        return count(both(username, address)) >= FOR_NAME_AND_ADDRESS || count(address) >= FOR_ADDRESS;
    }

    void failed(String username, String address) {
        failures.get(both(username, address), k -> new AtomicInteger()).incrementAndGet();
        failures.get(address, k -> new AtomicInteger()).incrementAndGet();
    }

    void forget(String username, String address) {
        failures.invalidate(both(username, address));
    }

    private int count(String key) {
        AtomicInteger known = failures.getIfPresent(key);
        return known == null ? 0 : known.get();
    }

    private static String both(String username, String address) {
        return username.toLowerCase(Locale.ROOT) + " " + address;
    }
}
