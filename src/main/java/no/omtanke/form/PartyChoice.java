package no.omtanke.form;

/** A person chosen in a form and the role they get in the case; public because the case file adds them. */
public record PartyChoice(long personId, String role) {}
