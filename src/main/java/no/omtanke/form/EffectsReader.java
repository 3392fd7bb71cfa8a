package no.omtanke.form;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what answers mean for the case. */
final class EffectsReader {

    private final Feel feel;

    EffectsReader(Feel feel) {
        this.feel = feel;
    }

    Effects read(FormDefinition form, Answers answers, Map<String, Object> facts) {
        return new Effects(
                facts(form, answers, facts),
                parties(form.fields(), answers.values()),
                keepBack(form, answers),
                FormField.asking(form.fields())
                        .map(field -> field.property("passTo"))
                        .filter(role -> role != null)
                        .findFirst()
                        .orElse(null),
                FormField.asking(form.fields())
                        .filter(field -> "true".equals(field.property("story")))
                        .map(field -> answers.text(field.key()))
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse(null));
    }

    private boolean keepBack(FormDefinition form, Answers answers) {
        Map<String, Object> scope = new HashMap<>();
        FormField.asking(form.fields()).forEach(field -> scope.put(field.key(), null));
        scope.putAll(answers.values());
        return FormField.asking(form.fields())
                .map(field -> field.property("keepBack"))
                .anyMatch(rule -> rule != null && Boolean.TRUE.equals(feel.value(rule, scope)));
    }

    /** A given value is worked out whether or not its question was asked; a plain answer counts only when it was. */
    private Map<String, Object> facts(FormDefinition form, Answers answers, Map<String, Object> known) {
        Map<String, Object> scope = new HashMap<>(known);
        FormField.asking(form.fields()).forEach(field -> scope.putIfAbsent(field.key(), null));
        scope.putAll(answers.values());
        Map<String, Object> facts = new LinkedHashMap<>();
        FormField.asking(form.fields())
                .filter(field -> field.property("fact") != null)
                .forEach(field -> {
                    String given = field.property("factValue");
                    Object value = given == null ? answers.values().get(field.key()) : feel.value(given, scope);
                    if (value != null) {
                        facts.put(field.property("fact"), CaseFacts.value(field.property("fact"), value));
                    }
                });
        return facts;
    }

    @SuppressWarnings("unchecked")
    private static List<PartyChoice> parties(List<FormField> fields, Map<String, Object> answers) {
        List<PartyChoice> parties = new ArrayList<>();
        FormField.asking(fields).forEach(field -> {
            Object answer = answers.get(field.key());
            if (field.type() == FieldType.LIST && answer instanceof List<?> items) {
                items.forEach(item -> parties.addAll(parties(field.children(), (Map<String, Object>) item)));
            } else if (answer != null) {
                String role = field.property("partyFrom") == null
                        ? field.property("party")
                        : (String) answers.get(field.property("partyFrom"));
                List<?> people = answer instanceof List<?> list ? list : List.of(answer);
                people.stream()
                        .map(String::valueOf)
                        .filter(id -> role != null && id.matches("\\d{1,18}"))
                        .map(id -> new PartyChoice(Long.parseLong(id), role))
                        .filter(party -> !parties.contains(party))
                        .forEach(parties::add);
            }
        });
        return parties;
    }
}
