package no.omtanke.absence;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of daily absence as it was read. A file with a problem is not taken at all. Remarks and every other column that is not asked for
 * stay unread, and an illness is no more than a notice.
 *
 * @param unread headings of columns that were left unread
 */
record AbsenceFile(List<FileLine> lines, List<FileProblem> problems, List<String> unread, String charset, String separator) {

    static final int MOST_LINES = 5_000;

    private static final List<Character> SEPARATORS = List.of(';', ',', '\t');

    private static final Map<String, AbsenceKind> KINDS = kinds();

    private static final Pattern DAY = Pattern.compile("(\\d{1,2})[./](\\d{1,2})[./](\\d{4}|\\d{2})");
    private static final Pattern ISO_DAY = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[T ]00:00.*)?");
    private static final Pattern NATIONAL_NUMBER = Pattern.compile("\\d{6}\\s?\\d{5}");
    private static final BigDecimal LONGEST = BigDecimal.TEN;

    static AbsenceFile read(byte[] bytes) {
        if (bytes.length == 0) {
            return refused("empty");
        }
        Optional<FileText> text = FileText.of(bytes);
        if (text.isEmpty()) {
            return refused("no-text");
        }
        String content = text.get().text().replaceFirst("(?i)^sep=.\\R", "");
        int skipped = content.length() < text.get().text().length() ? 1 : 0;
        char separator = separator(content);
        List<Rows.Row> rows = Rows.of(content, separator).stream()
                .map(row -> new Rows.Row(row.line() + skipped, row.values()))
                .filter(row -> !row.empty())
                .toList();
        if (rows.size() > MOST_LINES + 1) {
            return refused("too-many");
        }
        return rows.isEmpty() ? refused("empty") : new Reading(rows, text.get().charset(), separator).read();
    }

    private static AbsenceFile refused(String code) {
        return new AbsenceFile(List.of(), List.of(new FileProblem(0, code, "")), List.of(), "", "");
    }

    // The one by which most headings are known; of two, the one that divides more.
    private static char separator(String text) {
        String header = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return SEPARATORS.stream()
                .max(Comparator.comparing((Character sign) -> headings(header, sign).stream()
                                .filter(heading -> Column.of(heading).isPresent())
                                .count())
                        .thenComparing(sign -> headings(header, sign).size()))
                .orElseThrow();
    }

    private static List<String> headings(String header, char separator) {
        List<Rows.Row> rows = Rows.of(header, separator);
        return rows.isEmpty() ? List.of() : rows.get(0).values();
    }

    private static Map<String, AbsenceKind> kinds() {
        Map<String, AbsenceKind> kinds = new HashMap<>();
        for (String word : List.of(
                "syk", "sjuk", "sykdom", "sjukdom", "sykefravær", "sjukefråvær", "sick", "illness", "meldt", "meld", "gyldig", "notified",
                "notice", "notice given", "excused", "dokumentert", "documented")) {
            kinds.put(word, AbsenceKind.NOTIFIED);
        }
        for (String word : List.of("permisjon", "fri", "innvilget fri", "innvilga fri", "søkt fri", "leave", "p")) {
            kinds.put(word, AbsenceKind.LEAVE);
        }
        for (String word : List.of("ugyldig", "ikke meldt", "ikkje meld", "umeldt", "skulk", "unexcused", "udokumentert", "undocumented", "u")) {
            kinds.put(word, AbsenceKind.UNEXCUSED);
        }
        return Map.copyOf(kinds);
    }

    /** Without what was read: this may reach a log. */
    @Override
    public String toString() {
        return "file of " + lines.size() + " lines";
    }

    /** One file on its way from rows to lines. */
    private static final class Reading {

        private final List<Rows.Row> rows;
        private final String charset;
        private final char separator;
        private final Map<Column, Integer> places = new EnumMap<>(Column.class);
        private final List<String> unread = new ArrayList<>();
        private final List<FileProblem> problems = new ArrayList<>();
        private final List<FileLine> lines = new ArrayList<>();
        private final Map<List<Object>, FileLine> wholeDays = new HashMap<>();

        Reading(List<Rows.Row> rows, String charset, char separator) {
            this.rows = rows;
            this.charset = charset;
            this.separator = separator;
        }

        AbsenceFile read() {
            columns();
            if (problems.isEmpty()) {
                rows.subList(1, rows.size()).forEach(this::line);
            }
            if (problems.isEmpty() && lines.isEmpty()) {
                problems.add(new FileProblem(0, "no-lines", ""));
            }
            return new AbsenceFile(
                    List.copyOf(lines), List.copyOf(problems), List.copyOf(unread), charset, String.valueOf(separator));
        }

        private void columns() {
            List<String> headings = rows.get(0).values();
            for (int i = 0; i < headings.size(); i++) {
                Column column = Column.of(headings.get(i)).orElse(null);
                if (column == null) {
                    if (!headings.get(i).isBlank()) {
                        unread.add(headings.get(i));
                    }
                } else if (places.putIfAbsent(column, i) != null) {
                    problem(rows.get(0), "twice", headings.get(i));
                }
            }
            boolean named = places.containsKey(Column.NAME) || places.containsKey(Column.FAMILY) && places.containsKey(Column.GIVEN);
            if (!named && !places.containsKey(Column.ID)) {
                problem(rows.get(0), "no-name", "");
            }
            if (!places.containsKey(Column.DAY)) {
                problem(rows.get(0), "no-day", "");
            }
            if (!places.containsKey(Column.KIND)) {
                problem(rows.get(0), "no-kind", "");
            }
        }

        private void line(Rows.Row row) {
            int before = problems.size();
            if (row.values().size() > rows.get(0).values().size()) {
                problem(row, "too-wide", "");
                return;
            }
            String name = value(row, Column.NAME);
            String whole = name.isEmpty() ? (value(row, Column.GIVEN) + " " + value(row, Column.FAMILY)).strip() : name;
            String id = value(row, Column.ID);
            if (whole.isEmpty() && id.isEmpty()) {
                problem(row, "nobody", "");
            }
            LocalDate day = day(row).orElse(null);
            AbsenceKind kind = KINDS.get(value(row, Column.KIND).toLowerCase(Locale.ROOT));
            if (kind == null) {
                problem(row, "kind", "");
            }
            BigDecimal hours = hours(row);
            if (problems.size() == before) {
                // A national identity number is nobody's local number: it is not kept, and not looked for.
                String own = NATIONAL_NUMBER.matcher(id).matches() ? "" : id;
                keep(new FileLine(row.line(), own, whole, value(row, Column.GROUP), day, kind, hours));
            }
        }

        // One day cannot be two kinds of whole day.
        private void keep(FileLine line) {
            if (line.hours() == null) {
                FileLine first = wholeDays.putIfAbsent(List.of(line.who(), line.day()), line);
                if (first != null && first.kind() != line.kind()) {
                    problems.add(new FileProblem(line.line(), "conflict", String.valueOf(first.line())));
                }
            }
            lines.add(line);
        }

        private Optional<LocalDate> day(Rows.Row row) {
            String text = value(row, Column.DAY);
            Matcher norwegian = DAY.matcher(text);
            Matcher iso = ISO_DAY.matcher(text);
            try {
                if (norwegian.matches()) {
                    int year = Integer.parseInt(norwegian.group(3));
                    return Optional.of(LocalDate.of(
                            year < 100 ? 2000 + year : year,
                            Integer.parseInt(norwegian.group(2)),
                            Integer.parseInt(norwegian.group(1))));
                }
                if (iso.matches()) {
                    return Optional.of(LocalDate.of(
                            Integer.parseInt(iso.group(1)), Integer.parseInt(iso.group(2)), Integer.parseInt(iso.group(3))));
                }
            } catch (DateTimeException e) {
                // Said below, as for what is no date at all.
            }
            problem(row, "day", "");
            return Optional.empty();
        }

        private BigDecimal hours(Rows.Row row) {
            String text = value(row, Column.HOURS).toLowerCase(Locale.ROOT);
            if (List.of("", "hel dag", "heil dag", "hele dagen", "heile dagen", "dag", "whole day", "day").contains(text)) {
                return null;
            }
            String number = text.replace(',', '.').replaceFirst("\\s*(t|timer|timar|time|hours|h)$", "");
            if (number.matches("\\d{1,2}(\\.\\d{1,2})?")) {
                BigDecimal hours = new BigDecimal(number).setScale(1, java.math.RoundingMode.HALF_UP);
                if (hours.signum() > 0 && hours.compareTo(LONGEST) <= 0) {
                    return hours;
                }
            }
            problem(row, "hours", "");
            return null;
        }

        private String value(Rows.Row row, Column column) {
            Integer place = places.get(column);
            return place == null || place >= row.values().size() ? "" : row.values().get(place);
        }

        private void problem(Rows.Row row, String code, String detail) {
            problems.add(new FileProblem(row.line(), code, detail));
        }
    }
}
