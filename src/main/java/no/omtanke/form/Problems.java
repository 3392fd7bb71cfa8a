package no.omtanke.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What keeps a form from being sent, in the form's order; public because a door may add its own (a refused file). */
public record Problems(List<Problem> list) {

    public Problems {
        list = List.copyOf(list);
    }

    public static Problems none() {
        return new Problems(List.of());
    }

    public Problems with(Problem problem) {
        List<Problem> more = new ArrayList<>(list);
        more.add(problem);
        return new Problems(more);
    }

    public boolean isEmpty() {
        return list.isEmpty();
    }

    public boolean onlyNewQuestions() {
        return !list.isEmpty() && list.stream().allMatch(Problem::newQuestion);
    }

    /** What stands beside the field: a new question stays quiet while there are real mistakes to look at. */
    Optional<String> beside(String name) {
        boolean calm = onlyNewQuestions();
        return list.stream()
                .filter(problem -> problem.name().equals(name) && (calm || !problem.newQuestion()))
                .map(Problem::text)
                .findFirst();
    }
}
