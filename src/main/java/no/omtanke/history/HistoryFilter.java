package no.omtanke.history;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the list is narrowed to, just as the page's address says it.
 *
 * @param q part of a reference
 * @param state open, closed, or empty for both
 * @param deadline missed, held, or empty for both
 */
record HistoryFilter(
        String q,
        String kind,
        Integer school,
        String from,
        String to,
        String state,
        String deadline,
        boolean escalated,
        Integer page) {

    static final int PAGE_SIZE = 25;

    Optional<LocalDate> opensFrom() {
        return date(from);
    }

    Optional<LocalDate> opensTo() {
        return date(to);
    }

    /** Public because the template engine reads it. */
    public int number() {
        return page == null || page < 1 ? 1 : page;
    }

    int offset() {
        return (number() - 1) * PAGE_SIZE;
    }

    /** The address of another page of the same list. */
    String at(int other) {
        UriComponentsBuilder address = UriComponentsBuilder.fromPath("/history");
        put(address, "q", q);
        put(address, "kind", kind);
        put(address, "school", school);
        put(address, "from", from);
        put(address, "to", to);
        put(address, "state", state);
        put(address, "deadline", deadline);
        put(address, "escalated", escalated ? true : null);
        put(address, "page", other == 1 ? null : other);
        return address.encode().build().toUriString();
    }

    static String given(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static void put(UriComponentsBuilder address, String name, Object value) {
        if (value != null && !value.toString().isBlank()) {
            address.queryParam(name, "{" + name + "}").uriVariables(java.util.Map.of(name, value));
        }
    }

    // What is no date does not narrow the list; the field shows it as it was typed.
    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.ofNullable(given(text)).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
