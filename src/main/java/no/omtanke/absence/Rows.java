package no.omtanke.absence;

import java.util.ArrayList;
import java.util.List;

/** A text of separated values, row by row, with the line that each row begins on. Quoted values may hold separators and line breaks. */
final class Rows {

    private Rows() {}

    /** One row. @param line its first line in the file, counted from 1 */
    record Row(int line, List<String> values) {

        boolean empty() {
            return values.stream().allMatch(String::isBlank);
        }
    }

    static List<Row> of(String text, char separator) {
        List<Row> rows = new ArrayList<>();
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        boolean quoted = false;
        int line = 1;
        int begun = 1;
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            line += sign == '\n' ? 1 : 0;
            if (quoted) {
                if (sign == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                    value.append('"');
                    i++;
                } else if (sign == '"') {
                    quoted = false;
                } else {
                    value.append(sign);
                }
            } else if (sign == '"' && value.toString().isBlank()) {
                value.setLength(0);
                quoted = true;
            } else if (sign == separator) {
                values.add(value.toString().strip());
                value.setLength(0);
            } else if (sign == '\n') {
                values.add(value.toString().strip());
                value.setLength(0);
                rows.add(new Row(begun, List.copyOf(values)));
                values.clear();
                begun = line;
            } else if (sign != '\r') {
                value.append(sign);
            }
        }
        if (!values.isEmpty() || value.length() > 0) {
            values.add(value.toString().strip());
            rows.add(new Row(begun, List.copyOf(values)));
        }
        return rows;
    }
}
