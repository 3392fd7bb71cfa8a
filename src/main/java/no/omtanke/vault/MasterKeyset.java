package no.omtanke.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AeadKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * One or more master keys: the primary one wraps, every one of them unwraps. While a key is changed there are two. A text begins with
 * the number of the key that wrapped it, so that it is known which one is still needed.
 */
final class MasterKeyset {

    private static final byte[] PROBE = "omtanke".getBytes(StandardCharsets.UTF_8);

    private final KeysetHandle handle;
    private final Aead aead;
    private final Set<Long> ids = new TreeSet<>();

    private MasterKeyset(KeysetHandle handle) throws GeneralSecurityException {
        this.handle = handle;
        for (int i = 0; i < handle.size(); i++) {
            KeysetHandle.Entry entry = handle.getAt(i);
            if (entry.getStatus() != KeyStatus.ENABLED) {
                continue;
            }
            // Without its number in front of what it wraps, nobody could say whether a key may be taken away.
            if (!(entry.getKey() instanceof AeadKey key)
                    || key.getOutputPrefix().size() != 5
                    || key.getOutputPrefix().toByteArray()[0] != 1) {
                throw new GeneralSecurityException("a key that does not number what it wraps (Tink's output prefix TINK)");
            }
            ids.add(unsigned(entry.getId()));
        }
        this.aead = handle.getPrimitive(RegistryConfiguration.get(), Aead.class);
    }

    static MasterKeyset fresh() throws GeneralSecurityException {
        AeadConfig.register();
        return new MasterKeyset(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM));
    }

    static MasterKeyset ofJson(String json) throws GeneralSecurityException {
        AeadConfig.register();
        return new MasterKeyset(TinkJsonProtoKeysetFormat.parseKeyset(json, InsecureSecretKeyAccess.get()));
    }

    static MasterKeyset ofBytes(byte[] bytes) throws GeneralSecurityException {
        AeadConfig.register();
        return new MasterKeyset(TinkProtoKeysetFormat.parseKeyset(bytes, InsecureSecretKeyAccess.get()));
    }

    /** The same keys and a new one, which wraps from now on. */
    MasterKeyset withNewKey() throws GeneralSecurityException {
        return new MasterKeyset(KeysetHandle.newBuilder(handle)
                .addEntry(KeysetHandle.generateEntryFromParameters(PredefinedAeadParameters.AES256_GCM)
                        .withRandomId()
                        .makePrimary())
                .build());
    }

    /** The key that wraps, without the others. */
    MasterKeyset primaryOnly() throws GeneralSecurityException {
        KeysetHandle.Builder builder = KeysetHandle.newBuilder(handle);
        for (int i = builder.size() - 1; i >= 0; i--) {
            if (!builder.getAt(i).isPrimary()) {
                builder.deleteAt(i);
            }
        }
        return new MasterKeyset(builder.build());
    }

    byte[] wrap(byte[] plain, byte[] of) throws GeneralSecurityException {
        return aead.encrypt(plain, of);
    }

    byte[] unwrap(byte[] wrapped, byte[] of) throws GeneralSecurityException {
        return aead.decrypt(wrapped, of);
    }

    long primary() {
        return unsigned(handle.getPrimary().getId());
    }

    Set<Long> ids() {
        return ids;
    }

    boolean opens(byte[] wrapped) {
        return ids.contains(idOf(wrapped));
    }

    /** Whether this one goes on where the other one is: it opens what the other wraps, or the other what it wraps. */
    boolean follows(MasterKeyset other) {
        return unwrapsProbeOf(other) || other.unwrapsProbeOf(this);
    }

    boolean unwrapsProbeOf(MasterKeyset other) {
        try {
            unwrap(other.wrap(PROBE, PROBE), PROBE);
            return true;
        } catch (GeneralSecurityException foreign) {
            return false;
        }
    }

    String json() throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
    }

    byte[] bytes() throws GeneralSecurityException {
        return TinkProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
    }

    /** The number of the key that wrapped the text; -1 when it does not say. */
    static long idOf(byte[] wrapped) {
        return wrapped.length > 5 && wrapped[0] == 1 ? unsigned(ByteBuffer.wrap(wrapped, 1, 4).getInt()) : -1;
    }

    /** Without its secret: this may reach a log. */
    @Override
    public String toString() {
        return "master key " + primary()
                + (ids.size() == 1 ? "" : " and older " + List.copyOf(ids).stream().filter(id -> id != primary()).toList());
    }

    private static long unsigned(int id) {
        return Integer.toUnsignedLong(id);
    }
}
