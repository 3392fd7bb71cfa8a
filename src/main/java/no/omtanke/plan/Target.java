package no.omtanke.plan;

import java.util.Arrays;

/** Whom a measure is directed at. Public because pages show it and the quality gate asks that not all is about the pupil. */
public enum Target {
    PUPIL("pupil"),
    OTHERS("others"),
    GROUP("group"),
    ENVIRONMENT("environment"),
    ADULTS("adults");

    private final String code;

    Target(String code) {
        this.code = code;
    }

    /** As in forms, message keys and the database. */
    public String code() {
        return code;
    }

    static Target of(String code) {
        return Arrays.stream(values()).filter(t -> t.code.equals(code)).findFirst().orElseThrow();
    }
}
