package no.omtanke.vault;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.crypto.tink.Aead;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Opened keys, for as long as one page takes. A destroyed key is forgotten at once by the program that destroyed it, and within
 * {@link #REMEMBERED} by any other one.
 */
@Component
class OpenedKeys {

    static final Duration REMEMBERED = Duration.ofSeconds(5);

    private final Cache<UUID, Aead> opened =
            Caffeine.newBuilder().maximumSize(2_000).expireAfterWrite(REMEMBERED).build();
    private final AtomicLong forgotten = new AtomicLong();

    /** How a key is opened. */
    interface Opening {
        Aead open(UUID subject) throws GeneralSecurityException;
    }

    Aead get(UUID subject, Opening opening) throws GeneralSecurityException {
        Aead known = opened.getIfPresent(subject);
        if (known != null) {
            return known;
        }
        long before = forgotten.get();
        Aead fresh = opening.open(subject);
        opened.put(subject, fresh);
        // Somebody destroyed a key while this one was read, perhaps this very one.
        if (forgotten.get() != before) {
            opened.invalidate(subject);
        }
        return fresh;
    }

    /** Now, and again when the transaction is over: until then others may still read the row and open the key. */
    void forget(UUID subject) {
        drop(subject);
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    drop(subject);
                }
            });
        }
    }

    private void drop(UUID subject) {
        forgotten.incrementAndGet();
        opened.invalidate(subject);
    }
}
