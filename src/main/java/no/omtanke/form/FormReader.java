package no.omtanke.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads Camunda Forms JSON. */
final class FormReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FormReader() {}

    static FormDefinition read(InputStream in) {
        try {
            JsonNode root = JSON.readTree(in);
            String id = root.path("id").asText();
            List<FormField> fields = new ArrayList<>();
            int groups = 0;
            for (JsonNode component : root.path("components")) {
                // A component before the first group stands on its page, one after a group on that group's page.
                boolean group = "group".equals(component.path("type").asText());
                int page = group ? groups++ : Math.max(0, groups - 1);
                fields.add(field(id, component, page));
            }
            return new FormDefinition(id, List.copyOf(fields), properties(root));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static FormField field(String form, JsonNode json, int page) {
        FieldType type = type(form, json);
        List<FormField> children = new ArrayList<>();
        json.path("components").forEach(child -> children.add(field(form, child, page)));
        return new FormField(
                key(form, json, type),
                type,
                firstText(json, type == FieldType.TEXT ? "text" : "label", "dateLabel", "timeLabel"),
                firstText(json, "description"),
                limits(json),
                options(json),
                emptyToNull(json.path("conditional").path("hide").asText()),
                properties(json),
                json.path("defaultRepetitions").asInt(1),
                List.copyOf(children),
                page);
    }

    private static FieldType type(String form, JsonNode json) {
        String name = json.path("type").asText();
        return switch (name) {
            case "text" -> FieldType.TEXT;
            case "textfield" -> FieldType.TEXTFIELD;
            case "textarea" -> FieldType.TEXTAREA;
            case "number" -> FieldType.NUMBER;
            case "datetime" ->
                switch (json.path("subtype").asText("date")) {
                    case "date" -> FieldType.DATE;
                    case "time" -> FieldType.TIME;
                    default -> FieldType.DATETIME;
                };
            case "checkbox" -> FieldType.CHECKBOX;
            case "checklist" -> FieldType.CHECKLIST;
            case "radio" -> FieldType.RADIO;
            case "select" -> FieldType.SELECT;
            case "group" -> FieldType.GROUP;
            case "dynamiclist" -> FieldType.LIST;
            case "separator" -> FieldType.SEPARATOR;
            default ->
                throw new IllegalArgumentException(
                        "Form " + form + " has a component of type \"" + name + "\", which is not supported");
        };
    }

    private static String key(String form, JsonNode json, FieldType type) {
        String key = type == FieldType.LIST ? firstText(json, "path", "key", "id") : firstText(json, "key", "id");
        if (key == null && type == FieldType.SEPARATOR) {
            return "separator";
        }
        if (key == null) {
            throw new IllegalArgumentException("Form " + form + " has a component without key and id");
        }
        return key;
    }

    private static Limits limits(JsonNode json) {
        JsonNode validate = json.path("validate");
        return new Limits(
                validate.path("required").asBoolean()
                        || json.path("properties").path("required").asBoolean(),
                integer(validate.path("minLength")),
                integer(validate.path("maxLength")),
                decimal(validate.path("min")),
                decimal(validate.path("max")),
                emptyToNull(validate.path("pattern").asText()),
                emptyToNull(validate.path("validationType").asText()),
                integer(json.path("decimalDigits")),
                json.path("disallowPassedDates").asBoolean());
    }

    private static List<Option> options(JsonNode json) {
        List<Option> options = new ArrayList<>();
        for (JsonNode option : json.path("values")) {
            options.add(new Option(
                    option.path("value").asText(), option.path("label").asText()));
        }
        return List.copyOf(options);
    }

    private static Map<String, String> properties(JsonNode json) {
        Map<String, String> properties = new LinkedHashMap<>();
        json.path("properties")
                .properties()
                .forEach(e -> properties.put(e.getKey(), e.getValue().asText()));
        return Map.copyOf(properties);
    }

    private static String firstText(JsonNode json, String... names) {
        for (String name : names) {
            String text = emptyToNull(json.path(name).asText());
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    private static String emptyToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    private static Integer integer(JsonNode json) {
        BigDecimal number = decimal(json);
        return number == null ? null : number.intValue();
    }

    private static BigDecimal decimal(JsonNode json) {
        String text = emptyToNull(json.asText());
        return json.isMissingNode() || text == null ? null : new BigDecimal(text);
    }
}
