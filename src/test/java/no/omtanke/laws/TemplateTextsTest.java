package no.omtanke.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.attoparser.MarkupParser;
import org.attoparser.ParseException;
import org.attoparser.config.ParseConfiguration;
import org.attoparser.simple.AbstractSimpleMarkupHandler;
import org.attoparser.simple.SimplifierMarkupHandler;
import org.junit.jupiter.api.Test;

/** What a reader reads comes from the message bundles; a template's own words are only there to be replaced. */
class TemplateTextsTest {

    /** Names that are the same in every language, and languages named in themselves. */
    private static final Set<String> SAME_EVERYWHERE = Set.of("Omtanke", "Bokmål", "Nynorsk", "English");

    private static final Set<String> REPLACE = Set.of("th:text", "th:utext", "th:replace", "th:remove");
    private static final List<String> SPOKEN = List.of("title", "alt", "placeholder", "aria-label", "aria-description");

    @Test
    void templates_have_no_words_of_their_own() throws IOException, ParseException {
        List<String> literal = new ArrayList<>();
        MarkupParser parser = new MarkupParser(ParseConfiguration.htmlConfiguration());
        for (Path template : MessageKeysTest.templates()) {
            var words = new OwnWords(template.getFileName().toString(), literal);
            parser.parse(Files.readString(template), new SimplifierMarkupHandler(words));
        }
        assertThat(literal).isEmpty();
    }

    /** What people write is shown as text: nothing of theirs may become markup, script or an expression. */
    @Test
    void templates_and_letters_never_take_words_for_markup() throws IOException {
        List<Path> all = new ArrayList<>(MessageKeysTest.templates());
        try (var letters = Files.walk(Path.of("src/main/resources/letters"))) {
            letters.filter(f -> f.toString().endsWith(".html")).forEach(all::add);
        }
        List<String> wrong = new ArrayList<>();
        for (Path template : all) {
            String text = Files.readString(template);
            for (String way : List.of("utext", "[(", "th:inline", "__${", "th:on", "style=\"", "<style", " onclick", "javascript:", "#httpServlet", "T(")) {
                // A letter brings its own style; only the demo's own page asks Java for a zone.
                boolean own = way.contains("style") && template.toString().contains("letters")
                        || way.equals("T(") && template.toString().contains("demo");
                if (text.contains(way) && !own) {
                    wrong.add(template.getFileName() + " " + way);
                }
            }
            for (String script : text.split("<script", -1)) {
                if (!script.equals(text.split("<script", -1)[0]) && !script.matches("(?s) th:src=\"@\\{/[^$]*\"[^>]*></script>.*")) {
                    wrong.add(template.getFileName() + " <script" + script.lines().findFirst().orElse(""));
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static final class OwnWords extends AbstractSimpleMarkupHandler {

        private final String template;
        private final List<String> found;
        private final Deque<Boolean> replaced = new ArrayDeque<>();

        OwnWords(String template, List<String> found) {
            this.template = template;
            this.found = found;
        }

        @Override
        public void handleOpenElement(String name, Map<String, String> attributes, int line, int col) {
            replaced.push(inside() || attributes != null && attributes.keySet().stream().anyMatch(REPLACE::contains)
                    || name.equals("script")
                    || name.equals("style"));
            attributes(attributes, line);
        }

        @Override
        public void handleStandaloneElement(
                String name, Map<String, String> attributes, boolean minimized, int line, int col) {
            attributes(attributes, line);
        }

        @Override
        public void handleAutoOpenElement(String name, Map<String, String> attributes, int line, int col) {
            replaced.push(inside());
        }

        @Override
        public void handleCloseElement(String name, int line, int col) {
            replaced.pop();
        }

        @Override
        public void handleAutoCloseElement(String name, int line, int col) {
            replaced.pop();
        }

        @Override
        public void handleText(char[] buffer, int offset, int len, int line, int col) {
            String text = new String(buffer, offset, len).replaceAll("\\[\\[.*?]]", "").strip();
            if (!inside() && words(text)) {
                found.add(template + ":" + line + " " + text);
            }
        }

        private void attributes(Map<String, String> attributes, int line) {
            if (attributes == null) {
                return;
            }
            SPOKEN.stream()
                    .filter(a -> attributes.containsKey(a) && !attributes.containsKey("th:" + a))
                    .filter(a -> words(attributes.get(a)))
                    .forEach(a -> found.add(template + ":" + line + " " + a + "=" + attributes.get(a)));
        }

        private boolean inside() {
            return !replaced.isEmpty() && replaced.peek();
        }

        private static boolean words(String text) {
            return text.matches("(?s).*\\p{L}{2,}.*") && !SAME_EVERYWHERE.contains(text) && !text.matches("&\\w+;");
        }
    }
}
