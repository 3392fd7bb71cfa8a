package no.omtanke.form;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A form with every kind of component, and a small school to choose from. */
final class Trial {

    static final Locale NB = Locale.forLanguageTag("nb");
    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:30:00Z"), ZoneId.of("Europe/Oslo"));
    static final FormDefinition FORM = new FormCatalog("classpath:no/omtanke/form/*.form").form("trial");
    static final FormTexts TEXTS = new FormTexts("classpath:no/omtanke/form/texts_{language}.properties");
    static final Feel FEEL = new Feel(CLOCK);

    static final class School implements People {
        private final List<UniqueLabels.Named> pupils = new ArrayList<>();

        School with(long id, String name, String className, Integer birthYear) {
            pupils.add(new UniqueLabels.Named(id, name + " (" + className + ")", name, className, birthYear));
            return this;
        }

        @Override
        public List<Entry> entries(String directory, Integer schoolId) {
            return schoolId == null ? List.of() : UniqueLabels.of(pupils);
        }

        @Override
        public Optional<String> label(String directory, String id) {
            return entries(directory, 1).stream()
                    .filter(entry -> entry.id().equals(id))
                    .map(Entry::label)
                    .findFirst();
        }
    }

    private Trial() {}

    static School small() {
        return new School().with(7, "Áilu Østby", "6A", 2015).with(8, "Mona Li", "6A", 2015);
    }

    static School large() {
        School school = small();
        for (int i = 0; i < 40; i++) {
            school.with(100 + i, "Elev Nummer" + i, "5B", 2016);
        }
        return school;
    }

    static Forms forms(People people) {
        return new Forms(FEEL, people, TEXTS, new ErrorTexts(), CLOCK);
    }

    static FormContext context() {
        return context(Map.of());
    }

    static FormContext context(Map<String, Object> facts) {
        return new FormContext(NB, 1, facts, Map.of("now", "2026-11-23T13:30", "today", "2026-11-23"));
    }

    /** A post as a browser sends it: name, value, name, value; every field of the form stood on the page. */
    static Typed post(String... namesAndValues) {
        return Typed.from(parameters(true, namesAndValues));
    }

    static Map<String, String[]> parameters(boolean everythingShown, String... namesAndValues) {
        Map<String, String[]> parameters = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            String value = namesAndValues[i + 1];
            parameters.merge(namesAndValues[i], new String[] {value}, Trial::joined);
        }
        if (everythingShown) {
            parameters.put(
                    "_shown",
                    FormField.asking(FORM.fields()).map(FormField::key).toArray(String[]::new));
        }
        return parameters;
    }

    private static String[] joined(String[] a, String[] b) {
        String[] both = Arrays.copyOf(a, a.length + 1);
        both[a.length] = b[0];
        return both;
    }

    /** A post that has everything that must be there. */
    static Typed complete(String... more) {
        String[] all =
                Arrays.copyOf(new String[] {"name", "Kari", "happened", "Noe", "employee", "no"}, 6 + more.length);
        System.arraycopy(more, 0, all, 6, more.length);
        return post(all);
    }

    static Answers answers(Check check) {
        if (check instanceof Check.Invalid invalid) {
            throw new AssertionError(invalid.problems().toString());
        }
        return ((Check.Valid) check).answers();
    }

    static Check.Invalid invalid(Check check) {
        return (Check.Invalid) check;
    }

    static FieldView field(FormView view, String name) {
        return flat(view.fields()).stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not shown"));
    }

    static boolean shows(FormView view, String name) {
        return flat(view.fields()).stream().anyMatch(field -> field.name().equals(name));
    }

    private static List<FieldView> flat(List<FieldView> fields) {
        List<FieldView> flat = new ArrayList<>();
        for (FieldView field : fields) {
            flat.add(field);
            flat.addAll(flat(field.children()));
            field.items().forEach(item -> flat.addAll(flat(item.fields())));
        }
        return flat;
    }
}
