package no.omtanke.form;

import static no.omtanke.form.Trial.FORM;
import static no.omtanke.form.Trial.context;
import static no.omtanke.form.Trial.field;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ViewTest {

    private final Forms forms = Trial.forms(Trial.small());

    @Test
    void pagesAreTheTopGroups() {
        assertThat(FORM.pages()).containsExactly("who", "what", "more");
        FormView page = forms.view(FORM, 1, Typed.empty(), context());
        assertThat(page.fields()).extracting(FieldView::type, FieldView::label).containsExactly(tuple("group", "Hva?"));
        assertThat(forms.visiblePages(FORM, Typed.empty(), context())).containsExactly(0, 1, 2);
    }

    @Test
    void everyComponentHasItsType() {
        FormView view = forms.view(FORM, null, Typed.empty(), context());
        Map<String, String> types = Map.ofEntries(
                Map.entry("intro", "text"),
                Map.entry("name", "textfield"),
                Map.entry("pupil", "select"),
                Map.entry("happened", "textarea"),
                Map.entry("employee", "radio"),
                Map.entry("where", "checklist"),
                Map.entry("when", "datetime"),
                Map.entry("day", "date"),
                Map.entry("hour", "time"),
                Map.entry("times", "number"),
                Map.entry("callMe", "checkbox"),
                Map.entry("mood", "faces"),
                Map.entry("line", "separator"),
                Map.entry("others", "list"),
                Map.entry("attachments", "file"));
        types.forEach(
                (name, type) -> assertThat(field(view, name).type()).as(name).isEqualTo(type));
    }

    @Test
    void defaultsStandThereUntilSomebodyEmptiesThem() {
        assertThat(field(forms.view(FORM, null, Typed.empty(), context()), "when")
                        .value())
                .isEqualTo("2026-11-23T13:30");
        Typed emptied = Trial.post("when", "", "when.time", "");
        assertThat(field(forms.view(FORM, null, emptied, context()), "when").value())
                .isEmpty();
    }

    @Test
    void whatWasTypedStandsThereAgain() {
        FormView view = forms.view(
                FORM,
                null,
                Trial.post(
                        "name",
                        " <script> ",
                        "where",
                        "online",
                        "when",
                        "2026-02-30",
                        "when.time",
                        "25:00",
                        "callMe",
                        "on"),
                context());
        assertThat(field(view, "name").value()).isEqualTo(" <script> ");
        assertThat(field(view, "where").choices()).extracting(Choice::chosen).containsExactly(false, true);
        assertThat(field(view, "when").value()).isEqualTo("2026-02-30T25:00");
        assertThat(field(view, "callMe").value()).isEqualTo("true");
    }

    @Test
    void theReadersLanguageFallsBackToBokmal() {
        FormContext nn = new FormContext(Locale.forLanguageTag("nn"), 1, Map.of(), Map.of());
        FormView view = forms.view(FORM, null, Typed.empty(), nn);
        assertThat(field(view, "name").label()).isEqualTo("Namn");
        assertThat(field(view, "email").label()).isEqualTo("E-post");
        assertThat(field(view, "where").choices())
                .extracting(Choice::label)
                .containsExactly("I friminuttet, du", "På nett");
        FormContext en = new FormContext(Locale.ENGLISH, 1, Map.of(), Map.of());
        assertThat(field(forms.view(FORM, null, Typed.empty(), en), "intro").label())
                .isEqualTo("Tell it in your own words.");
        assertThat(Trial.TEXTS.title("trial", Locale.ENGLISH, "?")).isEqualTo("Prøv skjemaet");
    }

    @Test
    void aLargeSchoolIsTypedIntoAndUnderstood() {
        Forms large = Trial.forms(Trial.large());
        Typed typed = Trial.complete("pupil", " áilu østby  (6a) ");
        FieldView pupil = field(large.view(FORM, null, typed, context()), "pupil");
        assertThat(pupil.type()).isEqualTo("directory");
        assertThat(pupil.value()).isEqualTo("Áilu Østby (6A)");
        assertThat(pupil.choices()).hasSize(42);
        assertThat(Trial.answers(large.check(FORM, null, typed, context())).text("pupil"))
                .isEqualTo("7");
        assertThat(Trial.answers(large.check(FORM, null, typed.with("pupil", "Mona Li"), context()))
                        .text("pupil"))
                .isEqualTo("8");
    }

    @Test
    void namesakesInAClassAreToldApart() {
        Trial.School school = new Trial.School()
                .with(3, "Ola Hansen", "6A", 2014)
                .with(4, "Ola Hansen", "6A", 2015)
                .with(6, "Eva Lie", "6A", null)
                .with(5, "Eva Lie", "6A", 2015)
                .with(9, "Ola Hansen", "6B", 2015);
        assertThat(school.entries("pupil", 1))
                .extracting(People.Entry::label)
                .containsExactly(
                        "Ola Hansen (6A), 2014",
                        "Ola Hansen (6A), 2015",
                        "Eva Lie (6A), nr. 2",
                        "Eva Lie (6A), nr. 1",
                        "Ola Hansen (6B)");
        Forms forms = Trial.forms(school);
        Typed ambiguous = Trial.complete("pupil", "Ola Hansen");
        assertThat(forms.check(FORM, null, ambiguous, context())).isInstanceOf(Check.Invalid.class);
        assertThat(Trial.answers(forms.check(FORM, null, ambiguous.with("pupil", "Ola Hansen (6A), 2015"), context()))
                        .text("pupil"))
                .isEqualTo("4");
    }

    @Test
    void attachmentsAreShownByTheirNames() {
        Typed typed = Typed.empty().with("attachments", "12|bilde.jpg", "notat.pdf");
        assertThat(field(forms.view(FORM, null, typed, context()), "attachments")
                        .files())
                .isEqualTo(List.of("bilde.jpg", "notat.pdf"));
    }
}
