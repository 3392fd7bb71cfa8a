package no.omtanke.form;

import java.util.List;

/**
 * One field ready to be shown; public because templates render only this. The words of a {@code text} stand as its
 * label.
 *
 * @param error what to do, or null; a calm sentence when the form view has only new questions
 * @param refresh a condition depends on this field, so the form is shown anew when it changes
 */
public record FieldView(
        String name,
        String id,
        String type,
        String label,
        String help,
        boolean required,
        String value,
        List<Choice> choices,
        String error,
        List<FieldView> children,
        List<ListItem> items,
        String addLabel,
        String autocomplete,
        String inputMode,
        Integer maxLength,
        boolean refresh,
        List<String> files) {}
