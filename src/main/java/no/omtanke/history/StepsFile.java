package no.omtanke.history;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of steps as a file that a Norwegian spreadsheet opens: semicolons, and a mark that says UTF-8. */
final class StepsFile {

    private static final List<String> COLUMNS =
            List.of("what", "about", "kind", "who", "role", "began", "ended", "due", "rule", "verdict", "did");

    private StepsFile() {}

    static String of(List<Line> lines, HistoryWords words, Locale locale) {
        String head = COLUMNS.stream().map(c -> cell(words.text("column." + c, locale))).collect(Collectors.joining(";"));
        return "\uFEFF"
                + Stream.concat(Stream.of(head), lines.stream().map(line -> row(line, words, locale)))
                        .collect(Collectors.joining("\r\n", "", "\r\n"));
    }

    private static String row(Line line, HistoryWords words, Locale locale) {
        return Stream.of(
                        line.what(),
                        line.about(),
                        words.text("line." + line.kind(), locale),
                        line.who(),
                        line.role(),
                        line.began(),
                        line.ended(),
                        line.due(),
                        line.rule(),
                        line.verdict(),
                        String.join(" | ", line.did()))
                .map(StepsFile::cell)
                .collect(Collectors.joining(";"));
    }

    // A spreadsheet takes what begins with these signs for a formula.
    private static String cell(String text) {
        String safe = text.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
