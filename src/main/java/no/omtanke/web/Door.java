package no.omtanke.web;

/** One link in the staff's navigation. Public because the template engine reads it. */
public record Door(String path, String key, boolean current) {}
