package no.omtanke.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Dates and times in words: «mandag 23. november 2026 kl. 13.30». */
final class DateWords {

    private DateWords() {}

    /** An ISO date, time or both; what is neither stays as it is. */
    static String of(String iso, Locale locale) {
        boolean english = locale.getLanguage().equals("en");
        Locale language = Locale.forLanguageTag(Texts.language(locale));
        DateTimeFormatter date =
                DateTimeFormatter.ofPattern(english ? "EEEE d MMMM yyyy" : "EEEE d. MMMM yyyy", language);
        DateTimeFormatter time = DateTimeFormatter.ofPattern(english ? "HH:mm" : "'kl.' HH.mm", language);
        try {
            if (iso.indexOf('T') > 0) {
                LocalDateTime both = LocalDateTime.parse(iso);
                return date.format(both) + (english ? " at " : " ") + time.format(both);
            }
            return iso.indexOf('-') > 0 ? date.format(LocalDate.parse(iso)) : time.format(LocalTime.parse(iso));
        } catch (DateTimeException e) {
            return iso;
        }
    }
}
