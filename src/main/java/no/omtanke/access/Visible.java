package no.omtanke.access;

import java.util.Map;

/**
 * A condition for SQL with its parameters. Public because every list of cases or tasks begins with it.
 *
 * @param condition speaks of {@code case_file c}
 */
public record Visible(String condition, Map<String, Object> params) {}
