package no.omtanke.form;

/** One answer to choose, with its bokmål label; public as part of a form's definition. */
public record Option(String value, String label) {}
