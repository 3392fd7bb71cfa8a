package no.omtanke.network;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/**
 * Counts knocks at the public doors, in memory and for no longer than the window. Public because the doors' security asks it before
 * anything else is done with a request.
 */
@Component
@EnableConfigurationProperties(PaceLimits.class)
public class Pace {

    /** So many addresses are remembered at most; who is forgotten starts anew. */
    private static final int MOST = 50_000;

    /** What is knocked at. */
    public enum Door {
        ANY,
        LINK,
        ONE_LINK,
        NEW_LINK,
        SIGN_IN
    }

    private final PaceLimits limits;
    private final Map<Door, Cache<String, Bucket>> knocks = new EnumMap<>(Door.class);

    Pace(PaceLimits limits) {
        this.limits = limits;
        for (Door door : Door.values()) {
            knocks.put(door, Caffeine.newBuilder().maximumSize(MOST).expireAfterAccess(limits.window()).build());
        }
    }

    /** @param who an address, or what stands for a link; never kept longer than the window */
    public boolean mayKnock(Door door, String who) {
        int most = most(door);
        return knocks.get(door)
                .get(who, w -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(most).refillGreedy(most, limits.window()))
                        .build())
                .tryConsume(1);
    }

    private int most(Door door) {
        return switch (door) {
            case ANY -> limits.requests();
            case LINK -> limits.links();
            case ONE_LINK -> limits.oneLink();
            case NEW_LINK -> limits.newLinks();
            case SIGN_IN -> limits.signIns();
        };
    }
}
