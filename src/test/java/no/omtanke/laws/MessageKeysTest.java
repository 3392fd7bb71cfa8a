package no.omtanke.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every word stands in all three languages, and every word that is asked for is there. */
class MessageKeysTest {

    private static final List<String> LANGUAGES = List.of("nb", "nn", "en");
    private static final Path BUNDLES = Path.of("src/main/resources/messages");
    private static final Pattern KEY = Pattern.compile("#\\{([\\w.-]+)(?:\\(|})");

    @Test
    void every_bundle_has_the_same_keys_in_all_languages_and_no_empty_text() throws IOException {
        Map<String, TreeSet<String>> keys = new TreeMap<>();
        for (Path file : files(BUNDLES, ".properties")) {
            String[] name = file.getFileName().toString().replace(".properties", "").split("_");
            assertThat(LANGUAGES).as(file.toString()).contains(name[1]);
            Properties texts = texts(file);
            texts.forEach((key, text) ->
                    assertThat(text.toString()).as("%s: %s", file, key).isNotBlank());
            keys.put(name[0] + "_" + name[1], new TreeSet<>(texts.stringPropertyNames()));
        }
        for (String bundle : keys.keySet().stream().map(k -> k.split("_")[0]).distinct().toList()) {
            for (String language : LANGUAGES) {
                assertThat(keys.get(bundle + "_" + language))
                        .as("%s in %s", bundle, language)
                        .isEqualTo(keys.get(bundle + "_nb"));
            }
        }
    }

    @Test
    void no_key_stands_in_two_bundles_and_templates_ask_for_keys_that_exist() throws IOException {
        TreeMap<String, String> where = new TreeMap<>();
        for (Path file : files(BUNDLES, "_nb.properties")) {
            for (String key : texts(file).stringPropertyNames()) {
                assertThat(where.put(key, file.getFileName().toString()))
                        .as(key)
                        .isNull();
            }
        }
        TreeSet<String> unknown = new TreeSet<>();
        for (Path template : templates()) {
            var asked = KEY.matcher(Files.readString(template));
            while (asked.find()) {
                if (!where.containsKey(asked.group(1))) {
                    unknown.add(template.getFileName() + ": " + asked.group(1));
                }
            }
        }
        assertThat(unknown).isEmpty();
    }

    /** Codes in Java that become keys: the kinds of mail. */
    @Test
    void every_kind_of_mail_has_a_subject_and_a_text() throws IOException {
        var known = texts(BUNDLES.resolve("mail_nb.properties")).stringPropertyNames();
        var kind = Pattern.compile("(?s)(?:\\bsend|toGroup|toReporter|later|reporterLink\\.mail|link\\.mail)\\(([^;{]*?)\\);");
        var code = Pattern.compile("\"([a-z]+(?:-[a-z]+)*)\"");
        TreeSet<String> unknown = new TreeSet<>();
        for (Path source : files(Path.of("src/main/java/no/omtanke/concern"), ".java")) {
            var call = kind.matcher(Files.readString(source));
            while (call.find()) {
                var word = code.matcher(call.group(1));
                while (word.find()) {
                    boolean isKind = known.contains("mail." + word.group(1) + ".subject")
                            && known.contains("mail." + word.group(1) + ".text");
                    if (!isKind) {
                        unknown.add(source.getFileName() + ": " + word.group(1));
                    }
                }
            }
        }
        assertThat(unknown).as("words in calls that send mail, which are no kind of mail").isEmpty();
    }

    /** What happens in a case is told on the case's page and in its history. */
    @Test
    void every_kind_of_event_has_words() throws IOException {
        var page = texts(BUNDLES.resolve("worklist_nb.properties")).stringPropertyNames();
        var history = texts(BUNDLES.resolve("history_nb.properties")).stringPropertyNames();
        var kind = Pattern.compile("\\bevent\\((?:[^\"();]|\\([^()]*\\))*\"([a-z]+(?:-[a-z]+)*)\"(?:\\s*:\\s*\"([a-z-]+)\")?");
        TreeSet<String> known = new TreeSet<>();
        for (String module : List.of("casefile", "process", "concern", "plan", "involvement", "dossier", "intervention", "leave", "escalation", "decision", "support", "absence")) {
            for (Path source : files(Path.of("src/main/java/no/omtanke", module), ".java")) {
                var call = kind.matcher(Files.readString(source));
                while (call.find()) {
                    known.add(call.group(1));
                    known.add(call.group(2) == null ? call.group(1) : call.group(2));
                }
            }
        }
        assertThat(known).contains("opened", "plan-approved", "measure-handed-over", "family-wrote");
        assertThat(known).allSatisfy(code -> {
            assertThat(page).contains("worklist.event." + code);
            // In a history the task's own line says that it was done.
            assertThat(code.equals("task-completed") || history.contains("history.event." + code)).as(code).isTrue();
        });
    }

    @Test
    void texts_beside_forms_stand_in_nynorsk_and_english_alike() throws IOException {
        for (Path file : files(Path.of("forms"), "texts_nn.properties")) {
            TreeSet<String> nn = new TreeSet<>(texts(file).stringPropertyNames());
            TreeSet<String> en = new TreeSet<>(
                    texts(file.resolveSibling("texts_en.properties")).stringPropertyNames());
            assertThat(nn).as(file.toString()).isEqualTo(en);
            assertThat(nn).containsAll(texts(file.resolveSibling("texts_nb.properties")).stringPropertyNames());
        }
    }

    /** What people read on a screen, and what is printed. */
    static List<Path> templates() throws IOException {
        return Stream.of("templates", "letters")
                .flatMap(folder -> {
                    try {
                        return files(Path.of("src/main/resources", folder), ".html").stream();
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .toList();
    }

    static List<Path> files(Path folder, String end) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(f -> f.toString().endsWith(end)).sorted().toList();
        }
    }

    private static Properties texts(Path file) throws IOException {
        Properties texts = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            texts.load(in);
        }
        return texts;
    }
}
