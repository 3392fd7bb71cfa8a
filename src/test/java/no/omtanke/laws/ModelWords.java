package no.omtanke.laws;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import no.omtanke.process.CallableFromModel;
import no.omtanke.process.Fact;
import org.camunda.bpm.model.xml.instance.DomElement;
import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;

/** Reads the expressions of a model word by word: a misspelt bean, method or fact is found here, not in a running case. */
final class ModelWords {

    private static final Pattern EXPRESSION = Pattern.compile("[$#]\\{([^}]*)}");
    private static final Pattern CALL = Pattern.compile("\\b([a-zA-Z]\\w*)\\.([a-zA-Z]\\w*)(\\(?)");
    private static final Pattern WORD = Pattern.compile("(?<![\\w.])([a-zA-Z]\\w*)(?![\\w(.])");
    private static final Set<String> LANGUAGE = Set.of("null", "true", "false", "empty", "and", "or", "not", "eq", "ne");

    private final ApplicationContext beans;

    ModelWords(ApplicationContext beans) {
        this.beans = beans;
    }

    static Stream<DomElement> all(DomElement element) {
        return Stream.concat(Stream.of(element), element.getChildElements().stream().flatMap(ModelWords::all));
    }

    static List<String> expressions(DomElement root) {
        List<String> found = new ArrayList<>();
        all(root).forEach(element -> {
            List<String> places = new ArrayList<>();
            if (element.getChildElements().isEmpty()) {
                places.add(element.getTextContent());
            }
            for (String attribute : List.of(
                    "expression", "assignee", "candidateGroups", "dueDate", "followUpDate", "collection", "businessKey",
                    "sourceExpression", "source")) {
                places.add(element.getAttribute(attribute));
                places.add(element.getAttribute("http://camunda.org/schema/1.0/bpmn", attribute));
            }
            places.stream().filter(p -> p != null).forEach(place -> {
                Matcher expression = EXPRESSION.matcher(place);
                while (expression.find()) {
                    found.add(expression.group(1));
                }
            });
        });
        return found;
    }

    /** What the expression names and nobody knows. */
    List<String> unknown(String expression) {
        String bare = expression.replaceAll("'[^']*'|\"[^\"]*\"", "0");
        List<String> unknown = new ArrayList<>();
        Matcher call = CALL.matcher(bare);
        while (call.find()) {
            boolean known = !call.group(3).isEmpty()
                    && beans.containsBean(call.group(1))
                    && methods(call.group(1)).anyMatch(m -> m.getName().equals(call.group(2))
                            && m.getParameterCount() == arguments(bare, call.end()));
            if (!known) {
                unknown.add("no such call: " + expression);
            }
        }
        Matcher word = WORD.matcher(bare);
        while (word.find()) {
            if (!LANGUAGE.contains(word.group(1)) && Fact.of(word.group(1)).isEmpty()) {
                unknown.add("no such fact: " + word.group(1) + " in " + expression);
            }
        }
        return unknown;
    }

    private Stream<Method> methods(String bean) {
        Class<?> type = AopUtils.getTargetClass(beans.getBean(bean));
        return type.isAnnotationPresent(CallableFromModel.class)
                ? Arrays.stream(type.getDeclaredMethods()).filter(m -> java.lang.reflect.Modifier.isPublic(m.getModifiers()))
                : Stream.empty();
    }

    /** How many arguments stand in the brackets that begin before the position. */
    private static int arguments(String text, int from) {
        int depth = 1;
        int commas = 0;
        boolean something = false;
        for (int i = from; i < text.length() && depth > 0; i++) {
            char sign = text.charAt(i);
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            commas += sign == ',' && depth == 1 ? 1 : 0;
            something |= depth > 0 && !Character.isWhitespace(sign);
        }
        return something ? commas + 1 : 0;
    }
}
