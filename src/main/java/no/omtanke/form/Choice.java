package no.omtanke.form;

/** One answer to choose; public because templates render it. The group is a heading among many choices, or null. */
public record Choice(String value, String label, boolean chosen, String group) {}
