package no.omtanke.form;

import java.text.Normalizer;

/** Makes typed text storable without changing what it says: emoji, Sámi letters and joiners stay. */
final class Clean {

    private Clean() {}

    static String text(String raw) {
        String composed = Normalizer.normalize(raw.replace("\r\n", "\n").replace('\r', '\n'), Normalizer.Form.NFC);
        StringBuilder clean = new StringBuilder(composed.length());
        composed.codePoints().filter(Clean::kept).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** PostgreSQL refuses NUL, and half a surrogate pair cannot be written as UTF-8. */
    private static boolean kept(int codePoint) {
        int kind = Character.getType(codePoint);
        return codePoint == '\n' || codePoint == '\t' || kind != Character.CONTROL && kind != Character.SURROGATE;
    }
}
