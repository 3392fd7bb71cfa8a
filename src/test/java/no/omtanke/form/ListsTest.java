package no.omtanke.form;

import static no.omtanke.form.Trial.FORM;
import static no.omtanke.form.Trial.answers;
import static no.omtanke.form.Trial.complete;
import static no.omtanke.form.Trial.context;
import static no.omtanke.form.Trial.invalid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListsTest {

    private final Forms forms = Trial.forms(Trial.small());

    @Test
    void emptyItemsAreNoAnswersEvenWithADateFilledInFromTheStart() {
        Typed typed = complete("others[0].other", "", "others[0].seen", "2026-11-20", "others[1].other", "");
        assertThat(answers(forms.check(FORM, null, typed, context())).values()).doesNotContainKey("others");
    }

    @Test
    void aHalfFilledItemSaysWhatIsMissingInItsOwnPlace() {
        Typed typed = complete("others[0].other", "", "others[1].other", "7", "_shown", "others[1].role");
        assertThat(invalid(forms.check(FORM, null, typed, context())).problems().list())
                .extracting(Problem::name)
                .containsExactly("others[1].role");
    }

    @Test
    void fiftyItemsAreEnough() {
        List<String> many = new ArrayList<>();
        for (int i = 0; i < 51; i++) {
            many.addAll(List.of("others[" + i + "].other", "7", "others[" + i + "].role", "witness"));
        }
        Check check = forms.check(FORM, null, complete(many.toArray(String[]::new)), context());
        assertThat(invalid(check).problems().list())
                .extracting(Problem::name, Problem::text)
                .containsExactly(tuple("others", "Fjern noen. Det er plass til 50."));
    }

    @Test
    void theFirstTimeAListHasAnItemToFillIn() {
        FieldView others = Trial.field(forms.view(FORM, null, Typed.empty(), context()), "others");
        assertThat(others.items()).hasSize(1);
        assertThat(others.addLabel()).isEqualTo("Legg til en elev");
        assertThat(others.items().get(0).fields())
                .extracting(FieldView::name, FieldView::id, FieldView::value)
                .contains(tuple("others[0].seen", "f-others-0-seen", "2026-11-23"));
    }
}
