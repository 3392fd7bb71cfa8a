package no.omtanke.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyTemplates;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The key that wraps every subject's key: from the environment ({@code OMTANKE_MASTER_KEY}, Tink's JSON) or a file outside the
 * database. A missing file is made only while the database holds no keys yet: otherwise the start is refused, because a new
 * master key could open nothing.
 */
@Component
class MasterKey {

    private final Aead aead;

    MasterKey(
            @Value("${omtanke.master-key:}") String json,
            @Value("${omtanke.master-key-file}") Path file,
            JdbcClient jdbc)
            throws GeneralSecurityException, IOException {
        AeadConfig.register();
        this.aead = keyset(json, file, jdbc).getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    Aead aead() {
        return aead;
    }

    private static KeysetHandle keyset(String json, Path file, JdbcClient jdbc)
            throws GeneralSecurityException, IOException {
        if (!json.isBlank()) {
            return TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get());
        }
        if (Files.exists(file)) {
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
        }
        if (jdbc.sql("select count(*) from vault_key").query(Long.class).single() > 0) {
            throw new IllegalStateException("The master key is missing: " + file.toAbsolutePath()
                    + ". The database holds cases that only that key opens. Put the key back from its backup,"
                    + " or set OMTANKE_MASTER_KEY. Nothing was changed.");
        }
        KeysetHandle fresh = KeysetHandle.generateNew(KeyTemplates.get("AES256_GCM"));
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.createFile(
                file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, TinkJsonProtoKeysetFormat.serializeKeyset(fresh, InsecureSecretKeyAccess.get()));
        return fresh;
    }
}
