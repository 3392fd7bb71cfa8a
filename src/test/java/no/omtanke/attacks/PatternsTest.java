package no.omtanke.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Somebody writes what a pattern takes for ever to refuse. Not the time is measured but the steps: how often a pattern reads a sign. Twice
 * the text may cost four times the steps, never the square of that.
 */
class PatternsTest {

    private static final Pattern IN_JAVA = Pattern.compile(
            "(?:Pattern\\.compile|\\.matches|\\.replaceAll|\\.replaceFirst|\\.split)\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"", Pattern.DOTALL);
    private static final Pattern IN_FORM = Pattern.compile("\"pattern\"\\s*:\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");

    private static final int LONG = 1500;

    @Test
    void no_pattern_of_ours_takes_steps_beyond_the_square_of_the_text() throws IOException {
        Map<String, String> patterns = patterns();
        assertThat(patterns).hasSizeGreaterThan(15);
        List<String> wrong = new ArrayList<>();
        patterns.forEach((pattern, where) -> {
            Pattern compiled = Pattern.compile(pattern);
            for (String evil : evil(pattern)) {
                long once = steps(compiled, evil.repeat(LONG / evil.length()));
                long twice = steps(compiled, evil.repeat(2 * LONG / evil.length()));
                if (twice > 4.5 * once + 20_000) {
                    wrong.add(where + " " + pattern + " on " + evil + ": " + once + " steps, then " + twice);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void the_counter_finds_a_pattern_that_would_hang() {
        // Without the reference back, this version of Java remembers where it has been.
        Pattern hangs = Pattern.compile("(a+)+b|(z)\\2");
        assertThat(steps(hangs, "a".repeat(40))).isEqualTo(Steps.MOST);
        assertThat(steps(Pattern.compile("\\s*\\s*\\s*x"), " ".repeat(800))).isGreaterThan(10_000_000L);
    }

    // --- what is looked at

    private static Map<String, String> patterns() throws IOException {
        Map<String, String> found = new LinkedHashMap<>();
        for (Path root : List.of(Path.of("src/main/java"), Path.of("forms"))) {
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(f -> f.toString().matches(".*\\.(java|form)")).toList()) {
                    Matcher pattern = (file.toString().endsWith(".java") ? IN_JAVA : IN_FORM).matcher(Files.readString(file));
                    while (pattern.find()) {
                        found.put(unescaped(pattern.group(1)), file.getFileName().toString());
                    }
                }
            }
        }
        return found;
    }

    private static String unescaped(String literal) {
        return literal.translateEscapes();
    }

    /** What commonly makes a pattern go back: one sign many times, and pairs of what the pattern itself names. */
    private static List<String> evil(String pattern) {
        List<String> evil = new ArrayList<>(List.of(
                "a", "A", "1", " ", "-", ".", "@", "/", "\"", "'", "=", "_", "\t", "\n", "æ", "a@", "a.", "a ", "1 ", "1.", "a-", " \n", "a1", ":", "::", "0:", "%", "ab:"));
        pattern.chars().filter(c -> c > ' ').distinct().mapToObj(c -> String.valueOf((char) c)).forEach(evil::add);
        return evil;
    }

    private static long steps(Pattern pattern, String text) {
        Steps counted = new Steps(text + "\u0001!");
        try {
            pattern.matcher(counted).find();
            pattern.matcher(counted).matches();
        } catch (Steps.TooMany e) {
            return Steps.MOST;
        } catch (StackOverflowError deep) {
            throw new AssertionError("the stack does not hold: " + pattern, deep);
        }
        return counted.taken[0];
    }

    private record Steps(CharSequence text, long[] taken) implements CharSequence {

        static final long MOST = 60_000_000;

        static final class TooMany extends RuntimeException {}

        Steps(CharSequence text) {
            this(text, new long[1]);
        }

        @Override
        public char charAt(int index) {
            if (++taken[0] > MOST) {
                throw new TooMany();
            }
            return text.charAt(index);
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public CharSequence subSequence(int from, int to) {
            return new Steps(text.subSequence(from, to), taken);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
