package no.omtanke.vault;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A known text, sealed by the master key: who opens it holds the key that belongs to this database. */
@Component
class Canary {

    private static final byte[] SONG = "Omtanke: nøkkelen og databasen hører sammen".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OF = "canary".getBytes(StandardCharsets.UTF_8);

    private final JdbcClient jdbc;
    private final Clock clock;

    Canary(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    Optional<byte[]> sealed() {
        return jdbc.sql("select sealed from vault_canary").query(byte[].class).optional();
    }

    boolean opens(MasterKeyset keyset, byte[] sealed) {
        try {
            return Arrays.equals(SONG, keyset.unwrap(sealed, OF));
        } catch (GeneralSecurityException wrongKey) {
            return false;
        }
    }

    /** Seals it by the key that wraps now. */
    void seal(MasterKeyset keyset) {
        try {
            jdbc.sql(
                            """
                            insert into vault_canary (sealed, sealed_at) values (?, ?)
                            on conflict (single) do update set sealed = excluded.sealed, sealed_at = excluded.sealed_at
                            """)
                    .params(keyset.wrap(SONG, OF), OffsetDateTime.now(clock))
                    .update();
        } catch (GeneralSecurityException e) {
            throw new VaultException("could not seal the canary", e);
        }
    }
}
