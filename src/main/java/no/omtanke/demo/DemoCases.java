package no.omtanke.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Reads the demo's cases. */
final class DemoCases {

    private DemoCases() {}

    static List<DemoCase> read() {
        try (var file = new ClassPathResource("demo/cases.yml").getInputStream()) {
            List<Map<String, Object>> cases = new Yaml(new SafeConstructor(new LoaderOptions())).load(file);
            return cases.stream().map(DemoCases::one).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @SuppressWarnings("unchecked")
    private static DemoCase one(Map<String, Object> said) {
        Map<String, DemoCase.DemoPupil> pupils = new LinkedHashMap<>();
        ((Map<String, Map<String, Object>>) said.getOrDefault("pupils", Map.of()))
                .forEach((name, p) ->
                        pupils.put(name, new DemoCase.DemoPupil((String) p.get("class"), (Integer) p.get("nr"))));
        List<DemoCase.DemoStep> steps = ((List<Map<String, Object>>) said.get("steps"))
                .stream().map(DemoCases::step).toList();
        boolean measuresDone = !"neglected".equals(said.get("measures"));
        return new DemoCase((String) said.get("case"), (String) said.get("school"), pupils, measuresDone, steps);
    }

    @SuppressWarnings("unchecked")
    private static DemoCase.DemoStep step(Map<String, Object> said) {
        Map<String, String> answers = new LinkedHashMap<>();
        ((Map<String, Object>) said.getOrDefault("answers", Map.of()))
                .forEach((key, value) -> answers.put(key, String.valueOf(value)));
        return new DemoCase.DemoStep(
                (Integer) said.get("ago"),
                (String) said.get("at"),
                (String) said.getOrDefault("by", "holder"),
                (String) said.get("report"),
                (String) said.getOrDefault("entrance", "open"),
                (String) said.get("task"),
                (String) said.get("pupil"),
                (String) said.get("tell"),
                Boolean.TRUE.equals(said.get("reopen")),
                answers);
    }
}
