package no.omtanke.form;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML names: {@code when}, {@code when.time}, {@code sources[0]}, {@code sources[0].found}. */
final class Names {

    private static final Pattern ITEM = Pattern.compile("([A-Za-z]\\w*)\\[(\\d{1,6})](\\..+)?", Pattern.DOTALL);

    /** A name inside a list, taken apart; the rest is empty for the item itself. */
    record Item(String list, int index, String rest) {
        String name(int otherIndex) {
            return list + "[" + otherIndex + "]" + rest;
        }
    }

    private Names() {}

    /** The key of the top-level question that a name belongs to. */
    static String root(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) == '[' || name.charAt(i) == '.') {
                return name.substring(0, i);
            }
        }
        return name;
    }

    static Item item(String name) {
        Matcher matcher = ITEM.matcher(name);
        return matcher.matches()
                ? new Item(
                        matcher.group(1),
                        Integer.parseInt(matcher.group(2)),
                        matcher.group(3) == null ? "" : matcher.group(3))
                : null;
    }

    static String inItem(String list, int index) {
        return list + "[" + index + "]";
    }

    static String id(String name) {
        return "f-" + name.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
    }
}
