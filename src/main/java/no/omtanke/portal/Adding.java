package no.omtanke.portal;

import java.util.Arrays;
import java.util.Optional;

/** What a family can write in a case they reported. */
enum Adding {
    NEW_INFORMATION("legg-til", "new-information"),
    NOT_HEARD("ikke-hort", "not-heard"),
    /** In a contact with the health service, and only there. */
    HEALTH_WORDS("til-helsesykepleier", "health-words");

    private final String path;
    private final String formId;

    Adding(String path, String formId) {
        this.path = path;
        this.formId = formId;
    }

    String path() {
        return "/min-melding/" + path;
    }

    String formId() {
        return formId;
    }

    String thanks() {
        return "/min-melding?takk=" + path;
    }

    static Optional<Adding> named(String path) {
        return Arrays.stream(values()).filter(a -> a.path.equals(path)).findFirst();
    }
}
