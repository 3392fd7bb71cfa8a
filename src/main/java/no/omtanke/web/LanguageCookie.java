package no.omtanke.web;

import java.time.Duration;
import java.util.Locale;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** Remembers the chosen language for a year; a cookie that names another language counts as none. */
class LanguageCookie extends CookieLocaleResolver {

    LanguageCookie() {
        super("omtanke-lang");
        setDefaultLocale(Languages.BOKMAAL);
        setCookieMaxAge(Duration.ofDays(365));
        setCookieHttpOnly(true);
        setCookieSameSite("Lax");
    }

    @Override
    protected Locale parseLocaleValue(String value) {
        return Languages.of(value);
    }
}
