package no.omtanke.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.context.event.ContextRefreshedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

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
    private final Clock clock;
    // Opened keys live briefly in memory; destroying a key forgets it at once.
    private final Cache<UUID, Aead> opened =
            Caffeine.newBuilder().maximumSize(2_000).expireAfterWrite(Duration.ofMinutes(10)).build();

    Vault(JdbcClient jdbc, MasterKey master, Clock clock) {
        this.jdbc = jdbc;
        this.master = master;
        this.clock = clock;
    }

    /** A wrong master key is found at the start, not by the first family that reads. */
    @EventListener(ContextRefreshedEvent.class)
    void checkMasterKey() {
        jdbc.sql("select subject from vault_key where destroyed_at is null order by created_at desc limit 1")
                .query(UUID.class)
                .optional()
                .ifPresent(subject -> {
                    try {
                        aead(subject);
                    } catch (GeneralSecurityException e) {
                        throw new IllegalStateException(
                                "The master key does not open the keys in this database. Put back the key that belongs to it,"
                                        + " from its backup or OMTANKE_MASTER_KEY. Nothing was changed.",
                                e);
                    }
                });
    }

    /** Makes the subject's key, wrapped by the master key. */
    public void createKey(UUID subject) {
        try {
            KeysetHandle key = KeysetHandle.generateNew(KeyTemplates.get("AES256_GCM"));
            byte[] wrapped = master.aead()
                    .encrypt(TinkProtoKeysetFormat.serializeKeyset(key, InsecureSecretKeyAccess.get()), bytes(subject));
            jdbc.sql("insert into vault_key (subject, wrapped, created_at) values (?, ?, ?)")
                    .params(subject, wrapped, OffsetDateTime.now(clock))
                    .update();
        } catch (GeneralSecurityException e) {
            throw new VaultException("could not make a key", e);
        }
    }

    /** Seals with the subject's key. @throws VaultException when the key is missing or destroyed */
    public byte[] seal(UUID subject, byte[] plain) {
        try {
            return aead(subject).encrypt(plain, bytes(subject));
        } catch (GeneralSecurityException e) {
            throw new VaultException("could not seal", e);
        }
    }

    /** Opens what was sealed for the same subject. @throws VaultException when the key is gone or the text was changed */
    public byte[] open(UUID subject, byte[] sealed) {
        try {
            return aead(subject).decrypt(sealed, bytes(subject));
        } catch (GeneralSecurityException e) {
            throw new VaultException("could not open", e);
        }
    }

    /** Destroys the key: whatever it sealed is unreadable from now on. */
    public void destroyKey(UUID subject) {
        jdbc.sql("update vault_key set wrapped = null, destroyed_at = ? where subject = ? and destroyed_at is null")
                .params(OffsetDateTime.now(clock), subject)
                .update();
        opened.invalidate(subject);
    }

    private Aead aead(UUID subject) throws GeneralSecurityException {
        Aead known = opened.getIfPresent(subject);
        if (known != null) {
            return known;
        }
        byte[] wrapped = jdbc.sql("select wrapped from vault_key where subject = ? and destroyed_at is null")
                .param(subject)
                .query(byte[].class)
                .optional()
                .orElseThrow(() -> new VaultException("no key", null));
        Aead aead = TinkProtoKeysetFormat.parseKeyset(
                        master.aead().decrypt(wrapped, bytes(subject)), InsecureSecretKeyAccess.get())
                .getPrimitive(RegistryConfiguration.get(), Aead.class);
        opened.put(subject, aead);
        return aead;
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}
