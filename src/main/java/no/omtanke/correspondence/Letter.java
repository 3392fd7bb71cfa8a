package no.omtanke.correspondence;

import java.util.Locale;
import java.util.Map;

/**
 * What becomes one PDF. Public because whoever has a letter to write says it in this.
 *
 * @param template the name of a file in {@code letters/}
 * @param language nb, nn or en; a letter from a school is in the school's language form
 * @param model what the template shows, as plain data
 */
public record Letter(String template, Locale language, String title, LetterHead head, Map<String, Object> model) {

    /** Without its words: this may reach a log. */
    @Override
    public String toString() {
        return "letter " + template;
    }
}
