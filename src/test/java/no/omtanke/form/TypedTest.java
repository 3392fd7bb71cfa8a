package no.omtanke.form;

import static no.omtanke.form.Trial.FORM;
import static no.omtanke.form.Trial.parameters;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TypedTest {

    private final Forms forms = Trial.forms(Trial.small());

    @Test
    void onePagesPostReplacesOnlyThatPage() {
        Typed first = Typed.from(parameters(false, "name", "Kari", "happened", "Noe", "_shown", "name"));
        Typed later = Typed.from(parameters(false, "name", "Ola", "happened", "Forfalsket", "_shown", "name"));
        Typed merged = first.merge(later, FORM.fields(0));
        assertThat(merged.text("name")).isEqualTo("Ola");
        assertThat(merged.text("happened")).isEqualTo("Noe");
    }

    @Test
    void aTickThatIsTakenAwayIsGone() {
        Typed before = Typed.from(parameters(false, "callMe", "true", "where", "break", "where", "online"));
        Typed later = Typed.from(parameters(false, "where", "online", "_shown", "callMe", "_shown", "where"));
        Typed merged = before.merge(later, FORM.fields(1));
        assertThat(merged.values("callMe")).isEmpty();
        assertThat(merged.values("where")).containsExactly("online");
    }

    @Test
    void whatDidNotStandOnThePageKeepsItsText() {
        Typed before = Typed.from(parameters(false, "which", "Læreren", "_shown", "which"));
        Typed later = Typed.from(parameters(false, "employee", "no", "_shown", "employee"));
        Typed merged = before.merge(later, FORM.fields(1));
        assertThat(merged.text("which")).isEqualTo("Læreren");
        assertThat(merged.shown("which")).isFalse();
    }

    @Test
    void aBrowserCannotClaimAnAttachment() {
        Typed before = Typed.empty().with("attachments", "1|bilde.jpg");
        Typed later = Typed.from(parameters(false, "attachments", "2|andres.jpg", "_shown", "attachments"));
        assertThat(before.merge(later, FORM.fields(2)).values("attachments")).containsExactly("1|bilde.jpg");
    }

    @Test
    void tokensAndButtonsAreNotPartOfWhatWasTyped() {
        Typed typed = Typed.from(parameters(false, "_csrf", "x", "action", "send", "name", "Kari"));
        assertThat(typed.values()).containsOnlyKeys("name");
    }

    @Test
    void lettersAndEmojiStayAndWhatCannotBeStoredGoes() {
        Typed typed =
                Typed.from(Map.of("name", new String[] {" A\u030Aslaug\u0000 čáŋđ 👩‍👧 \uD83D x\r\ny\u0007 "}));
        assertThat(typed.text("name")).isEqualTo("Åslaug čáŋđ 👩‍👧  x\ny");
    }

    @Test
    void itemsAreAddedAndRemovedInTheirPlace() {
        Typed typed = Typed.from(parameters(
                false,
                "others[0].other",
                "7",
                "others[1].other",
                "8",
                "others[1].role",
                "witness",
                "_shown",
                "others"));
        Typed more = forms.edit(FORM, typed, "add:others");
        assertThat(more.items("others")).isEqualTo(3);
        Typed fewer = forms.edit(FORM, more, "remove:others:0");
        assertThat(fewer.items("others")).isEqualTo(2);
        assertThat(fewer.text("others[0].other")).isEqualTo("8");
        assertThat(fewer.text("others[0].role")).isEqualTo("witness");
        Typed none = forms.edit(FORM, forms.edit(FORM, fewer, "remove:others:0"), "remove:others:0");
        assertThat(Trial.field(forms.view(FORM, null, none, Trial.context()), "others")
                        .items())
                .isEmpty();
    }

    @Test
    void addingToAListThatNobodyTouchedKeepsItsFirstEmptyItem() {
        Typed more = forms.edit(FORM, Typed.empty(), "add:others");
        assertThat(Trial.field(forms.view(FORM, null, more, Trial.context()), "others")
                        .items())
                .hasSize(2);
    }

    @Test
    void nonsenseActionsChangeNothing() {
        Typed typed = Typed.empty().with("name", "Kari");
        for (String action :
                List.of("", "add", "add:name", "add:nothing", "remove:others", "remove:others:x", "send:others:0")) {
            assertThat(forms.edit(FORM, typed, action)).isEqualTo(typed);
        }
        assertThat(forms.edit(FORM, typed, null)).isEqualTo(typed);
    }

    @Test
    void anAbsurdItemNumberMakesNoAbsurdList() {
        Typed typed = Typed.from(
                Map.of("others[999999].other", new String[] {"7"}, "others[99999999999].other", new String[] {"8"}));
        assertThat(typed.items("others")).isEqualTo(1);
        assertThat(typed.text("others[0].other")).isEqualTo("7");
    }

    @Property(tries = 300)
    void whateverWasTypedSurvivesBeingKept(@ForAll String name, @ForAll List<String> texts) {
        Typed typed = Typed.from(Map.of("k" + name, texts.toArray(String[]::new), "_shown", new String[] {name}));
        assertThat(Typed.fromJson(typed.toJson())).isEqualTo(typed);
        assertThat(typed.toString()).doesNotContain("k" + name + "x");
    }
}
