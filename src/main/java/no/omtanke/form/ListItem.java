package no.omtanke.form;

import java.util.List;

/** One item of a repeating list; public because templates render it. */
public record ListItem(int index, List<FieldView> fields) {}
