package no.omtanke.vault;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import no.omtanke.vault.RunningPrograms.Program;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes the master key while programs run. First a new key stands beside the old one; when every program holds both, every subject's
 * key is wrapped by the new one; at last the old one is taken away. Between the steps everything can be read, and each step can be
 * stopped and done again.
 */
@Component
class KeyChange {

    private static final Logger LOG = LoggerFactory.getLogger(KeyChange.class);
    private static final int WALKS = 20;

    private final MasterKey master;
    private final MasterKeyCheck check;
    private final WrappedKeys keys;
    private final Canary canary;
    private final Rewrapping rewrapping;
    private final RunningPrograms programs;
    private final KeyLocks locks;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private Duration patience = Duration.ofSeconds(60);

    KeyChange(
            MasterKey master,
            MasterKeyCheck check,
            WrappedKeys keys,
            Canary canary,
            Rewrapping rewrapping,
            RunningPrograms programs,
            KeyLocks locks,
            TransactionTemplate transaction,
            Clock clock) {
        this.master = master;
        this.check = check;
        this.keys = keys;
        this.canary = canary;
        this.rewrapping = rewrapping;
        this.programs = programs;
        this.locks = locks;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Adds a new key and wraps everything by it; goes on with a change that was not finished. */
    void rotate(Path into) {
        locks.alone(() -> {
            check.check();
            if (master.isFromEnvironment() && !master.isChanging() && !unfinished()) {
                handOver(added(), into, "Set OMTANKE_MASTER_KEY_NEXT to the keyset in {}, keep OMTANKE_MASTER_KEY as it is, and restart"
                        + " the program. Then run --rotate-master-key again, with both. Nothing else was changed.");
                return;
            }
            if (unfinished()) {
                LOG.info("An earlier change of the key is not finished: going on with it. {}", master.keyset());
            } else if (!master.isFromEnvironment()) {
                MasterKeyset next = added();
                Path copy = master.file().replace(next, clock.instant());
                master.refresh();
                LOG.info("A new key stands in {}; the former file is kept as {}", master.file(), copy);
            }
            rewrap();
        });
    }

    /** Takes away the keys that nothing needs any more. @throws MasterKeyException when something does */
    void retire(Path into) {
        locks.alone(() -> transaction.executeWithoutResult(status -> {
            check.check();
            locks.nobodyWraps();
            MasterKeyset keyset = master.keyset();
            if (unfinished()) {
                throw new MasterKeyException("Older master keys are still needed (" + needed() + "). Run --rotate-master-key first."
                        + " Nothing was changed.");
            }
            if (keyset.ids().size() == 1) {
                LOG.info("There is one master key only, {}: nothing to take away", keyset.primary());
                return;
            }
            List<Program> behind = without(p -> p.primary() == keyset.primary());
            if (!behind.isEmpty()) {
                throw new MasterKeyException(behind.size() + " running program(s) still wrap by an older key: see that they read "
                        + where() + ", and try again. Nothing was changed.");
            }
            MasterKeyset only = primaryOnly(keyset);
            if (master.isFromEnvironment()) {
                handOver(only, into, "Set OMTANKE_MASTER_KEY to the key in {}, remove OMTANKE_MASTER_KEY_NEXT, and restart the program."
                        + " Keep the former key as long as you keep a backup of the database from before.");
            } else {
                Path copy = master.file().replace(only, clock.instant());
                LOG.info("{} holds master key {} only; the former file is kept as {}. Backups of the database from before need"
                        + " it: destroy it together with them", master.file(), only.primary(), copy);
            }
        }));
    }

    /** Which keys there are and what needs them. */
    void show() {
        LOG.info("{} from {}", master.keyset(), where());
        keys.counts().forEach((id, n) -> LOG.info("{} cases and drafts need master key {}", n, id));
        programs.alive().forEach(p -> LOG.info("A running program wraps by {} and holds {}", p.primary(), p.keys()));
    }

    private boolean unfinished() {
        long primary = master.keyset().primary();
        return keys.counts().keySet().stream().anyMatch(id -> id != primary)
                || canary.sealed().map(MasterKeyset::idOf).stream().anyMatch(id -> id != primary);
    }

    private void rewrap() {
        MasterKeyset keyset = master.keyset();
        awaitPrograms(keyset.primary());
        int rewrapped = 0;
        for (int walk = 0; walk < WALKS; walk++) {
            Rewrapping.Done done = rewrapping.walk(keyset);
            rewrapped += done.rewrapped();
            if (done.damaged() > 0) {
                LOG.error("{} keys do not open and stay as they are; older master keys cannot be taken away before they are"
                        + " restored or destroyed", done.damaged());
                break;
            }
            if (keys.counts().keySet().stream().allMatch(id -> id == keyset.primary())) {
                break;
            }
            pause(Duration.ofMillis(500));
        }
        canary.seal(keyset);
        Map<Long, Long> counts = keys.counts();
        LOG.info("{} keys were wrapped anew by master key {}", rewrapped, keyset.primary());
        if (counts.keySet().stream().allMatch(id -> id == keyset.primary())) {
            LOG.info("Everything is wrapped by it. Back up the new key now; --retire-master-keys takes the older ones away");
        } else {
            LOG.warn("Not everything is: {}. Run --rotate-master-key once more", needed());
        }
    }

    // A key that a running program does not hold must wrap nothing: it could not open what it opens now.
    private void awaitPrograms(long primary) {
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            List<Program> behind = without(p -> p.keys().contains(primary));
            if (behind.isEmpty()) {
                return;
            }
            if (System.nanoTime() > until) {
                throw new MasterKeyException(behind.size() + " running program(s) have not taken up master key " + primary
                        + ". See that they read " + where() + " (restart them if the key stands in the environment), and run"
                        + " --rotate-master-key again. Nothing was wrapped anew; the old key holds.");
            }
            pause(Duration.ofMillis(500));
        }
    }

    private List<Program> without(Predicate<Program> ready) {
        return programs.alive().stream().filter(ready.negate()).toList();
    }

    void patience(Duration howLong) {
        this.patience = howLong;
    }

    private String needed() {
        long primary = master.keyset().primary();
        List<String> older = keys.counts().entrySet().stream()
                .filter(e -> e.getKey() != primary)
                .map(e -> e.getValue() + " by " + (e.getKey() == WrappedKeys.UNKNOWN ? "an unknown one" : e.getKey()))
                .toList();
        return older.isEmpty() ? "the canary" : String.join(", ", older);
    }

    private String where() {
        return master.isFromEnvironment()
                ? master.isChanging() ? "OMTANKE_MASTER_KEY_NEXT" : "OMTANKE_MASTER_KEY"
                : master.file().toString();
    }

    private MasterKeyset added() {
        try {
            return master.keyset().withNewKey();
        } catch (GeneralSecurityException e) {
            throw new MasterKeyException("A new key could not be made.", e);
        }
    }

    private static MasterKeyset primaryOnly(MasterKeyset keyset) {
        try {
            return keyset.primaryOnly();
        } catch (GeneralSecurityException e) {
            throw new MasterKeyException("The older keys could not be taken away.", e);
        }
    }

    // The environment is not ours to change, and a key is not written on a screen.
    private static void handOver(MasterKeyset keyset, Path into, String whatToDo) {
        if (into == null) {
            throw new MasterKeyException("The key stands in the environment, which this command cannot change. Say where the new"
                    + " keyset is to be written: --into=FILE. Nothing was changed.");
        }
        try {
            MasterKeyFile.writeSecret(into, keyset.json());
        } catch (FileAlreadyExistsException e) {
            throw new MasterKeyException(into + " exists already and is never written over. Nothing was changed.");
        } catch (IOException | GeneralSecurityException e) {
            throw new MasterKeyException(into + " could not be written. Nothing was changed.", e);
        }
        LOG.info(whatToDo, into);
    }

    private static void pause(Duration some) {
        try {
            Thread.sleep(some.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MasterKeyException("Stopped. What was done stays done; run the command again to go on.");
        }
    }
}
