package no.omtanke.organization;

/** Public because pages and letters name the municipality, its regulation and its Statsforvalter. */
public record Municipality(String name, String localRegulation, String statsforvalter) {}
