package no.omtanke.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Seals and opens what belongs to one subject (a case, a draft) with that subject's own key. Public because the case file and
 * the drafts keep nothing readable without it.
 *
 * <p>The subject's id is bound into every sealed text, so that a row moved to another case does not open there.
 */
@Service
public class Vault {

    private final JdbcClient jdbc;
    private final MasterKey master;
    private final OpenedKeys opened;
    private final KeyLocks locks;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Vault(
            JdbcClient jdbc,
            MasterKey master,
            OpenedKeys opened,
            KeyLocks locks,
            TransactionTemplate transaction,
            Clock clock,
            MasterKeyCheck belongsToTheDatabase) {
        this.jdbc = jdbc;
        this.master = master;
        this.opened = opened;
        this.locks = locks;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Makes the subject's key, wrapped by the master key. */
    public void createKey(UUID subject) {
        transaction.executeWithoutResult(status -> {
            // Until this is committed, no master key is taken away.
            locks.wrapping();
            try {
                KeysetHandle key = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
                byte[] wrapped = master.wrap(
                        TinkProtoKeysetFormat.serializeKeyset(key, InsecureSecretKeyAccess.get()), WrappedKeys.of(subject));
                jdbc.sql("insert into vault_key (subject, wrapped, created_at) values (?, ?, ?)")
                        .params(subject, wrapped, OffsetDateTime.now(clock))
                        .update();
            } catch (GeneralSecurityException e) {
                throw new VaultException("could not make a key", e);
            }
        });
    }

    /** Seals with the subject's key. @throws VaultException when the key is missing or destroyed */
    public byte[] seal(UUID subject, byte[] plain) {
        try {
            return aead(subject).encrypt(plain, WrappedKeys.of(subject));
        } catch (GeneralSecurityException e) {
            throw new VaultException("could not seal", e);
        }
    }

    /** Opens what was sealed for the same subject. @throws VaultException when the key is gone or the text was changed */
    public byte[] open(UUID subject, byte[] sealed) {
        try {
            return aead(subject).decrypt(sealed, WrappedKeys.of(subject));
        } catch (GeneralSecurityException e) {
            throw new VaultException("could not open", e);
        }
    }

    /** Destroys the key: whatever it sealed is unreadable from now on. @return whether there was one to destroy */
    public boolean destroyKey(UUID subject) {
        int rows = jdbc.sql("update vault_key set wrapped = null, destroyed_at = ? where subject = ? and destroyed_at is null")
                .params(OffsetDateTime.now(clock), subject)
                .update();
        opened.forget(subject);
        return rows == 1;
    }

    /** Whether the subject had a key that was destroyed. */
    public boolean isDestroyed(UUID subject) {
        return jdbc.sql("select 1 from vault_key where subject = ? and destroyed_at is not null")
                .param(subject)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    private Aead aead(UUID subject) throws GeneralSecurityException {
        return opened.get(subject, this::unwrapped);
    }

    private Aead unwrapped(UUID subject) throws GeneralSecurityException {
        byte[] wrapped = jdbc.sql("select wrapped from vault_key where subject = ? and destroyed_at is null")
                .param(subject)
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> new VaultException("no key", null));
        return TinkProtoKeysetFormat.parseKeyset(
                        master.unwrap(wrapped, WrappedKeys.of(subject)), InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
    }
}
