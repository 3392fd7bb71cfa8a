package no.omtanke.form;

import static no.omtanke.form.Trial.FORM;
import static no.omtanke.form.Trial.answers;
import static no.omtanke.form.Trial.complete;
import static no.omtanke.form.Trial.context;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EffectsTest {

    private final Forms forms = Trial.forms(Trial.small());

    private Effects effects(Map<String, Object> facts, String... more) {
        Answers answers = answers(forms.check(FORM, null, complete(more), context()));
        return forms.effects(FORM, answers, context(facts));
    }

    @Test
    void anAnswerBecomesTheFactItIsNamedAfter() {
        assertThat(effects(Map.of()).facts()).containsEntry("serious", false);
    }

    @Test
    void aFactCanBeWorkedOutFromAnswersAndFacts() {
        assertThat(effects(Map.of(), "mood", "1").facts()).containsEntry("pupilUnsafe", true);
        assertThat(effects(Map.of(), "mood", "5").facts()).containsEntry("pupilUnsafe", false);
        assertThat(effects(Map.of("pupilUnsafe", true), "mood", "5").facts()).containsEntry("pupilUnsafe", true);
    }

    @Test
    void chosenPeopleBecomePartiesWithTheirRoles() {
        Effects effects = effects(
                Map.of(),
                "pupil",
                "7",
                "others[0].other",
                "8",
                "others[0].role",
                "witness",
                "others[1].other",
                "7",
                "others[1].role",
                "involved");
        assertThat(effects.parties())
                .containsExactly(
                        new PartyChoice(7, "affected"), new PartyChoice(8, "witness"), new PartyChoice(7, "involved"));
    }
}
