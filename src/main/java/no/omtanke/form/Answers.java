package no.omtanke.form;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Checked answers by key: text (also dates, in ISO form), Boolean, BigDecimal, list of texts, list of items. Only
 * questions that were asked are here. Public because the case file stores them and pages read them again.
 */
public record Answers(String formId, Map<String, Object> values) {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    public Answers {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** The answer as text; empty when there is none. */
    public String text(String key) {
        Object value = values.get(key);
        return value == null ? "" : value instanceof BigDecimal number ? number.toPlainString() : value.toString();
    }

    public boolean bool(String key) {
        Object value = values.get(key);
        return Boolean.TRUE.equals(value) || "true".equals(value) || "yes".equals(value);
    }

    /** The chosen values of a checklist or the references of attachments; one text counts as a list of one. */
    public List<String> list(String key) {
        Object value = values.get(key);
        if (value instanceof List<?> list) {
            return list.stream()
                    .filter(String.class::isInstance)
                    .map(String.class::cast)
                    .toList();
        }
        return value == null ? List.of() : List.of(text(key));
    }

    /** The items of a repeating list. */
    @SuppressWarnings("unchecked")
    public List<Map<String, Object>> items(String key) {
        return values.get(key) instanceof List<?> list
                ? list.stream()
                        .filter(Map.class::isInstance)
                        .map(item -> (Map<String, Object>) item)
                        .toList()
                : List.of();
    }

    public String toJson() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Answers fromJson(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            return new Answers(root.path("formId").asText(), object(root.path("values")));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> object(JsonNode json) {
        Map<String, Object> object = new LinkedHashMap<>();
        json.properties().forEach(entry -> object.put(entry.getKey(), value(entry.getValue())));
        return object;
    }

    private static Object value(JsonNode json) {
        if (json.isArray()) {
            List<Object> list = new ArrayList<>();
            json.forEach(item -> list.add(value(item)));
            return List.copyOf(list);
        }
        if (json.isObject()) {
            return object(json);
        }
        return json.isBoolean() ? (Object) json.booleanValue() : json.isNumber() ? json.decimalValue() : json.asText();
    }

    /** Without content: this must never reach a log. */
    @Override
    public String toString() {
        return "Answers(" + formId + ")";
    }
}
