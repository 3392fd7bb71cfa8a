package no.omtanke.process;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.omtanke.access.Reader;

/**
 * Where a tab's tasks are found: each arm walks an index in the list's own order and stops when it has enough, so that a page costs the
 * same however many tasks are open. What two arms find is shown once. Every arm asks the policy of each row.
 *
 * <p>How far an arm walks and how many it brings stand in the statement as numbers, not as parameters: the database plans such a statement
 * once for all readers, and must know then that it stops early. (Planning it anew takes longer than running it.) {@code offset 0} keeps
 * walking and asking apart: the database would otherwise reckon with few rows that fit, and read and sort them all.
 */
final class TaskArms {

    /** Soonest due first; among those the oldest. */
    private static final String ORDER = "due_at, created_at, task_id";

    /** Last done first. */
    private static final String DONE_ORDER = "ended_at desc, task_id";

    /**
     * What each row must fulfil.
     *
     * @param task of {@code task_row t} alone; empty or ending in "and"
     * @param due the same of {@code task_audience a}
     * @param policy whether the reader may see case and task, and what else is asked of the case
     * @param walk how far an arm walks
     * @param reach how many rows it brings
     */
    record Conditions(String task, String due, String policy, int walk, int reach) {}

    /** @param found the rows; @param cut whether an arm has more than it walked */
    record Arms(String found, String cut) {

        Arms and(Arms other) {
            return new Arms(found + " union all " + other.found, cut + " or " + other.cut);
        }
    }

    // Somebody else has it, or it waits for others.
    private static final String WAITING = "t.assignee is distinct from :readerId and not (t.assignee is null and exists"
            + " (select 1 from task_audience x where x.task_id = t.task_id and x.audience = any(:audiences))) and ";

    private TaskArms() {}

    static String order(TaskTab tab) {
        return tab == TaskTab.DONE ? DONE_ORDER : ORDER;
    }

    static Arms of(Reader reader, TaskTab tab, Conditions asked) {
        return switch (tab) {
            case NOW ->
                addressed(
                        "(t.assignee is null or t.assignee = :readerId or t.raised_to = any(:audiences)"
                                + " or w.audience = 'person:' || :readerId) and ",
                        asked);
            case UNASSIGNED -> addressed("t.assignee is null and ", asked);
            case MINE -> rows("t.state = 'open' and t.assignee = :readerId", asked, "", ORDER);
            case DONE -> rows("t.state = 'done' and t.ended_by = :readerId", asked, "", DONE_ORDER);
            case WAITING -> taking(asked).and(led(reader, asked, WAITING));
        };
    }

    /** Open tasks at the schools that the reader leads or owns. */
    static Arms led(Reader reader, Conditions asked) {
        return led(reader, asked, "");
    }

    private static Arms addressed(String condition, Conditions asked) {
        String walk = "select a.* from task_audience a where " + asked.due() + " a.audience = m.audience order by "
                + sorted("a", ORDER);
        String found =
                """
                (select z.* from unnest(:audiences::text[]) m(audience) cross join lateral (
                   select y.* from (%s limit %d) w cross join lateral (
                     select t.*, c.reference from task_row t join case_file c on c.id = t.case_id
                     where t.task_id = w.task_id and t.state = 'open' and %s %s %s offset 0) y
                   order by %s limit %d) z)
                """
                        .formatted(
                                walk, asked.walk(), condition, asked.task(), asked.policy(), sorted("w", ORDER), asked.reach());
        return new Arms(
                found,
                "exists (select 1 from unnest(:audiences::text[]) m(audience) cross join lateral (" + walk
                        + " offset " + asked.walk() + " limit 1) x)");
    }

    // Who works in a case is found by person; there is no order in it.
    private static Arms taking(Conditions asked) {
        String cases = "select p.case_id from case_participant p where p.person_id = :readerId and p.until is null";
        String found =
                """
                (select t.*, c.reference from (%s limit %d) w
                 join task_row t on t.case_id = w.case_id join case_file c on c.id = t.case_id
                 where t.state = 'open' and %s %s %s)
                """
                        .formatted(cases, asked.walk(), asked.task(), WAITING, asked.policy());
        return new Arms(found, "exists (" + cases + " offset " + asked.walk() + " limit 1)");
    }

    private static Arms led(Reader reader, Conditions asked, String condition) {
        Arms one = rows("t.state = 'open' and t.school_id = s.id", asked, condition, ORDER);
        String each = "from unnest(:leads::int[]) s(id) cross join lateral ";
        Arms schools = new Arms(
                "(select y.* " + each + one.found() + " y)", "exists (select 1 " + each + "(select " + one.cut() + " as far) y where y.far)");
        return reader.in("school-owner")
                ? schools.and(rows("t.state = 'open'", asked, "c.owner_sees and " + condition, ORDER))
                : schools;
    }

    private static Arms rows(String walked, Conditions asked, String condition, String order) {
        String walk = "select t.* from task_row t where " + asked.task() + walked + " order by " + sorted("t", order);
        String found =
                """
                (select t.*, o.reference from (%s limit %d) t cross join lateral (
                   select c.reference from case_file c where c.id = t.case_id and %s %s offset 0) o
                 order by %s limit %d)
                """
                        .formatted(walk, asked.walk(), condition, asked.policy(), sorted("t", order), asked.reach());
        return new Arms(found, "exists (" + walk + " offset " + asked.walk() + " limit 1)");
    }

    private static String sorted(String of, String order) {
        return Stream.of(order.split(", ")).map(column -> of + "." + column).collect(Collectors.joining(", "));
    }
}
