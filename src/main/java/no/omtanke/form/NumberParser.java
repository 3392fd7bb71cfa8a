package no.omtanke.form;

import java.math.BigDecimal;

/** Numbers with comma or point. */
final class NumberParser {

    private NumberParser() {}

    static Parsed parse(FormField field, String raw) {
        String text = raw.strip();
        if (text.isEmpty()) {
            return Parsed.BLANK;
        }
        // \h knows the no-break space that Norwegian puts between thousands.
        String plain = text.length() > 40
                ? text
                : text.replaceAll("\\h", "").replace(',', '.').replace('\u2212', '-');
        if (!plain.matches("[+-]?\\d{1,18}(\\.\\d{1,18})?")) {
            return Parsed.wrong("number");
        }
        BigDecimal number = new BigDecimal(plain);
        Limits limits = field.limits();
        if (limits.decimalDigits() != null && number.stripTrailingZeros().scale() > limits.decimalDigits()) {
            return limits.decimalDigits() == 0
                    ? Parsed.wrong("number.whole")
                    : Parsed.wrong("number.decimals", limits.decimalDigits());
        }
        if (limits.min() != null && number.compareTo(limits.min()) < 0) {
            return Parsed.wrong("number.min", limits.min().toPlainString());
        }
        if (limits.max() != null && number.compareTo(limits.max()) > 0) {
            return Parsed.wrong("number.max", limits.max().toPlainString());
        }
        return Parsed.of(number);
    }
}
