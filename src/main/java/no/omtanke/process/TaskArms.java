package no.omtanke.process;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.omtanke.access.Reader;

/**
 * Where a tab's tasks are found: each arm walks an index in the list's own order and stops when it has enough, so that a page costs the
 * same however many tasks are open. What two arms find is shown once. Every arm asks the policy of each row.
 */
final class TaskArms {

    /** Soonest due first; among those the oldest. */
    static final String ORDER = "due_at, created_at, task_id";

    /** Last done first. */
    static final String DONE_ORDER = "ended_at desc, task_id";

    private static final String ADDRESSED =
            "exists (select 1 from task_audience x where x.task_id = t.task_id and x.audience = any(:audiences))";

    // Somebody else has it, or it waits for others.
    private static final String WAITING = "t.state = 'open' and t.assignee is distinct from :readerId"
            + " and not (t.assignee is null and " + ADDRESSED + ")";

    private TaskArms() {}

    static String order(TaskTab tab) {
        return tab == TaskTab.DONE ? DONE_ORDER : ORDER;
    }

    /** @param conditions what each row must fulfil, the policy's condition first */
    static String of(Reader reader, TaskFilter filter, String conditions) {
        return switch (filter.tab()) {
            case NOW ->
                addressed(
                        filter, "(t.assignee is null or t.assignee = :readerId or t.raised_to = any(:audiences)"
                                + " or a.audience = 'person:' || :readerId) and " + conditions);
            case UNASSIGNED -> addressed(filter, "t.assignee is null and " + conditions);
            case MINE -> "(" + rows("t.state = 'open' and t.assignee = :readerId and " + conditions, ORDER) + ")";
            case DONE -> "(" + rows("t.state = 'done' and t.ended_by = :readerId and " + conditions, DONE_ORDER) + ")";
            case WAITING -> inCasesOf(reader, WAITING + " and " + conditions);
        };
    }

    /** Open tasks at the schools that the reader leads or owns. */
    static String led(Reader reader, String conditions) {
        return schools(reader, "t.state = 'open' and " + conditions).collect(Collectors.joining(" union all "));
    }

    private static String addressed(TaskFilter filter, String conditions) {
        String due = filter.due() == null ? "" : "a.due_at < :dueBefore and ";
        return """
                (select y.* from unnest(:audiences::text[]) m(audience) cross join lateral (
                   select t.*, c.reference from task_audience a join task_row t on t.task_id = a.task_id
                   join case_file c on c.id = t.case_id
                   where a.audience = m.audience and t.state = 'open' and %s
                   order by a.due_at, a.created_at, a.task_id limit :reach) y)
                """
                .formatted(due + conditions);
    }

    private static String inCasesOf(Reader reader, String conditions) {
        // Who works in a case is found by person; there is no order in it, so no more than so many cases are looked into.
        String taking = """
                (select t.*, c.reference from
                   (select p.case_id from case_participant p where p.person_id = :readerId and p.until is null limit :cases) w
                 join task_row t on t.case_id = w.case_id join case_file c on c.id = t.case_id where %s)
                """
                .formatted(conditions);
        return Stream.concat(Stream.of(taking), schools(reader, conditions)).collect(Collectors.joining(" union all "));
    }

    private static Stream<String> schools(Reader reader, String conditions) {
        String led = """
                (select y.* from unnest(:leads::int[]) s(id) cross join lateral (
                   %s) y)
                """
                .formatted(rows("t.school_id = s.id and " + conditions, ORDER));
        String owned = "(" + rows("c.owner_sees and " + conditions, ORDER) + ")";
        return reader.in("school-owner") ? Stream.of(led, owned) : Stream.of(led);
    }

    private static String rows(String conditions, String order) {
        String sorted = List.of(order.split(", ")).stream().map(column -> "t." + column).collect(Collectors.joining(", "));
        return "select t.*, c.reference from task_row t join case_file c on c.id = t.case_id where " + conditions
                + " order by " + sorted + " limit :reach";
    }
}
