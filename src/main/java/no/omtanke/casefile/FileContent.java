package no.omtanke.casefile;

/** An attachment's bytes with its name and the type that was found in it. Public because doors send it to a browser. */
public record FileContent(String name, String mediaType, byte[] bytes) {}
