package no.omtanke.casefile;

import java.util.UUID;

/** A file in the case, without its bytes. Public because entries list their files. */
public record Attachment(UUID id, UUID entryId, String name, String mediaType, int bytes) {

    /** Without its name: this may reach a log. */
    @Override
    public String toString() {
        return "attachment " + id;
    }
}
