package no.omtanke.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was measured: said as it goes, and kept as a table. */
final class Report {

    private static final long BEGAN = System.nanoTime();

    private final List<String> lines = new ArrayList<>();
    private boolean passed = true;

    static void say(String format, Object... arguments) {
        long seconds = (System.nanoTime() - BEGAN) / 1_000_000_000L;
        System.out.println(String.format(Locale.ROOT, "%3d:%02d  ", seconds / 60, seconds % 60)
                + String.format(Locale.ROOT, format, arguments));
    }

    void line(String format, Object... arguments) {
        String line = String.format(Locale.ROOT, format, arguments);
        lines.add(line);
        say("%s", line);
    }

    /** A ratio that has to be at least, or at most, so much. */
    void ratio(String what, double value, boolean atLeast, double bound) {
        boolean holds = atLeast ? value >= bound : value <= bound;
        passed &= holds;
        line("| %s | %.2f | %s %s | %s |", what, value, atLeast ? "at least" : "at most", bound, holds ? "pass" : "**FAIL**");
    }

    boolean passed() {
        return passed;
    }

    void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
