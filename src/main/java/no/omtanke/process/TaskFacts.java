package no.omtanke.process;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The facts that a task's form may refer to, asked in one question; the engine's own service asks eight. */
@Component
class TaskFacts {

    // What stands nearest to the task counts: a pupil's branch has its own pupil.
    private static final String NEAREST =
            """
            with recursive place as (
                select e.id_, e.parent_id_, 0 as distance
                from public.act_ru_execution e join public.act_ru_task t on t.execution_id_ = e.id_ where t.id_ = ?
                union all
                select e.id_, e.parent_id_, distance + 1 from public.act_ru_execution e join place on e.id_ = place.parent_id_)
            select distinct on (v.name_) v.name_, v.type_, v.text_, v.long_
            from place join public.act_ru_variable v on v.execution_id_ = place.id_ and v.task_id_ is null
            order by v.name_, distance
            """;

    private final JdbcClient jdbc;

    TaskFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nothing when the task has ended. */
    Map<String, Object> of(String taskId) {
        Map<String, Object> facts = new HashMap<>();
        jdbc.sql(NEAREST).param(taskId).query(row -> {
            if (Fact.of(row.getString("name_")).isPresent()) {
                facts.put(row.getString("name_"), value(row));
            }
        });
        return facts;
    }

    private static Object value(ResultSet row) throws SQLException {
        return switch (row.getString("type_")) {
            case "string" -> row.getString("text_");
            case "boolean" -> row.getLong("long_") == 1;
            case "integer" -> row.getInt("long_");
            default -> null;
        };
    }
}
