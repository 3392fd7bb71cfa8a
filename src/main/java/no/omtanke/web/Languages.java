package no.omtanke.web;

import java.util.Locale;
import java.util.Set;

/** The languages every text exists in. */
final class Languages {

    static final Locale BOKMAAL = Locale.forLanguageTag("nb");

    private static final Set<String> KNOWN = Set.of("nb", "nn", "en");

    private Languages() {}

    /** The locale, or null for a language we have no texts in. */
    static Locale of(String language) {
        return language != null && KNOWN.contains(language) ? Locale.forLanguageTag(language) : null;
    }
}
