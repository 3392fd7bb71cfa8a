package no.omtanke.form;

import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.springframework.stereotype.Component;

/** The expressions in forms. The only place that knows the FEEL engine. */
@Component
class Feel {

    private static final Pattern WORD = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*\"|@?[\\p{L}_][\\p{L}\\p{N}_]*");

    private final FeelEngineApi engine;
    private final Map<String, ParseResult> parsed = new ConcurrentHashMap<>();

    Feel(Clock clock) {
        this.engine = FeelEngineBuilder.forJava()
                .withEnabledExternalFunctions(false)
                .withClock(() -> ZonedDateTime.now(clock))
                .build();
    }

    /** Anything but true is false: an unknown name or a missing answer never hides or allows anything. */
    boolean isTrue(String expression, Map<String, Object> variables) {
        return Boolean.TRUE.equals(value(expression, variables));
    }

    /** The result as a Java object, or null. */
    Object value(String expression, Map<String, Object> variables) {
        ParseResult result = parse(expression);
        if (!result.isSuccess()) {
            return null;
        }
        EvaluationResult evaluated = engine.evaluate(result.parsedExpression(), variables);
        return evaluated.isSuccess() ? evaluated.result() : null;
    }

    boolean parses(String expression) {
        return parse(expression).isSuccess();
    }

    private ParseResult parse(String expression) {
        return parsed.computeIfAbsent(expression, text -> engine.parseExpression(withoutEquals(text)));
    }

    private static String withoutEquals(String expression) {
        String text = expression.strip();
        return text.startsWith("=") ? text.substring(1).strip() : text;
    }

    /** Every word outside quotes: the names it mentions, besides FEEL's own words. */
    static Set<String> words(String expression) {
        Set<String> words = new LinkedHashSet<>();
        Matcher matcher = WORD.matcher(expression);
        while (matcher.find()) {
            if (!matcher.group().startsWith("\"")) {
                words.add(matcher.group());
            }
        }
        return words;
    }
}
