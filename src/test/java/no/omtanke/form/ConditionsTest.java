package no.omtanke.form;

import static no.omtanke.form.Trial.FORM;
import static no.omtanke.form.Trial.answers;
import static no.omtanke.form.Trial.complete;
import static no.omtanke.form.Trial.context;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ConditionsTest {

    private final Forms forms = Trial.forms(Trial.small());

    @Test
    void aHiddenQuestionIsNeitherShownNorAnsweredButItsTextIsKept() {
        Typed typed = complete("which", "Læreren");
        assertThat(Trial.shows(forms.view(FORM, null, typed, context()), "which"))
                .isFalse();
        assertThat(answers(forms.check(FORM, null, typed, context())).values()).doesNotContainKey("which");
        assertThat(Trial.field(forms.view(FORM, null, typed.with("employee", "yes"), context()), "which")
                        .value())
                .isEqualTo("Læreren");
    }

    @Test
    void aQuestionHangingOnAHiddenQuestionIsHiddenToo() {
        Typed typed = complete("which", "Læreren", "howSure", "yes");
        assertThat(answers(forms.check(FORM, null, typed, context())).values()).doesNotContainKeys("which", "howSure");
        assertThat(answers(forms.check(FORM, null, typed.with("employee", "yes"), context()))
                        .values())
                .containsKeys("which", "howSure");
    }

    @Test
    void aConditionInAListLooksAtItsOwnItem() {
        Typed typed = complete(
                "others[0].other",
                "7",
                "others[0].role",
                "witness",
                "others[0].saw",
                "Alt",
                "others[1].other",
                "8",
                "others[1].role",
                "involved",
                "others[1].saw",
                "Ikke spurt");
        Answers answers = answers(forms.check(FORM, null, typed, context()));
        assertThat(answers.items("others"))
                .containsExactly(
                        Map.of("other", "7", "role", "witness", "saw", "Alt"),
                        Map.of("other", "8", "role", "involved"));
    }

    @Test
    void aQuestionThatAConditionReadsAsksToBeShownAnew() {
        FormView view = forms.view(FORM, null, Typed.empty(), context());
        assertThat(Trial.field(view, "employee").refresh()).isTrue();
        assertThat(Trial.field(view, "name").refresh()).isFalse();
    }

    @Test
    void anythingButTrueIsFalse() {
        assertThat(Trial.FEEL.isTrue("=nobody > 3", Map.of())).isFalse();
        assertThat(Trial.FEEL.isTrue("=\"true\"", Map.of())).isFalse();
        assertThat(Trial.FEEL.isTrue("=1 +", Map.of())).isFalse();
        assertThat(Trial.FEEL.isTrue("= date(\"2026-11-23\") = today()", Map.of()))
                .isTrue();
    }

    @Property(tries = 100)
    void nothingHiddenIsEverAmongTheAnswers(
            @ForAll @StringLength(max = 20) String employee,
            @ForAll @StringLength(max = 20) String which,
            @ForAll @StringLength(max = 5) String sure) {
        Typed typed = complete().with("employee", employee).with("which", which).with("howSure", sure);
        FormView view = forms.view(FORM, null, typed, context());
        if (forms.check(FORM, null, typed, context()) instanceof Check.Valid valid) {
            assertThat(valid.answers().values().keySet()).allMatch(key -> Trial.shows(view, key));
        }
    }
}
