package no.omtanke.casefile;

import java.util.UUID;

/**
 * A file in the case, without its bytes. Public because entries list their files, and doors the plans that were written.
 *
 * @param entryId the entry it came with; null when the program wrote it
 * @param kind attachment, or what the program wrote and keeps unchanged: plan, evaluation or dossier
 * @param about the pupil whom something that the program wrote is about, or null
 * @param sha256 the checksum of its bytes in hexadecimal; empty for files from before checksums were kept
 */
public record Attachment(
        UUID id, UUID entryId, String name, String mediaType, int bytes, String kind, UUID about, String sha256) {

    /** What somebody sent along. */
    public static final String ATTACHMENT = "attachment";

    /** Without its name: this may reach a log. */
    @Override
    public String toString() {
        return kind + " " + id;
    }
}
