package no.omtanke.organization;

/** A class as its contact teacher's. Public because it is handed over when the teacher leaves. */
public record TaughtClass(long id, String name) {}
