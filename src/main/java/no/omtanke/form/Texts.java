package no.omtanke.form;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Texts of the three languages from property files whose names end with the language. */
final class Texts {

    private final Map<String, Properties> byLanguage = new HashMap<>();

    /** Reads every file that matches, with each language in the place of {@code {language}}. */
    Texts(String pattern) {
        for (String language : new String[] {"nb", "nn", "en"}) {
            Properties properties = new Properties();
            try {
                String files = pattern.replace("{language}", language);
                for (Resource file : new PathMatchingResourcePatternResolver().getResources(files)) {
                    try (Reader in = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
                        properties.load(in);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            byLanguage.put(language, properties);
        }
    }

    /** Bokmål for every language that we do not have. */
    static String language(Locale locale) {
        String language = locale.getLanguage();
        return language.equals("nn") || language.equals("en") ? language : "nb";
    }

    /** The text in that very language, or null. */
    String own(String key, Locale locale) {
        return byLanguage.get(language(locale)).getProperty(key);
    }

    /** The text in that language, else in bokmål, else null. */
    String find(String key, Locale locale) {
        String own = own(key, locale);
        return own == null ? byLanguage.get("nb").getProperty(key) : own;
    }

    Properties all(String language) {
        return byLanguage.get(language);
    }
}
