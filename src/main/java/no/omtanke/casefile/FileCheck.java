package no.omtanke.casefile;

import java.util.List;
import java.util.Set;
import org.apache.tika.Tika;

/**
 * Which files may be attached. The type is what the bytes say, never what the browser claims. Public because every door that takes
 * files asks it.
 */
public final class FileCheck {

    public static final int MOST_FILES = 10;
    public static final int MOST_BYTES = 10 * 1024 * 1024;

    private static final int LONGEST_NAME = 100;

    private static final Set<String> DOCUMENTS = Set.of(
            "application/pdf",
            "text/plain",
            "text/csv",
            "application/rtf",
            "application/msword",
            "application/vnd.ms-excel",
            "application/vnd.ms-powerpoint",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "application/vnd.openxmlformats-officedocument.presentationml.presentation",
            "application/vnd.oasis.opendocument.text",
            "application/vnd.oasis.opendocument.spreadsheet",
            "application/vnd.oasis.opendocument.presentation");

    // A drawing in SVG can carry script, so it does not count as an image.
    private static final Set<String> NEVER = Set.of("image/svg+xml", "image/wmf", "image/emf");

    private static final List<String> KINDS = List.of("image/", "audio/", "video/");

    private static final Tika TIKA = new Tika();

    private FileCheck() {}

    /** The file with a clean name and its real type. */
    public static FileContent look(String claimedName, byte[] bytes) {
        String name = cleanName(claimedName);
        return new FileContent(name, TIKA.detect(bytes, name), bytes);
    }

    /** What is wrong: {@code empty}, {@code big} or {@code type}; null when nothing is. */
    public static String problem(FileContent file) {
        if (file.bytes().length == 0) {
            return "empty";
        }
        if (file.bytes().length > MOST_BYTES) {
            return "big";
        }
        return allowed(file.mediaType()) ? null : "type";
    }

    private static boolean allowed(String type) {
        return DOCUMENTS.contains(type)
                || !NEVER.contains(type) && KINDS.stream().anyMatch(type::startsWith);
    }

    /** Without folders, signs that control a terminal or turn the reading direction, and signs that mean something to a shell. */
    public static String cleanName(String claimed) {
        String raw = claimed == null ? "" : claimed;
        String last = raw.substring(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1);
        StringBuilder clean = new StringBuilder();
        last.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT && Character.getType(c) != Character.SURROGATE)
                .map(c -> Character.isISOControl(c) || "<>:\"|?*;&%$`".indexOf(c) >= 0 ? '_' : c)
                .forEach(clean::appendCodePoint);
        String name = clean.toString().strip().replaceAll("^\\.+", "");
        if (name.isEmpty()) {
            return "vedlegg";
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        int stem = Math.min(name.length() - ending.length(), LONGEST_NAME);
        return name.substring(0, name.offsetByCodePoints(0, name.codePointCount(0, stem))) + ending;
    }
}
