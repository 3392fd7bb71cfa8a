package no.omtanke.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the threat model says is shown by a test, is shown by a test that is there. */
class ThreatModelTest {

    private static final Path PAGE = Path.of("docs", "threat-model.md");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+(?:Test|Stories))(?:\\.(\\w+))?`");
    private static final int SHOWN_BY = 4;

    @Test
    void every_row_names_its_test_and_every_named_test_is_there() throws IOException {
        Map<String, String> tests = sources();
        List<String> wrong = new ArrayList<>();
        List<String> rows = Files.readAllLines(PAGE).stream()
                .filter(l -> l.startsWith("| ") && !l.startsWith("| who |") && !l.startsWith("| what they have |"))
                .toList();
        for (String row : rows) {
            Matcher named = NAMED.matcher(row.split("\\|", -1)[SHOWN_BY]);
            int found = 0;
            while (named.find()) {
                found++;
                String source = tests.get(named.group(1));
                if (source == null || named.group(2) != null && !source.contains(" " + named.group(2) + "(")) {
                    wrong.add("not there: " + named.group());
                }
            }
            if (found == 0) {
                wrong.add("no test: " + row);
            }
        }
        assertThat(rows).hasSizeGreaterThan(40);
        assertThat(wrong).isEmpty();
    }

    private static Map<String, String> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            return files.filter(f -> f.toString().endsWith(".java"))
                    .collect(Collectors.toMap(
                            f -> f.getFileName().toString().replace(".java", ""), ThreatModelTest::read, (a, b) -> a + b));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
