package no.omtanke.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import no.omtanke.organization.IdentityRegister;
import no.omtanke.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps HMACs of other houses' names for our people. A plain hash would not do: there are so few national identity numbers that all of
 * them can be tried. The key is drawn once and lies sealed in the database, so it follows the master key.
 */
@Service
class KeptIdentities implements IdentityRegister {

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    KeptIdentities(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void register(long personId, String kind, String value) {
        String name = value.strip();
        if (name.isEmpty() || kind.equals(NATIONAL_ID) && !name.matches("\\d{11}")) {
            throw new IllegalArgumentException("not a name of the kind " + kind);
        }
        byte[] hash = hash(kind, name, keyOrNew());
        jdbc.sql("insert into person_identity (kind, hash, person_id, added_at) values (?, ?, ?, ?) on conflict do nothing")
                .params(kind, hash, personId, OffsetDateTime.now(clock))
                .update();
        if (find(kind, hash).filter(p -> p == personId).isEmpty()) {
            throw new IllegalArgumentException("this name of the kind " + kind + " means somebody else");
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Long> personOf(String kind, String value) {
        return key().flatMap(key -> find(kind, hash(kind, value.strip(), key)));
    }

    @Override
    @Transactional
    public void forget(long personId, String kind) {
        jdbc.sql("delete from person_identity where person_id = ? and kind = ?")
                .params(personId, kind)
                .update();
    }

    private Optional<Long> find(String kind, byte[] hash) {
        return jdbc.sql("select person_id from person_identity where kind = ? and hash = ?")
                .params(kind, hash)
                .query(Long.class)
                .optional();
    }

    private Optional<byte[]> key() {
        return jdbc.sql("select subject, sealed from identity_key")
                .query((row, n) -> vault.open(row.getObject("subject", UUID.class), row.getBytes("sealed")))
                .optional();
    }

    private byte[] keyOrNew() {
        return key().orElseGet(() -> {
            // Two first ones at once: the second waits here and finds the first one's key.
            jdbc.sql("lock table identity_key in exclusive mode").update();
            return key().orElseGet(this::drawKey);
        });
    }

    private byte[] drawKey() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        UUID subject = UUID.randomUUID();
        vault.createKey(subject);
        jdbc.sql("insert into identity_key (subject, sealed) values (?, ?)")
                .params(subject, vault.seal(subject, key))
                .update();
        return key;
    }

    // Addresses and user names are written in capitals and small letters as people like.
    private static byte[] hash(String kind, String name, byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal((kind + "\n" + name.toLowerCase(Locale.ROOT)).getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
