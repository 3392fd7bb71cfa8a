package no.omtanke.absence;

/** A class whose absence somebody sees. Public because pages list them. */
public record Group(long id, String name, int school, String schoolName) {}
