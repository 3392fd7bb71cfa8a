package no.omtanke.process;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.omtanke.access.CasePolicy;
import no.omtanke.access.Reader;
import no.omtanke.access.Visible;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
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
                and (t.measure is null or a.id = t.pupil))
            """;

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
        Map<String, Object> params = new HashMap<>();
        String where = where(reader, filter, params);
        params.put("limit", limit);
        params.put("offset", offset);
        String order = filter.tab() == TaskTab.DONE ? "t.ended_at desc" : "t.due_at nulls last, t.created_at";
        return jdbc.sql("select t.*, c.reference, " + NAMES + " as pupils,"
                        + " (select h.given_name || ' ' || h.family_name from person h where h.id = t.assignee) as holder,"
                        + " (select string_agg(distinct k.name, ', ') from case_party a join enrolment e on e.pupil_id = a.person_id"
                        + "    and e.to_date is null join school_class k on k.id = e.class_id"
                        + "   where a.case_id = t.case_id and a.role = 'affected' and a.removed_at is null) as class_name,"
                        + " (select p.given_name || ' ' || p.family_name from case_party b join person p on p.id = b.person_id"
                        + "   where b.id = t.pupil) as about"
                        + where + " order by " + order + ", t.task_id limit :limit offset :offset")
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

    /** How many the list has. */
    public int count(Reader reader, TaskFilter filter) {
        Map<String, Object> params = new HashMap<>();
        String where = where(reader, filter, params);
        return jdbc.sql("select count(*)" + where).params(params).query(Integer.class).single();
    }

    /** How many the list has of each task, by the task's key. */
    public Map<String, Integer> perTask(Reader reader, TaskFilter filter) {
        return grouped(reader, filter, "t.task_key").query((row, n) -> Map.entry(row.getString(1), row.getInt(2)))
                .list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** How many the list has at each school. */
    public Map<Integer, Integer> perSchool(Reader reader, TaskFilter filter) {
        return grouped(reader, filter, "t.school_id").query((row, n) -> Map.entry(row.getInt(1), row.getInt(2)))
                .list().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private JdbcClient.StatementSpec grouped(Reader reader, TaskFilter filter, String column) {
        Map<String, Object> params = new HashMap<>();
        String where = where(reader, filter, params);
        return jdbc.sql("select " + column + ", count(*)" + where + " group by 1").params(params);
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
    public List<String> audiences(String taskId) {
        return rows.audiences(taskId);
    }

    /** One task's row, whoever asks: what it shows of the case comes through the gate. */
    public Optional<TaskRow> task(String taskId) {
        return rows.find(taskId);
    }

    /** Whether the open task is addressed to the reader: as its holder, one of its group, or a level it was raised to. */
    public boolean addressedTo(Reader reader, String taskId) {
        return rows.audiences(taskId).stream().anyMatch(reader::in);
    }

    /** Every task of the case, oldest first; the caller has passed the gate. */
    public List<TaskRow> ofCase(UUID caseId) {
        return rows.ofCase(caseId);
    }

    /** Open tasks past their deadline at the schools that the reader leads. */
    public int overdueLed(Reader reader) {
        Visible visible = policy.visible(reader);
        return jdbc.sql(
                        """
                        select count(*) from task_row t join case_file c on c.id = t.case_id
                        where t.state = 'open' and t.due_at < :now and (c.school_id = any(:leads) or :owner) and
                        """
                                + visible.condition())
                .params(visible.params())
                .param("now", OffsetDateTime.now(clock))
                .query(Integer.class)
                .single();
    }

    private String where(Reader reader, TaskFilter filter, Map<String, Object> params) {
        Visible visible = policy.visibleTasks(reader);
        params.putAll(visible.params());
        params.put("audiences", reader.audiences().toArray(String[]::new));
        StringBuilder sql = new StringBuilder(" from task_row t join case_file c on c.id = t.case_id where ")
                .append(tab(filter.tab()))
                .append(" and ")
                .append(visible.condition());
        if (filter.school() != null) {
            sql.append(" and t.school_id = :school");
            params.put("school", filter.school());
        }
        if (filter.serious()) {
            sql.append(" and t.serious");
        }
        if (filter.task() != null) {
            sql.append(" and t.task_key = :task");
            params.put("task", filter.task());
        }
        if (filter.due() != null) {
            OffsetDateTime now = OffsetDateTime.now(clock);
            OffsetDateTime tonight = LocalDate.now(clock)
                    .atTime(LocalTime.MAX)
                    .atZone(clock.getZone())
                    .toOffsetDateTime();
            sql.append(" and t.due_at < :dueBefore");
            params.put(
                    "dueBefore",
                    switch (filter.due()) {
                        case "late" -> now;
                        case "today" -> tonight;
                        default -> tonight.plusDays(7);
                    });
        }
        if (filter.search() != null && !filter.search().isBlank()) {
            sql.append(" and (c.reference ilike :search or ").append(NAMES).append(" ilike :search)");
            params.put("search", "%" + filter.search().strip().replaceAll("([%_\\\\])", "\\\\$1") + "%");
        }
        return sql.toString();
    }

    private static String tab(TaskTab tab) {
        String addressed = "exists (select 1 from task_audience a where a.task_id = t.task_id and a.audience = any(:audiences))";
        return switch (tab) {
            case NOW -> "t.state = 'open' and " + addressed
                    + " and (t.assignee is null or t.assignee = :readerId or t.raised_to = any(:audiences)"
                    + " or exists (select 1 from task_audience w where w.task_id = t.task_id and w.audience = 'person:' || :readerId))";
            case MINE -> "t.state = 'open' and t.assignee = :readerId";
            case UNASSIGNED -> "t.state = 'open' and t.assignee is null and " + addressed;
            case WAITING -> "t.state = 'open' and t.assignee is distinct from :readerId and not (t.assignee is null and "
                    + addressed + ")";
            case DONE -> "t.state = 'done' and t.ended_by = :readerId";
        };
    }
}
