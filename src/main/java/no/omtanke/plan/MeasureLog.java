package no.omtanke.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Entry;
import no.omtanke.form.Answers;
import no.omtanke.plan.LogLine.Result;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was done of a measure, day by day. */
@Component
class MeasureLog {

    private final JdbcClient jdbc;
    private final CaseFiles cases;
    private final Clock clock;

    MeasureLog(JdbcClient jdbc, CaseFiles cases, Clock clock) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.clock = clock;
    }

    void write(UUID measure, LocalDate day, Result result, Long by, UUID entry) {
        jdbc.sql("insert into measure_log (measure_id, day, result, by_person, at, entry) values (?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(measure, day, result.code(), by, OffsetDateTime.now(clock), entry))
                .update();
    }

    /** Without the words, oldest first. */
    List<LogLine> of(UUID measure) {
        return jdbc.sql("select * from measure_log where measure_id = ? order by day, id")
                .param(measure)
                .query((row, n) -> line(row, Map.of()))
                .list();
    }

    /** All lines of a plan with the words, by measure. */
    Map<UUID, List<LogLine>> ofPlan(UUID plan, UUID caseId) {
        Map<UUID, Entry> words = cases.entries(caseId, "do-measure").stream()
                .collect(Collectors.toMap(Entry::id, Function.identity()));
        return jdbc.sql(
                        """
                        select l.* from measure_log l join plan_measure m on m.id = l.measure_id
                        where m.plan_id = ? order by l.day, l.id
                        """)
                .param(plan)
                .query((row, n) -> line(row, words))
                .list()
                .stream()
                .collect(Collectors.groupingBy(LogLine::measure));
    }

    /** The leader is asked about what happened so far: the next time counts from here. */
    void leaderAsked(UUID measure) {
        jdbc.sql("update measure_log set asked_leader = true where measure_id = ?").param(measure).update();
    }

    private static LogLine line(ResultSet row, Map<UUID, Entry> words) throws SQLException {
        UUID id = row.getObject("entry", UUID.class);
        Entry entry = id == null ? null : words.get(id);
        Answers said = entry == null ? new Answers("do-measure", Map.of()) : Answers.fromJson(entry.json());
        return new LogLine(
                row.getObject("measure_id", UUID.class),
                row.getObject("day", LocalDate.class),
                Result.of(row.getString("result")),
                row.getObject("by_person", Long.class),
                row.getTimestamp("at").toInstant(),
                row.getBoolean("asked_leader"),
                said.text("whyNot"),
                said.text("effect"),
                id);
    }
}
