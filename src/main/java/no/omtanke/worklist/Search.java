package no.omtanke.worklist;

import java.util.regex.Pattern;

/**
 * What is searched for. A case's reference may stand in an address, as it does on every case page. Anything else may be a child's name:
 * then a drawn key stands in its place, and the words stay in the session.
 *
 * @param key null when the words are a reference
 */
record Search(String words, String key) {

    static final int LONGEST = 80;

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z]\\d{2}-[A-Za-z0-9]{0,6}");

    static boolean mayStandInAddress(String words) {
        return REFERENCE.matcher(words).matches();
    }

    /** The name and value that stand in an address. */
    String inAddress() {
        return key == null ? "q=" + words : "search=" + key;
    }
}
