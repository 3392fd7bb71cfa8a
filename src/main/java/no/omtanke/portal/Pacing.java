package no.omtanke.portal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Who has to wait a little. Addresses are kept in memory for an hour and nowhere else. */
@Component
@EnableConfigurationProperties(PacingLimits.class)
class Pacing {

    private static final Duration HOUR = Duration.ofHours(1);

    private final PacingLimits limits;
    private final Cache<String, Bucket> sends = buckets();
    private final Cache<String, Bucket> uploads = buckets();
    private final Cache<String, Bucket> links = buckets();
    private final Cache<String, Bucket> codes = buckets();

    Pacing(PacingLimits limits) {
        this.limits = limits;
    }

    /** Whether the report has to wait before it is taken. */
    boolean mustWait(String address, boolean trapFilled, Instant begun, Instant now) {
        boolean tooFast = now.isBefore(begun.plus(limits.shortest()));
        return trapFilled || tooFast || !take(sends, address, limits.sendsPerHour());
    }

    Duration pause() {
        return limits.pause();
    }

    boolean mayUpload(String address) {
        return take(uploads, address, limits.uploadsPerHour());
    }

    /** Whether one more link may be sent about the same thing. */
    boolean maySendLink(String subject) {
        return take(links, subject, limits.linksPerHour());
    }

    /** Whether one more code may be sent to the same person. */
    boolean maySendCode(String person) {
        return take(codes, person, limits.codesPerHour());
    }

    private static boolean take(Cache<String, Bucket> buckets, String who, int anHour) {
        return buckets.get(who, w -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(anHour).refillGreedy(anHour, HOUR))
                        .build())
                .tryConsume(1);
    }

    private static Cache<String, Bucket> buckets() {
        return Caffeine.newBuilder().maximumSize(50_000).expireAfterAccess(HOUR).build();
    }
}
