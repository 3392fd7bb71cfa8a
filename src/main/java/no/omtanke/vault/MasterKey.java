package no.omtanke.vault;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key that wraps every subject's key: from a file outside the database, or from the environment ({@code OMTANKE_MASTER_KEY}, Tink's
 * JSON; {@code OMTANKE_MASTER_KEY_NEXT} while it is changed). A changed file is taken up while the program runs, as long as it goes on
 * where the former one was.
 *
 * <p>A missing file is made only where the settings ask for it, never in production, and never when the database holds keys already: a new
 * one could open nothing.
 */
@Component
class MasterKey {

    private static final Logger LOG = LoggerFactory.getLogger(MasterKey.class);

    private final MasterKeyFile file;
    private final boolean fromEnvironment;
    private final boolean changing;
    private volatile Held held;

    private record Held(MasterKeyset keyset, String stamp) {}

    MasterKey(
            @Value("${omtanke.master-key:}") String json,
            @Value("${omtanke.master-key-next:}") String next,
            @Value("${omtanke.master-key-file}") Path path,
            @Value("${omtanke.make-missing-master-key:false}") boolean make,
            Environment environment,
            JdbcClient jdbc) {
        this.file = new MasterKeyFile(path);
        this.fromEnvironment = !json.isBlank();
        this.changing = !next.isBlank();
        if (fromEnvironment) {
            this.held = new Held(given(json, next), "");
        } else {
            if (!file.exists()) {
                makeOrRefuse(make && !environment.acceptsProfiles(Profiles.of("production")), jdbc);
            }
            String stamp = file.stamp();
            this.held = new Held(file.read(), stamp);
        }
    }

    private void makeOrRefuse(boolean make, JdbcClient jdbc) {
        long keys = jdbc.sql("select count(*) from vault_key where destroyed_at is null")
                .query(Long.class)
                .single();
        if (keys > 0) {
            throw new MasterKeyException("The master key is missing: " + file + ". The database holds " + keys
                    + " cases and drafts that only that key opens. Put the key back from its backup, or join its shares"
                    + " (--join-master-key), or set OMTANKE_MASTER_KEY. Nothing was changed.");
        }
        if (!make) {
            throw new MasterKeyException("The master key is missing: " + file + ". If this is a new installation, make one with"
                    + " --new-master-key (or docker/new-master-key) and back it up; otherwise put it back. Nothing was changed.");
        }
        try {
            file.make(MasterKeyset.fresh());
        } catch (GeneralSecurityException e) {
            throw new MasterKeyException("A master key could not be made.", e);
        }
        LOG.info("A master key was made: {}", file);
    }

    private static MasterKeyset given(String json, String next) {
        MasterKeyset first = parsed("OMTANKE_MASTER_KEY", json);
        if (next.isBlank()) {
            return first;
        }
        MasterKeyset second = parsed("OMTANKE_MASTER_KEY_NEXT", next);
        if (!second.unwrapsProbeOf(first)) {
            throw new MasterKeyException("OMTANKE_MASTER_KEY_NEXT does not hold the key of OMTANKE_MASTER_KEY."
                    + " Use the keyset that --rotate-master-key wrote. Nothing was changed.");
        }
        return second;
    }

    private static MasterKeyset parsed(String variable, String json) {
        try {
            return MasterKeyset.ofJson(json);
        } catch (GeneralSecurityException | RuntimeException e) {
            throw new MasterKeyException(variable + " is not a master key, or a damaged one. Set it from its backup.");
        }
    }

    /** Wraps with the newest key there is. */
    byte[] wrap(byte[] plain, byte[] of) throws GeneralSecurityException {
        refresh();
        return held.keyset().wrap(plain, of);
    }

    byte[] unwrap(byte[] wrapped, byte[] of) throws GeneralSecurityException {
        if (!held.keyset().opens(wrapped)) {
            refresh();
        }
        return held.keyset().unwrap(wrapped, of);
    }

    MasterKeyset keyset() {
        return held.keyset();
    }

    MasterKeyFile file() {
        return file;
    }

    boolean isFromEnvironment() {
        return fromEnvironment;
    }

    /** Whether a second variable holds the keyset that is changed to. */
    boolean isChanging() {
        return changing;
    }

    /** Takes up a changed file. What it holds now stays when the file is gone, damaged or another installation's. */
    void refresh() {
        if (!fromEnvironment && !file.stamp().equals(held.stamp())) {
            takeUp();
        }
    }

    private synchronized void takeUp() {
        String stamp = file.stamp();
        if (stamp.equals(held.stamp())) {
            return;
        }
        MasterKeyset before = held.keyset();
        try {
            MasterKeyset now = file.read();
            if (now.follows(before)) {
                held = new Held(now, stamp);
                if (!now.ids().equals(before.ids())) {
                    LOG.info("The master key's file has changed; in use: {}", now);
                }
                return;
            }
            LOG.error("{} holds another key than the one this program runs with. It is not used, and the next start will be"
                    + " refused: put the right one back now", file);
        } catch (MasterKeyException e) {
            LOG.error("The program goes on with the key in its memory, but the next start will be refused. {}", e.getMessage());
        }
        // Said once for each change of the file.
        held = new Held(before, stamp);
    }
}
