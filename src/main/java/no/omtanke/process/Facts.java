package no.omtanke.process;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Routing values for the engine: only what {@link Fact} lists gets in. Public because cases start and go on with facts. */
public final class Facts {

    private final Map<String, Object> values = new LinkedHashMap<>();

    private Facts() {}

    public static Facts none() {
        return new Facts();
    }

    /** Takes values by their variables' names. @throws IllegalArgumentException for a name that is not on the list */
    public static Facts of(Map<String, Object> named) {
        Facts facts = new Facts();
        named.forEach((name, value) -> facts.with(
                Fact.of(name).orElseThrow(() -> new IllegalArgumentException("not a fact: " + name)), value));
        return facts;
    }

    /** Adds a fact; texts longer than an id or a code are refused, so that nobody's words slip in. */
    public Facts with(Fact fact, Object value) {
        if (value instanceof String text && text.length() > 64) {
            throw new IllegalArgumentException(fact + " is no routing value");
        }
        values.put(fact.variable(), value);
        return this;
    }

    public Object get(Fact fact) {
        return values.get(fact.variable());
    }

    public boolean has(Fact fact) {
        return values.containsKey(fact.variable());
    }

    Map<String, Object> asVariables() {
        return Collections.unmodifiableMap(values);
    }
}
