package no.omtanke.vault;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.UUID;
import no.omtanke.vault.WrappedKeys.Wrapped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Wraps every subject's key anew by the primary master key, some at a time, while the program runs. Whatever was done stays done: after
 * a kill the next run goes on with the rest.
 */
@Component
class Rewrapping {

    private static final Logger LOG = LoggerFactory.getLogger(Rewrapping.class);
    private static final int BATCH = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final WrappedKeys keys;
    private final TransactionTemplate transaction;

    Rewrapping(WrappedKeys keys, TransactionTemplate transaction) {
        this.keys = keys;
        this.transaction = transaction;
    }

    /** @param damaged rows that no key opens: they stay as they are */
    record Done(int rewrapped, int damaged) {}

    /** One walk through all of them. A row that somebody works on is left for the next walk. */
    Done walk(MasterKeyset keyset) {
        return walk(keyset, Integer.MAX_VALUE);
    }

    Done walk(MasterKeyset keyset, int batches) {
        int rewrapped = 0;
        int damaged = 0;
        UUID after = FIRST;
        for (int i = 0; i < batches && after != null; i++) {
            Batch batch = batch(keyset, after);
            rewrapped += batch.rewrapped();
            damaged += batch.damaged();
            after = batch.last();
        }
        return new Done(rewrapped, damaged);
    }

    private record Batch(int rewrapped, int damaged, UUID last) {}

    private Batch batch(MasterKeyset keyset, UUID after) {
        return transaction.execute(status -> {
            List<Wrapped> rows = keys.nextOfOthers(keyset.primary(), after, BATCH);
            int damaged = 0;
            for (Wrapped row : rows) {
                byte[] of = WrappedKeys.of(row.subject());
                try {
                    keys.put(row.subject(), keyset.wrap(keyset.unwrap(row.key(), of), of));
                } catch (GeneralSecurityException e) {
                    damaged++;
                    LOG.error("The key of {} does not open: it stays as it is", row.subject());
                }
            }
            return new Batch(rows.size() - damaged, damaged, rows.isEmpty() ? null : rows.get(rows.size() - 1).subject());
        });
    }
}
