package no.omtanke.form;

import java.util.regex.Pattern;

/** Text answers, with their lengths counted in characters as people see them in a font (code points). */
final class TextParser {

    private static final Pattern EMAIL = Pattern.compile("[^\\s@<>,;]{1,64}@[^\\s@<>,;]+\\.[^\\s@<>,;.]{2,}");
    private static final Pattern PHONE = Pattern.compile("\\+?\\d{8,15}");

    private TextParser() {}

    static Parsed parse(FormField field, String raw) {
        String text = field.type() == FieldType.TEXTAREA
                ? raw.strip()
                : raw.replace('\n', ' ').strip();
        if (text.isEmpty()) {
            return Parsed.BLANK;
        }
        Limits limits = field.limits();
        int length = text.codePointCount(0, text.length());
        int longest = limits.maxLengthOr(field.type());
        if (length > longest) {
            return Parsed.wrong("tooLong", longest, length);
        }
        if (limits.minLength() != null && length < limits.minLength()) {
            return Parsed.wrong("tooShort", limits.minLength());
        }
        if ("email".equals(limits.validationType()) && !EMAIL.matcher(text).matches()) {
            return Parsed.wrong("email");
        }
        if ("phone".equals(limits.validationType())
                && !PHONE.matcher(text.replaceAll("[\\s()-]", "")).matches()) {
            return Parsed.wrong("phone");
        }
        if (limits.pattern() != null
                && !Pattern.compile(limits.pattern()).matcher(text).find()) {
            return Parsed.wrong("pattern");
        }
        return Parsed.of(text);
    }
}
