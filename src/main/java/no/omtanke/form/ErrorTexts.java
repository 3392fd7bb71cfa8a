package no.omtanke.form;

import java.util.Locale;
import org.springframework.stereotype.Component;

/** The form module's own sentences. */
@Component
class ErrorTexts {

    private final Texts texts = new Texts("classpath:messages/form_{language}.properties");

    /** Not MessageFormat: its rules for apostrophes make plain English go wrong unseen. */
    String text(Locale locale, String key, Object... arguments) {
        String text = texts.find("form." + key, locale);
        if (text == null) {
            throw new IllegalArgumentException("There is no text form." + key);
        }
        for (int i = 0; i < arguments.length; i++) {
            text = text.replace("{" + i + "}", String.valueOf(arguments[i]));
        }
        return text;
    }

    Texts texts() {
        return texts;
    }
}
