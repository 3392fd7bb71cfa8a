package no.omtanke.form;

import java.math.BigDecimal;

/** What an answer must keep to; public as part of a form's definition. Null means no limit of that kind. */
public record Limits(
        boolean required,
        Integer minLength,
        Integer maxLength,
        BigDecimal min,
        BigDecimal max,
        String pattern,
        String validationType,
        Integer decimalDigits,
        boolean noPastDates) {

    static final Limits NONE = new Limits(false, null, null, null, null, null, null, null, false);

    /** Text without a stated limit still has one: a megabyte is answered with a sentence and not with a crash. */
    int maxLengthOr(FieldType type) {
        if (maxLength != null) {
            return maxLength;
        }
        return type == FieldType.TEXTAREA ? 20_000 : 1_000;
    }
}
