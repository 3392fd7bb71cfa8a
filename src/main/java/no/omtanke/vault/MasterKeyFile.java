package no.omtanke.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;

/**
 * The master key's file. It is read with suspicion, made only where nothing stands, and changed as a whole or not at all: whoever reads it
 * meets the old key or the new one.
 */
final class MasterKeyFile {

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");
    private static final DateTimeFormatter DATED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final Path path;

    MasterKeyFile(Path path) {
        this.path = path.toAbsolutePath();
    }

    boolean exists() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    /** @throws MasterKeyException in words for whoever starts the program */
    MasterKeyset read() {
        if (Files.isDirectory(path)) {
            throw new MasterKeyException("The master key " + path + " is a folder (Docker makes one where a mounted file is missing)."
                    + " Remove the folder and put the key's file there.");
        }
        if (!Files.exists(path)) {
            throw new MasterKeyException("The master key is missing: " + path + ".");
        }
        refuseOthers();
        String json;
        try {
            json = Files.readString(path);
        } catch (IOException e) {
            throw new MasterKeyException(
                    "The master key " + path + " cannot be read (" + e.getClass().getSimpleName()
                            + "). Let the program's own user own it, with mode 600.",
                    e);
        }
        try {
            return MasterKeyset.ofJson(json);
        } catch (GeneralSecurityException | RuntimeException e) {
            // The parser's own words could hold a piece of the file: they stay out of the log.
            throw new MasterKeyException("The master key " + path + " is not a master key, or a damaged one"
                    + (json.isBlank() ? " (the file is empty)" : "") + ". Put the file back from its backup.");
        }
    }

    // A key that everybody on the machine can read is no secret.
    private void refuseOthers() {
        try {
            PosixFileAttributeView view = Files.getFileAttributeView(path, PosixFileAttributeView.class);
            if (view != null && view.readAttributes().permissions().stream().anyMatch(p -> p.name().startsWith("OTHERS_"))) {
                throw new MasterKeyException("The master key " + path
                        + " is open to everybody on this machine. Close it (chmod 600) and see who may have read it.");
            }
        } catch (IOException e) {
            throw new MasterKeyException("The master key " + path + " cannot be looked at.", e);
        }
    }

    /** Changes whenever the file does: another file in its place, another time, another length. */
    String stamp() {
        try {
            BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
            return now.fileKey() + " " + now.lastModifiedTime() + " " + now.size();
        } catch (IOException gone) {
            return "gone";
        }
    }

    /** Writes a key where none is. @throws MasterKeyException when something stands there already */
    void make(MasterKeyset fresh) {
        try {
            Files.createDirectories(path.getParent());
            writeSecret(path, fresh.json());
            sync(path.getParent());
        } catch (FileAlreadyExistsException e) {
            throw new MasterKeyException(path + " exists already and is never written over.");
        } catch (IOException | GeneralSecurityException e) {
            throw new MasterKeyException("The master key could not be written: " + path + " (" + e.getClass().getSimpleName() + ").", e);
        }
    }

    /** Puts the keyset in the place of the present one, which stays beside it under its date. @return the dated copy */
    Path replace(MasterKeyset next, Instant now) {
        Path temporary = null;
        try {
            // A link (as Kubernetes makes them) stays one; what it points to is changed.
            Path real = path.toRealPath();
            PosixFileAttributes owner = posix(real);
            Path copy = free(real, DATED.format(now));
            temporary = real.resolveSibling("." + real.getFileName() + ".new");
            Files.deleteIfExists(temporary);
            writeSecret(copy, Files.readString(real));
            own(copy, owner);
            writeSecret(temporary, next.json());
            own(temporary, owner);
            Files.move(temporary, real, StandardCopyOption.ATOMIC_MOVE);
            sync(real.getParent());
            return copy;
        } catch (IOException | GeneralSecurityException e) {
            forget(temporary);
            throw new MasterKeyException(
                    "The master key's file could not be changed: " + path + " (" + e.getClass().getSimpleName()
                            + "). Run the command where the file and its folder may be written, as their owner. The old key holds.",
                    e);
        }
    }

    // Two changes in one second leave two copies.
    private static Path free(Path real, String date) {
        Path copy = real.resolveSibling(real.getFileName() + "." + date);
        for (int n = 2; Files.exists(copy); n++) {
            copy = real.resolveSibling(real.getFileName() + "." + date + "-" + n);
        }
        return copy;
    }

    /** A new file that nobody but its owner can read, on the disk before this returns. */
    static void writeSecret(Path file, String text) throws IOException {
        Files.createFile(file, ownerOnly(file));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    private static FileAttribute<?>[] ownerOnly(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new FileAttribute<?>[0];
    }

    private static PosixFileAttributes posix(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        return view == null ? null : view.readAttributes();
    }

    // Root may change the key of a program that runs as somebody else; that one must still be able to read it.
    private static void own(Path file, PosixFileAttributes as) throws IOException {
        if (as == null) {
            return;
        }
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        PosixFileAttributes now = view.readAttributes();
        if (!now.group().equals(as.group())) {
            view.setGroup(as.group());
        }
        if (!now.owner().equals(as.owner())) {
            view.setOwner(as.owner());
        }
        if (as.permissions().contains(PosixFilePermission.GROUP_READ)) {
            view.setPermissions(PosixFilePermissions.fromString("rw-r-----"));
        }
    }

    // The new name itself must survive a crash.
    private static void sync(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException notOnThisSystem) {
            if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                throw notOnThisSystem;
            }
        }
    }

    private static void forget(Path temporary) {
        try {
            if (temporary != null) {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            // It is readable for its owner only, and the next change removes it.
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
