package no.omtanke.matrix;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that can be asked of the program.
 *
 * @param pattern as it is mapped
 * @param form what is posted: as much as makes it an answer of the door's own, never enough to change the case
 */
record Endpoint(String method, String pattern, Section section, Map<String, String> form, String header) {

    static Endpoint get(String pattern, Section section) {
        return new Endpoint("GET", pattern, section, Map.of(), null);
    }

    static Endpoint post(String pattern, Section section, String... form) {
        Map<String, String> said = new LinkedHashMap<>();
        for (int i = 0; i < form.length; i += 2) {
            said.put(form[i], form[i + 1]);
        }
        return new Endpoint("POST", pattern, section, said, null);
    }

    static Endpoint json(String method, String pattern, Section section) {
        return new Endpoint(method, pattern, section, Map.of(), "json");
    }

    /** The same by the browser itself, while somebody types. */
    static Endpoint autosave(String pattern, Section section, String... form) {
        return new Endpoint("POST", pattern, section, post(pattern, section, form).form(), "X-Autosave");
    }

    /** As the table names it, without the query that a test adds. */
    String name() {
        String plain = pattern.replaceAll("\\?.*", "").replaceAll("\\{(\\w+):[^/]*?}(?=/|$)", "{$1}");
        return method + " " + plain + ("X-Autosave".equals(header) ? " (X-Autosave)" : "");
    }
}
