package no.omtanke.redaction;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Takes out of a text what points to a person or opens a door: e-mail addresses, national identity numbers, phone numbers, network
 * addresses, tokens, case references. Ids of cases, tasks and steps stay: who keeps the program running finds a failed step by them, and
 * they say nothing to anybody else. Names cannot be told from other words; they are kept out by never being written.
 *
 * <p>No pattern repeats a repetition, so that no line takes longer than its length.
 */
final class Redaction {

    private record Rule(Pattern found, String instead) {}

    private static final List<Rule> RULES = List.of(
            rule("/l/[A-Za-z0-9_-]{8,}+", "/l/<token>"),
            // A token, drawn from 32 bytes: letters of both kinds, and digits.
            rule("(?<![A-Za-z0-9_-])(?=[A-Za-z_-]{0,42}[0-9])(?=[a-z0-9_-]{0,42}[A-Z])[A-Za-z0-9_-]{43}(?![A-Za-z0-9_-])", "<token>"),
            rule("[^\\s@<>\"'()\\[\\]{},;:=/|]{1,64}+@[A-Za-z0-9æøåÆØÅ.-]{3,255}+", "<e-mail>"),
            rule("\\b[A-Z]\\d{2}-[A-Z0-9]{6}\\b", "<reference>"),
            rule("(?<![\\w.-])\\d{6}[ -]?\\d{5}(?![\\w-])", "<id-number>"),
            rule("(?<![\\w.+-])(?:\\+|00)\\d{2}[ ]?(?:\\d[ ]?){7,11}\\d(?![\\w-])", "<phone>"),
            rule("(?<![\\w.,:-])[2-9]\\d(?:\\d{6}| \\d{2} \\d{2} \\d{2}|\\d \\d{2} \\d{3})(?![\\w-])", "<phone>"),
            rule("(?<![\\w.])(?:\\d{1,3}\\.){3}\\d{1,3}(?![\\w]|\\.\\d)", "<address>"),
            rule("(?<![\\w:.])(?:[0-9A-Fa-f]{1,4}:){7}[0-9A-Fa-f]{1,4}(?![\\w:])", "<address>"),
            rule("(?<![\\w:.])(?:[0-9A-Fa-f]{1,4}:){1,7}:(?:[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){0,6})?(?![\\w:])", "<address>"),
            rule("(?<![\\w:.])::[0-9A-Fa-f]{1,4}(?::[0-9A-Fa-f]{1,4}){0,6}(?![\\w:])", "<address>"));

    private Redaction() {}

    static String of(String text) {
        String clean = text;
        for (Rule rule : RULES) {
            clean = rule.found().matcher(clean).replaceAll(rule.instead());
        }
        return clean;
    }

    private static Rule rule(String found, String instead) {
        return new Rule(Pattern.compile(found), instead);
    }
}
