package no.omtanke.stories;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** A canary of its own for every text field of every form: a word that occurs nowhere else, and says where it was planted. */
final class CanaryFlock {

    /** One text field. @param name as it is posted, with the first line of a list */
    record Field(String form, String name, boolean phone, boolean email, boolean identity) {

        @Override
        public String toString() {
            return form + ": " + name;
        }
    }

    /** All words begin with this; so do the telephone numbers with the other. */
    final String call = "kanari" + UUID.randomUUID().toString().substring(0, 6);

    final String number = "4" + ThreadLocalRandom.current().nextInt(1000, 9999);

    private final Map<String, Field> planted = new LinkedHashMap<>();
    private final Map<String, String> files = new LinkedHashMap<>();

    CanaryFlock() throws IOException {
        for (String folder : List.of("forms", "src/test/resources/forms")) {
            try (Stream<Path> forms = Files.walk(Path.of(folder))) {
                forms.filter(file -> file.toString().endsWith(".form")).sorted().forEach(this::plant);
            }
        }
    }

    /** A canary for something that is in no form, such as a file's name. */
    String word(String what) {
        return files.computeIfAbsent(what, w -> call + "f" + files.size() + "z");
    }

    /** Every text field of the form with its canary. */
    Map<String, String> in(String form) {
        Map<String, String> said = new LinkedHashMap<>();
        planted.forEach((word, field) -> {
            if (field.form().equals(form)) {
                said.put(field.name(), word);
            }
        });
        return said;
    }

    /** The fields whose canary is not in the text. */
    Set<String> silent(String text) {
        Set<String> silent = new TreeSet<>();
        planted.forEach((word, field) -> {
            if (!text.contains(word)) {
                silent.add(field.toString());
            }
        });
        return silent;
    }

    /** Where the canaries that sing in the text were planted. */
    Set<String> singing(String text) {
        String low = text.toLowerCase(java.util.Locale.ROOT);
        Set<String> singing = new TreeSet<>();
        if (low.contains(call) || text.contains(number)) {
            planted.forEach((word, field) -> {
                if (low.contains(word)) {
                    singing.add(field.toString());
                }
            });
            files.forEach((what, word) -> {
                if (low.contains(word)) {
                    singing.add(what);
                }
            });
        }
        return singing;
    }

    private void plant(Path file) {
        try {
            String form = file.getFileName().toString().replace(".form", "");
            for (Field field : fields(form, new ObjectMapper().readTree(file.toFile()), "")) {
                int nr = planted.size();
                planted.put(
                        field.identity()
                                ? number + String.format("%06d", nr)
                                : field.phone()
                                ? number + String.format("%03d", nr)
                                : call + "n" + nr + (field.email() ? "@kanari.example" : "z"),
                        field);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Field> fields(String form, JsonNode parent, String prefix) {
        List<Field> fields = new ArrayList<>();
        for (JsonNode field : parent.path("components")) {
            String type = field.path("type").asText();
            String checked = field.path("validate").path("validationType").asText();
            boolean file = field.path("properties").path("widget").asText().equals("file");
            if ((type.equals("textfield") || type.equals("textarea")) && !file) {
                fields.add(new Field(
                        form, prefix + field.path("key").asText(), checked.equals("phone"), checked.equals("email"),
                        field.path("validate").has("pattern")));
            }
            fields.addAll(fields(
                    form, field, type.equals("dynamiclist") ? field.path("path").asText() + "[0]." : prefix));
        }
        return fields;
    }
}
