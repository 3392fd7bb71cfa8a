package no.omtanke.vault;

import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.omtanke.vault.WrappedKeys.Wrapped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.stereotype.Component;

/** Before any door opens: key and database belong together. A wrong key is found here, not by the first family that reads. */
@Component
class MasterKeyCheck implements InitializingBean {

    private static final Logger LOG = LoggerFactory.getLogger(MasterKeyCheck.class);
    private static final int SAMPLE = 10;
    private static final String PUT_BACK =
            " Put back the key that belongs to this database, from its backup or its shares. Nothing was changed.";

    private final MasterKey master;
    private final WrappedKeys keys;
    private final Canary canary;

    MasterKeyCheck(MasterKey master, WrappedKeys keys, Canary canary) {
        this.master = master;
        this.keys = keys;
        this.canary = canary;
    }

    @Override
    public void afterPropertiesSet() {
        check();
    }

    /** @throws MasterKeyException when the key is another database's, or an older one that is still needed is not there */
    void check() {
        MasterKeyset keyset = master.keyset();
        Optional<byte[]> sealed = canary.sealed();
        if (sealed.isPresent() && !canary.opens(keyset, sealed.get())) {
            throw new MasterKeyException("This is not the master key of this database: its number is " + keyset.primary()
                    + ", the database needs " + MasterKeyset.idOf(sealed.get()) + "." + PUT_BACK);
        }
        Map<Long, Long> needed = keys.counts();
        Map<Long, Long> missing = needed.entrySet().stream()
                .filter(e -> e.getKey() != WrappedKeys.UNKNOWN && !keyset.ids().contains(e.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        if (!missing.isEmpty()) {
            throw new MasterKeyException("The master key does not hold every key that this database needs: "
                    + missing.entrySet().stream()
                            .map(e -> "number " + e.getKey() + " (" + e.getValue() + " cases and drafts)")
                            .collect(Collectors.joining(", "))
                    + "." + PUT_BACK);
        }
        needed.keySet().forEach(id -> openSome(keyset, id, sealed.isPresent()));
        if (sealed.isEmpty()) {
            canary.seal(keyset);
        }
    }

    // Damaged rows must not close the house when the canary says that the key is right; without one, a key that opens none must.
    private void openSome(MasterKeyset keyset, long masterKey, boolean right) {
        List<Wrapped> sample = keys.sample(masterKey, SAMPLE);
        List<Wrapped> closed = sample.stream().filter(row -> !opens(keyset, row)).toList();
        if (!right && !sample.isEmpty() && closed.size() == sample.size()) {
            throw new MasterKeyException("The master key opens none of the keys in this database that number " + masterKey
                    + " wrapped." + PUT_BACK);
        }
        closed.forEach(row -> LOG.error("The key of {} is damaged: nothing of it can be read", row.subject()));
    }

    private static boolean opens(MasterKeyset keyset, Wrapped row) {
        try {
            keyset.unwrap(row.key(), WrappedKeys.of(row.subject()));
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
