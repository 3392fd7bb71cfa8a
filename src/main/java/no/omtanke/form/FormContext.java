package no.omtanke.form;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What surrounds a form while it is filled in; public because the door that shows it knows this.
 *
 * @param schoolId the school whose directory is chosen from, or null
 * @param pupil the person whose guardians are chosen from, or null
 * @param facts what is known about the case, by fact name
 * @param defaults values for {@code properties.default}: {@code now} and {@code today} in ISO form, {@code responsible}
 *     and {@code affected} as ids
 * @param children whom a family may send it about
 */
public record FormContext(
        Locale locale,
        Integer schoolId,
        Long pupil,
        Map<String, Object> facts,
        Map<String, String> defaults,
        List<Long> children) {

    public FormContext(
            Locale locale, Integer schoolId, Long pupil, Map<String, Object> facts, Map<String, String> defaults) {
        this(locale, schoolId, pupil, facts, defaults, List.of());
    }

    public FormContext(Locale locale, Integer schoolId, Map<String, Object> facts, Map<String, String> defaults) {
        this(locale, schoolId, null, facts, defaults, List.of());
    }
}
