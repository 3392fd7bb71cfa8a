package no.omtanke.process;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import no.omtanke.access.CasePolicy;
import no.omtanke.access.Reader;
import no.omtanke.access.Visible;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The task list's questions. Public because staff's doors ask them. Every one starts from the cases that the reader may see, so
 * totals know nothing of the others.
 */
@Service
@Transactional(readOnly = true)
public class TaskQueries {

    private static final String NAMES =
            """
            (select string_agg(p.given_name || ' ' || p.family_name, ', ' order by p.family_name, p.given_name)
               from case_party a join person p on p.id = a.person_id
              where a.case_id = t.case_id and a.role = 'affected' and a.removed_at is null
                and (a.id = t.pupil or t.measure is null
                     and exists (select 1 from case_file c where c.id = t.case_id and %s)))
            """;

    // So many tasks of a tab are counted; beyond that the page says that there are more.
    private static final int LOOK = 100;
    private static final int FAR = Integer.MAX_VALUE;

    private final JdbcClient jdbc;
    private final CasePolicy policy;
    private final TaskRows rows;
    private final Clock clock;

    TaskQueries(JdbcClient jdbc, CasePolicy policy, TaskRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.rows = rows;
        this.clock = clock;
    }

    /** One page of the list. */
    public List<ListedTask> list(Reader reader, TaskFilter filter, int limit, int offset) {
        plannedOnce();
        Map<String, Object> params = new HashMap<>();
        String found = once(arms(reader, filter, params, FAR, offset + limit), filter.tab());
        return jdbc.sql("select t.*, " + names(reader) + " as pupils,"
                        + " (select h.given_name || ' ' || h.family_name from person h where h.id = t.assignee) as holder,"
                        + " (select string_agg(distinct k.name, ', ') from case_party a join enrolment e on e.pupil_id = a.person_id"
                        + "    and e.to_date is null join school_class k on k.id = e.class_id"
                        + "   where a.case_id = t.case_id and a.role = 'affected' and a.removed_at is null"
                        + "     and exists (select 1 from case_file c where c.id = t.case_id and " + aboutPupil(reader) + ")) as class_name,"
                        + " (select p.given_name || ' ' || p.family_name from case_party b join person p on p.id = b.person_id"
                        + "   where b.id = t.pupil) as about"
                        + " from (" + found + " limit " + limit + " offset " + offset + ") t order by " + TaskArms.order(filter.tab()))
                .params(params)
                .query((row, n) -> new ListedTask(
                        TaskRows.row(row, n),
                        row.getString("reference"),
                        Optional.ofNullable(row.getString("pupils")).orElse(""),
                        Optional.ofNullable(row.getString("class_name")).orElse(""),
                        row.getString("holder"),
                        row.getString("about")))
                .list();
    }

    /** Looks at the head of the tab, narrowed by the search only: what its filters are counted from. */
    public TasksSeen look(Reader reader, TaskTab tab, String search) {
        TaskFilter whole = new TaskFilter(tab, null, false, null, null, search);
        // Who searches finds little, wherever it lies.
        Map<String, Object> params = new HashMap<>();
        TaskArms.Arms arms = arms(reader, whole, params, search == null ? LOOK : FAR, LOOK + 1);
        List<TasksSeen.Glance> tasks = new ArrayList<>();
        AtomicBoolean cut = new AtomicBoolean();
        plannedOnce();
        jdbc.sql("select f.*, k.cut from (select " + arms.cut() + " as cut) k left join (" + once(arms, tab)
                        + " limit " + (LOOK + 1) + ") f on true")
                .params(params)
                .query(row -> {
                    cut.set(row.getBoolean("cut"));
                    if (row.getString("task_id") != null) {
                        tasks.add(new TasksSeen.Glance(
                                row.getString("task_key"),
                                row.getInt("school_id"),
                                row.getBoolean("serious"),
                                Optional.ofNullable(row.getTimestamp("due_at")).map(Timestamp::toInstant).orElse(null)));
                    }
                });
        boolean all = !cut.get() && tasks.size() <= LOOK;
        return new TasksSeen(tasks.stream().limit(LOOK).toList(), all, due -> dueBefore(due).toInstant());
    }

    /** The earliest deadline of an open task in each of the cases; the caller knows that they may be seen. */
    public Map<UUID, Instant> nextDue(Collection<UUID> cases) {
        return jdbc
                .sql("select case_id, min(due_at) from task_row where state = 'open' and due_at is not null"
                        + " and case_id = any(:cases) group by case_id")
                .param("cases", cases.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(
                        row.getObject(1, UUID.class), row.getTimestamp(2).toInstant()))
                .list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Whom the open task is addressed to now. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<String> audiences(String taskId) {
        return rows.audiences(taskId);
    }

    /** One task's row, whoever asks: what it shows of the case comes through the gate. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<TaskRow> task(String taskId) {
        return rows.find(taskId);
    }

    /** Whether the open task is addressed to the reader: as its holder, one of its group, or a level it was raised to. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public boolean addressedTo(Reader reader, String taskId) {
        return rows.audiences(taskId).stream().anyMatch(reader::in);
    }

    /** Every task of the case, oldest first; the caller has passed the gate. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<TaskRow> ofCase(UUID caseId) {
        return rows.ofCase(caseId);
    }

    /** Open tasks past their deadline at the schools that the reader leads. */
    public TasksSeen.Count overdueLed(Reader reader) {
        plannedOnce();
        Visible visible = policy.visible(reader);
        TaskArms.Arms arms = TaskArms.led(
                reader, new TaskArms.Conditions("t.due_at < :now and ", "", visible.condition(), LOOK, LOOK));
        return jdbc.sql("select count(distinct task_id) as found, (select " + arms.cut() + ") as cut from (" + arms.found() + ") f")
                .params(visible.params())
                .param("now", OffsetDateTime.now(clock))
                .query((row, n) -> new TasksSeen.Count(row.getInt("found"), row.getBoolean("cut")))
                .single();
    }

    // Who has to do with one pupil of a case reads that pupil's name, not the others'.
    private String names(Reader reader) {
        return NAMES.formatted(aboutPupil(reader));
    }

    private String aboutPupil(Reader reader) {
        return policy.visibleAbout(reader, "a.id").condition();
    }

    // For whoever asks and whatever they filter by, these statements walk the same indexes: to the end of the transaction they are not
    // planned anew, which takes several times as long as running them.
    private void plannedOnce() {
        jdbc.sql("set local plan_cache_mode = force_generic_plan").update();
    }

    private TaskArms.Arms arms(Reader reader, TaskFilter filter, Map<String, Object> params, int walk, int reach) {
        params.put("audiences", reader.audiences().toArray(String[]::new));
        return TaskArms.of(reader, filter.tab(), conditions(reader, filter, params, walk, reach));
    }

    // Each task once, in the list's order.
    private static String once(TaskArms.Arms arms, TaskTab tab) {
        String order = TaskArms.order(tab);
        return "select distinct on (" + order.replace(" desc", "") + ") * from (" + arms.found() + ") f order by " + order;
    }

    private TaskArms.Conditions conditions(
            Reader reader, TaskFilter filter, Map<String, Object> params, int walk, int reach) {
        Visible visible = policy.visibleTasks(reader);
        params.putAll(visible.params());
        params.putAll(policy.visibleAbout(reader, "a.id").params());
        StringBuilder task = new StringBuilder();
        if (filter.school() != null) {
            task.append("t.school_id = :school and ");
            params.put("school", filter.school());
        }
        if (filter.serious()) {
            task.append("t.serious and ");
        }
        if (filter.task() != null) {
            task.append("t.task_key = :task and ");
            params.put("task", filter.task());
        }
        if (filter.due() != null) {
            task.append("t.due_at < :dueBefore and ");
            params.put("dueBefore", dueBefore(filter.due()));
        }
        StringBuilder policed = new StringBuilder(visible.condition());
        if (filter.search() != null && !filter.search().isBlank()) {
            policed.append(" and (c.reference ilike :search or ").append(names(reader)).append(" ilike :search)");
            params.put("search", "%" + filter.search().strip().replaceAll("([%_\\\\])", "\\\\$1") + "%");
        }
        String due = filter.due() == null ? "" : "a.due_at < :dueBefore and";
        return new TaskArms.Conditions(task.toString(), due, policed.toString(), walk, reach);
    }

    private OffsetDateTime dueBefore(String due) {
        OffsetDateTime tonight =
                LocalDate.now(clock).atTime(LocalTime.MAX).atZone(clock.getZone()).toOffsetDateTime();
        return switch (due) {
            case "late" -> OffsetDateTime.now(clock);
            case "today" -> tonight;
            default -> tonight.plusDays(7);
        };
    }
}
