package no.omtanke.process;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What was seen at the head of a tab, soonest due first: enough to count what a person can work through. Public because the task list
 * counts by it.
 *
 * @param all whether the tab has no more than was looked at
 */
public record TasksSeen(List<Glance> tasks, boolean all, Function<String, Instant> dueBefore) {

    /** One task, as far as it is counted. Public as a part of what was seen. */
    public record Glance(String task, int school, boolean serious, Instant due) {}

    /** How many there are; with {@code more}, at least so many. Public as the answer. */
    public record Count(int number, boolean more) {}

    /** How many of these the filter leaves, whatever its tab and search say. */
    public Count count(TaskFilter filter) {
        return count(glance -> fits(glance, filter));
    }

    /** How many each value has among those that the filter leaves. */
    public <K> java.util.Map<K, Count> per(Function<Glance, K> what, TaskFilter filter) {
        return tasks.stream()
                .filter(glance -> fits(glance, filter))
                .collect(Collectors.groupingBy(
                        what, Collectors.collectingAndThen(Collectors.counting(), n -> new Count(n.intValue(), !all))));
    }

    private Count count(Predicate<Glance> counted) {
        return new Count((int) tasks.stream().filter(counted).count(), !all);
    }

    private boolean fits(Glance glance, TaskFilter filter) {
        return (filter.school() == null || filter.school() == glance.school())
                && (!filter.serious() || glance.serious())
                && (filter.task() == null || filter.task().equals(glance.task()))
                && (filter.due() == null
                        || glance.due() != null && glance.due().isBefore(dueBefore.apply(filter.due())));
    }
}
