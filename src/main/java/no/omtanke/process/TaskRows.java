package no.omtanke.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.omtanke.casefile.TransactionMemory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads and writes the task list's rows. */
@Component
class TaskRows {

    private static final String DONE = "done";

    private final JdbcClient jdbc;
    private final TransactionMemory memory;
    private final TaskFacts facts;

    TaskRows(JdbcClient jdbc, TransactionMemory memory, TaskFacts facts) {
        this.jdbc = jdbc;
        this.facts = facts;
        this.memory = memory;
    }

    void insert(TaskRow row, String processInstanceId, Collection<String> audiences) {
        jdbc.sql(
                        """
                        with fresh as (
                            insert into task_row (task_id, case_id, process_instance_id, process_key, task_key, form_id,
                                school_id, pupil, measure, involvement, for_body, assignee, serious, family_step, created_at, due_at, state, ended_at,
                                ended_by)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning *)
                        insert into task_audience (task_id, audience, due_at, created_at)
                        select task_id, a, due_at, created_at from fresh, unnest(?::text[]) a where state = 'open'
                        """)
                .params(java.util.Arrays.asList(
                        row.taskId(),
                        row.caseId(),
                        processInstanceId,
                        row.processKey(),
                        row.taskKey(),
                        row.formId(),
                        row.schoolId(),
                        row.pupil(),
                        row.measure(),
                        row.involvement(),
                        row.forBody(),
                        row.assignee(),
                        row.serious(),
                        row.familyStep(),
                        Timestamp.from(row.createdAt()),
                        timestamp(row.dueAt()),
                        row.state(),
                        timestamp(row.endedAt()),
                        row.endedBy(),
                        audiences.toArray(String[]::new)))
                .update();
    }

    void change(String taskId, Long assignee, Instant due, Collection<String> audiences) {
        jdbc.sql("update task_row set assignee = ?, due_at = ? where task_id = ? and state = 'open'")
                .params(java.util.Arrays.asList(assignee, timestamp(due), taskId))
                .update();
        // What a missed deadline raised stays raised.
        jdbc.sql(
                        """
                        delete from task_audience a using task_row t
                        where a.task_id = ? and t.task_id = a.task_id and a.audience is distinct from t.raised_to
                        """)
                .param(taskId)
                .update();
        address(taskId, audiences, due);
    }

    void end(String taskId, String state, Instant at, Long by) {
        memory.forget(DONE);
        jdbc.sql(
                        """
                        with gone as (delete from task_audience where task_id = ?)
                        update task_row set state = ?, ended_at = ?, ended_by = ? where task_id = ? and state = 'open'
                        """)
                .params(java.util.Arrays.asList(taskId, state, timestamp(at), by, taskId))
                .update();
    }

    void raise(String taskId, String audience, Instant at) {
        TaskRow row = find(taskId).orElseThrow();
        jdbc.sql("update task_row set raised_to = ?, raised_at = ? where task_id = ?")
                .params(audience, Timestamp.from(at), taskId)
                .update();
        address(taskId, List.of(audience), row.dueAt());
    }

    /** What was raised to one level is raised to another from now on. */
    void raisedInstead(String taskId, String from, String to) {
        jdbc.sql("update task_row set raised_to = ? where task_id = ? and raised_to = ?")
                .params(to, taskId, from)
                .update();
        withdraw(taskId, from);
        address(taskId, List.of(to), find(taskId).orElseThrow().dueAt());
    }

    /** Locks the row until the transaction ends: of two people sending one form, the second waits and is told. */
    Optional<TaskRow> lock(String taskId) {
        return jdbc.sql("select * from task_row where task_id = ? for update")
                .param(taskId)
                .query(TaskRows::row)
                .optional();
    }

    /** Locks every open task of the case: what ends them all comes before whoever does one of them, or after. */
    void lockOpen(UUID caseId) {
        jdbc.sql("select task_id from task_row where case_id = ? and state = 'open' order by task_id for update")
                .param(caseId)
                .query(String.class)
                .list();
    }

    Optional<TaskRow> find(String taskId) {
        return jdbc.sql("select * from task_row where task_id = ?")
                .param(taskId)
                .query(TaskRows::row)
                .optional();
    }

    List<TaskRow> ofCase(UUID caseId) {
        return jdbc.sql("select * from task_row where case_id = ? order by created_at, task_id")
                .param(caseId)
                .query(TaskRows::row)
                .list();
    }

    /** The case's tasks that somebody completed. Each new deadline asks for them. */
    List<TaskRow> doneIn(UUID caseId) {
        return memory.recall(
                DONE, caseId, () -> ofCase(caseId).stream().filter(row -> row.state().equals("done")).toList());
    }

    /** @param about the pupil, the measure, the involvement, the request or the order that the task is about; empty for any */
    List<TaskRow> openFor(UUID caseId, String duty, String about) {
        return ofCase(caseId).stream()
                .filter(TaskRow::open)
                .filter(row -> row.taskKey().equals(duty))
                .filter(row -> about == null || about.isEmpty() || isAbout(row, UUID.fromString(about)))
                .toList();
    }

    // Requests, orders, parties of a decision and appeals stand in no column of the row: only where the task runs.
    private boolean isAbout(TaskRow row, UUID thing) {
        if (thing.equals(row.pupil()) || thing.equals(row.measure()) || thing.equals(row.involvement())) {
            return true;
        }
        Map<String, Object> known = facts.of(row.taskId());
        return Stream.of(Fact.REQUEST, Fact.ORDER, Fact.DECISION_PARTY, Fact.APPEAL, Fact.ABSENCE_MEASURE).anyMatch(fact -> thing.toString().equals(known.get(fact.variable())));
    }

    List<String> audiences(String taskId) {
        return jdbc.sql("select audience from task_audience where task_id = ? order by audience")
                .param(taskId)
                .query(String.class)
                .list();
    }

    /** Whether an open task of the case, which somebody else has, is addressed to the person. */
    boolean invites(UUID caseId, long person) {
        return jdbc.sql(
                        """
                        select exists (select 1 from task_audience a join task_row t on t.task_id = a.task_id
                            where t.case_id = ? and t.state = 'open' and a.audience = ? and t.assignee is distinct from ?)
                        """)
                .params(caseId, "person:" + person, person)
                .query(Boolean.class)
                .single();
    }

    void classify(UUID caseId, boolean serious) {
        jdbc.sql("update task_row set serious = ? where case_id = ? and state = 'open'")
                .params(serious, caseId)
                .update();
    }

    void clear() {
        memory.forget(DONE);
        jdbc.sql("delete from task_row").update();
    }

    /** The task is no longer addressed to them. */
    void withdraw(String taskId, String audience) {
        jdbc.sql("delete from task_audience where task_id = ? and audience = ?")
                .params(taskId, audience)
                .update();
    }

    void address(String taskId, Collection<String> audiences, Instant due) {
        jdbc.sql(
                        """
                        insert into task_audience (task_id, audience, due_at, created_at)
                        select distinct t.task_id, a, cast(? as timestamptz), t.created_at
                        from task_row t, unnest(array_append(?::text[], t.raised_to)) a where t.task_id = ? and a is not null
                        on conflict (audience, task_id) do update set due_at = excluded.due_at
                        """)
                .params(java.util.Arrays.asList(timestamp(due), audiences.toArray(String[]::new), taskId))
                .update();
    }

    static TaskRow row(ResultSet row, int n) throws SQLException {
        return new TaskRow(
                row.getString("task_id"),
                row.getObject("case_id", UUID.class),
                row.getString("process_key"),
                row.getString("task_key"),
                row.getString("form_id"),
                row.getInt("school_id"),
                row.getObject("pupil", UUID.class),
                row.getObject("measure", UUID.class),
                row.getObject("involvement", UUID.class),
                row.getBoolean("for_body"),
                row.getObject("assignee", Long.class),
                row.getBoolean("serious"),
                row.getObject("family_step", Integer.class),
                row.getTimestamp("created_at").toInstant(),
                instant(row.getTimestamp("due_at")),
                row.getString("state"),
                instant(row.getTimestamp("ended_at")),
                row.getObject("ended_by", Long.class),
                row.getString("raised_to"));
    }

    private static Instant instant(Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static Timestamp timestamp(Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
