package no.omtanke.form;

import static no.omtanke.form.Trial.FORM;
import static no.omtanke.form.Trial.answers;
import static no.omtanke.form.Trial.complete;
import static no.omtanke.form.Trial.context;
import static no.omtanke.form.Trial.invalid;
import static no.omtanke.form.Trial.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckTest {

    private final Forms forms = Trial.forms(Trial.small());

    private Check check(Typed typed) {
        return forms.check(FORM, null, typed, context());
    }

    private String problem(Typed typed, String name) {
        return invalid(check(typed)).problems().list().stream()
                .filter(problem -> problem.name().equals(name))
                .map(Problem::text)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatMustBeThereIsAskedForByDoingWords() {
        assertThat(invalid(check(post())).problems().list())
                .extracting(Problem::name, Problem::label, Problem::text, Problem::page)
                .containsExactly(
                        tuple("name", "Navn", "Skriv et svar her.", 0),
                        tuple("happened", "Hva har skjedd?", "Skriv et svar her.", 1),
                        tuple("employee", "Gjelder det en ansatt?", "Velg et svar.", 1));
    }

    @Test
    void onePageIsCheckedAlone() {
        Typed typed = post("name", "Kari");
        assertThat(answers(forms.check(FORM, 0, typed, context())).values()).containsOnlyKeys("name");
    }

    @Test
    void answersHaveTheirTypes() {
        Answers answers = answers(check(complete(
                "where",
                "break",
                "where",
                "online",
                "times",
                "3",
                "callMe",
                "true",
                "day",
                "2026-11-24",
                "when",
                "2026-11-23",
                "when.time",
                "13:30",
                "hour",
                "09:05")));
        assertThat(answers.values())
                .containsEntry("where", List.of("break", "online"))
                .containsEntry("times", new BigDecimal("3"))
                .containsEntry("callMe", true)
                .containsEntry("day", "2026-11-24")
                .containsEntry("when", "2026-11-23T13:30")
                .containsEntry("hour", "09:05")
                .doesNotContainKeys("which", "email", "others");
    }

    @Test
    void whatAppearsThroughAnAnswerIsANewQuestionAndNoMistake() {
        Typed typed = Typed.from(Trial.parameters(
                false,
                "name",
                "Kari",
                "happened",
                "Noe",
                "employee",
                "yes",
                "_shown",
                "name",
                "_shown",
                "happened",
                "_shown",
                "employee"));
        Check.Invalid outcome = invalid(check(typed));
        assertThat(outcome.onlyNewQuestions()).isTrue();
        FormView view = forms.viewWithProblems(FORM, null, typed, context(), outcome.problems());
        assertThat(view.newQuestions()).isTrue();
        assertThat(view.errors()).isEmpty();
        assertThat(Trial.field(view, "which").error()).isEqualTo("Dette vil vi gjerne vite ut fra det du svarte.");
    }

    @Test
    void aNewQuestionStaysQuietWhileSomethingElseIsToBeMended() {
        Typed typed = Typed.from(Trial.parameters(
                false,
                "name",
                "",
                "happened",
                "Noe",
                "employee",
                "yes",
                "_shown",
                "name",
                "_shown",
                "happened",
                "_shown",
                "employee"));
        Check.Invalid outcome = invalid(check(typed));
        assertThat(outcome.onlyNewQuestions()).isFalse();
        FormView view = forms.viewWithProblems(FORM, null, typed, context(), outcome.problems());
        assertThat(view.errors()).extracting(FieldView::name).containsExactly("name");
        assertThat(Trial.field(view, "which").error()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30", "30.02.2026", "i går", "2026-13-01", "0000-00-00", "1", "99999999-1-1"})
    void aDateThatDoesNotExistIsRefusedAndKept(String date) {
        Typed typed = complete("day", date);
        assertThat(problem(typed, "day")).contains("dato som finnes");
        assertThat(Trial.field(forms.view(FORM, null, typed, context()), "day").value())
                .isEqualTo(date);
    }

    @ParameterizedTest
    @CsvSource({"24.11.2026,2026-11-24", "4.1.2027,2027-01-04", "2026-11-24,2026-11-24"})
    void aDateMayBeWrittenTheNorwegianWay(String typed, String stored) {
        assertThat(answers(check(complete("day", typed))).text("day")).isEqualTo(stored);
    }

    @Test
    void aDateWithoutItsTimeIsAskedToBeCompleted() {
        assertThat(problem(complete("when", "2026-11-23"), "when")).isEqualTo("Skriv klokkeslett også.");
        assertThat(problem(complete("when.time", "13.30"), "when")).isEqualTo("Velg dato også.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"mamma", "a@b", "a@@b.no", "a b@c.no", "a@b.no,c@d.no", "<a@b.no>"})
    void aWrongEmailAddressIsRefused(String email) {
        assertThat(problem(complete("email", email), "email")).contains("navn@eksempel.no");
    }

    @ParameterizedTest
    @ValueSource(strings = {"912 34 567", "91234567", "+47 912 34 567", "+46-70-123 45 67", "0047 91234567"})
    void phoneNumbersMayBeWrittenInManyWays(String phone) {
        assertThat(answers(check(complete("phone", phone))).text("phone")).isEqualTo(phone);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ring meg", "123", "+", "12345678901234567890"})
    void whatIsNoPhoneNumberIsRefused(String phone) {
        assertThat(problem(complete("phone", phone), "phone")).contains("bare tall");
    }

    @ParameterizedTest
    @CsvSource({"tre,et tall", "1e9,et tall", "101,100 eller lavere", "-1,0 eller høyere", "'2,5',helt tall"})
    void aWrongNumberIsRefused(String number, String said) {
        assertThat(problem(complete("times", number), "times")).contains(said);
    }

    @Test
    void aChoiceThatWasNotOfferedIsRefused() {
        assertThat(problem(complete("where", "break", "where", "moon"), "where"))
                .isEqualTo("Velg et av svarene som står her.");
        assertThat(problem(complete("pupil", "999"), "pupil"))
                .isEqualTo("Vi finner ikke det du skrev. Velg fra listen.");
    }

    @Test
    void aMegabyteOfTextIsAnsweredWithASentence() {
        String megabyte = "å".repeat(1_000_000);
        Typed typed = post(
                "name",
                megabyte,
                "happened",
                megabyte,
                "times",
                megabyte,
                "day",
                megabyte,
                "pupil",
                megabyte,
                "email",
                megabyte,
                "phone",
                megabyte,
                "employee",
                megabyte,
                "hour",
                megabyte);
        assertThat(problem(typed, "happened"))
                .isEqualTo("Kort ned teksten. Den kan ha opptil 100 tegn og har 1000000 nå.");
        assertThat(Trial.field(forms.view(FORM, null, typed, context()), "happened")
                        .value())
                .isEqualTo(megabyte);
    }

    @Test
    void lengthIsCountedInCharactersNotInHalves() {
        assertThat(answers(check(complete().with("happened", "😀".repeat(100)))).text("happened"))
                .hasSize(200);
    }

    @Test
    void aRuleAcrossFieldsSpeaksBesideItsField() {
        Check check = forms.check(FORM, null, complete("plan", "no"), context(Map.of("pupilUnsafe", true)));
        assertThat(invalid(check).problems().list())
                .extracting(Problem::name, Problem::text)
                .containsExactly(tuple("plan", "Eleven skal ha en plan."));
        assertThat(check(complete("plan", "no"))).isInstanceOf(Check.Valid.class);
    }
}
