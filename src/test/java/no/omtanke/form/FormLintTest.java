package no.omtanke.form;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** Every form in {@code forms/} can be shown, checked and read in three languages. */
class FormLintTest {

    private final FormCatalog catalog = new FormCatalog();
    private final FormLint lint = new FormLint(Trial.FEEL);

    @TestFactory
    Stream<DynamicTest> aFormKeepsToWhatIsSupported() {
        return catalog.ids().stream()
                .map(id -> DynamicTest.dynamicTest(
                        id, () -> assertThat(lint.form(catalog.form(id))).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> aFormHasItsTextsInAllLanguages() {
        return catalog.ids().stream()
                .map(id -> DynamicTest.dynamicTest(
                        id, () -> assertThat(lint.texts(catalog.form(id))).isEmpty()));
    }

    @Test
    void noTextIsLeftOverFromAQuestionThatIsGone() throws IOException {
        assertThat(lint.leftovers(catalog.ids().stream().map(catalog::form).toList(), tasks()))
                .isEmpty();
    }

    /** Every user task of every model: some share the form of another and have only their words of their own. */
    private static Set<String> tasks() throws IOException {
        Set<String> tasks = new TreeSet<>();
        Pattern task = Pattern.compile("<bpmn:userTask id=\"([a-z-]+)\"");
        for (Resource model : new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/**/*.bpmn")) {
            Matcher found = task.matcher(model.getContentAsString(StandardCharsets.UTF_8));
            while (found.find()) {
                tasks.add(found.group(1));
            }
        }
        return tasks;
    }

    @TestFactory
    Stream<DynamicTest> aFormOpensInTheCamundaModeler() throws IOException {
        Resource[] files = new PathMatchingResourcePatternResolver().getResources("classpath*:forms/**/*.form");
        return Stream.of(files)
                .map(file -> DynamicTest.dynamicTest(file.getFilename(), () -> {
                    try (InputStream in = file.getInputStream()) {
                        JsonNode root = new ObjectMapper().readTree(in);
                        assertThat(root.path("id").asText() + ".form").isEqualTo(file.getFilename());
                        assertThat(root.path("type").asText()).isEqualTo("default");
                        assertThat(root.path("schemaVersion").asInt()).isBetween(1, 16);
                        assertThat(root.path("executionPlatform").asText()).isEqualTo("Camunda Platform");
                        assertThat(root.path("executionPlatformVersion").asText())
                                .isEqualTo("7.24.0");
                        assertThat(root.findValuesAsText("id")).doesNotHaveDuplicates();
                    }
                }));
    }

    @TestFactory
    Stream<DynamicTest> aFormCanBeShownInEveryLanguage() {
        Forms forms = new Forms(Trial.FEEL, Trial.small(), new FormTexts(), new ErrorTexts(), Trial.CLOCK);
        return catalog.ids().stream().map(id -> DynamicTest.dynamicTest(id, () -> {
            for (String language : List.of("nb", "nn", "en")) {
                FormContext context = new FormContext(Locale.forLanguageTag(language), 1, Map.of(), Map.of());
                FormDefinition form = catalog.form(id);
                assertThat(forms.view(form, null, Typed.empty(), context).fields())
                        .isNotEmpty();
                assertThat(forms.check(form, null, Typed.empty(), context)).isInstanceOf(Check.Invalid.class);
            }
        }));
    }

    @Test
    void ourOwnSentencesStandInAllLanguages() {
        Texts texts = new ErrorTexts().texts();
        for (String language : List.of("nn", "en")) {
            assertThat(new TreeSet<>(texts.all(language).keySet()))
                    .as(language)
                    .isEqualTo(new TreeSet<>(texts.all("nb").keySet()));
        }
    }

    @Test
    void aWrongFormIsFound() {
        FormDefinition wrong = FormReader.read(getClass().getResourceAsStream("/no/omtanke/form/wrong/wrong.form"));
        assertThat(lint.form(wrong))
                .containsExactly(
                        "Twice: two components have this key",
                        "Twice: the key is not camelCase",
                        "Twice: has no label",
                        "Twice: has no options",
                        "Twice: hide mentions nobody, which is neither a question of this form nor a fact",
                        "Twice: sets the fact mood, which is not on the list",
                        "Twice: two components have this key",
                        "Twice: the key is not camelCase",
                        "Twice: hide is no FEEL expression");
    }
}
