package no.omtanke.plan;

import java.util.Arrays;

/** How often a measure is done. Public because pages show it. */
public enum Often {
    DAILY("daily"),
    WEEKLY("weekly"),
    ONCE("once"),
    /** Done when it is needed; its owner is asked at the end of each week how it went. */
    WHEN_NEEDED("when-needed");

    private final String code;

    Often(String code) {
        this.code = code;
    }

    /** As in forms, message keys and the database. */
    public String code() {
        return code;
    }

    static Often of(String code) {
        return Arrays.stream(values()).filter(o -> o.code.equals(code)).findFirst().orElseThrow();
    }
}
