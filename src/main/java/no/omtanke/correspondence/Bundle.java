package no.omtanke.correspondence;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Several files that leave as one. Public because whoever sends a package packs it by this. It packs and never unpacks: what is in the
 * files does not concern it.
 */
public final class Bundle {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8);
    private final Instant at;

    /** @param at when all of it was made: the same files packed anew give the same bytes */
    public Bundle(Instant at) {
        this.at = at;
    }

    public void add(String name, byte[] content) {
        try {
            ZipEntry entry = new ZipEntry(name);
            entry.setLastModifiedTime(FileTime.from(at));
            zip.putNextEntry(entry);
            zip.write(content);
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it. */
    public byte[] packed() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
