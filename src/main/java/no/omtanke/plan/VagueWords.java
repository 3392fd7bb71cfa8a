package no.omtanke.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** Words of plans that promise nothing, and words of measures that burden the pupil: lists in {@code plan/}, one pattern a line. */
final class VagueWords {

    private static final int FEWEST_WORDS = 4;

    private static final List<Pattern> VAGUE = read("plan/vague.txt");
    private static final List<Pattern> BURDENS = read("plan/burdens.txt");

    private VagueWords() {}

    /** Whether nobody could see tomorrow if it was done: too short, or nothing left besides words that promise nothing. */
    static boolean saysNothing(String what) {
        String rest = what == null ? "" : what.toLowerCase(Locale.ROOT);
        for (Pattern vague : VAGUE) {
            rest = vague.matcher(rest).replaceAll(" ");
        }
        return words(rest) < FEWEST_WORDS;
    }

    /** Whether the pupil is to move, stay inside or stay away. */
    static boolean burdens(String what) {
        String text = what == null ? "" : what.toLowerCase(Locale.ROOT);
        return BURDENS.stream().anyMatch(pattern -> pattern.matcher(text).find());
    }

    private static long words(String text) {
        return Pattern.compile("[\\p{L}\\p{N}]{2,}").matcher(text).results().count();
    }

    private static List<Pattern> read(String path) {
        try {
            return new ClassPathResource(path)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .map(line -> Pattern.compile(line, Pattern.UNICODE_CHARACTER_CLASS))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
