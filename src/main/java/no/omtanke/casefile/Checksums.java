package no.omtanke.casefile;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;
import no.omtanke.vault.Vault;
import org.springframework.stereotype.Component;

/**
 * What a file's bytes were, sealed with the case's key together with the file's id. In the open, a checksum would let whoever has the
 * database confirm a file that they guess, also when the case's key is destroyed.
 */
@Component
class Checksums {

    private static final int ID = 16;

    private final Vault vault;

    Checksums(Vault vault) {
        this.vault = vault;
    }

    byte[] sealed(UUID caseId, UUID documentId, byte[] bytes) {
        return seal(caseId, documentId, digest(bytes));
    }

    byte[] seal(UUID caseId, UUID documentId, byte[] sha256) {
        return vault.seal(
                caseId,
                ByteBuffer.allocate(ID + sha256.length)
                        .putLong(documentId.getMostSignificantBits())
                        .putLong(documentId.getLeastSignificantBits())
                        .put(sha256)
                        .array());
    }

    /** In hexadecimal; empty for files from before checksums. @throws ChangedDocument when it is another file's */
    String open(UUID caseId, UUID documentId, byte[] sealed) {
        if (sealed == null) {
            return "";
        }
        ByteBuffer plain = ByteBuffer.wrap(vault.open(caseId, sealed));
        if (!new UUID(plain.getLong(), plain.getLong()).equals(documentId)) {
            throw new ChangedDocument(documentId);
        }
        return HexFormat.of().formatHex(plain.array(), ID, plain.capacity());
    }

    static String of(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
