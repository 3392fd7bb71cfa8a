package no.omtanke.history;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.omtanke.access.CasePolicy;
import no.omtanke.access.Reader;
import no.omtanke.access.Visible;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds cases by their outside and their deadlines; starts from what the reader may see. */
@Component
@Transactional(readOnly = true)
class HistoryList {

    // A task that was cancelled after its deadline had passed was late all the same.
    private static final String MISSED = "t.due_at is not null and coalesce(t.ended_at, :now) > t.due_at";
    private static final String HELD = "t.state = 'done' and t.ended_at <= t.due_at";

    private final JdbcClient jdbc;
    private final CasePolicy policy;
    private final Clock clock;

    HistoryList(JdbcClient jdbc, CasePolicy policy, Clock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.clock = clock;
    }

    record Found(
            String reference,
            String kind,
            int schoolId,
            Instant opened,
            Instant closed,
            int held,
            int missed,
            boolean escalated) {}

    List<Found> page(Reader reader, HistoryFilter filter) {
        Map<String, Object> params = new HashMap<>();
        String where = where(reader, filter, params);
        params.put("limit", HistoryFilter.PAGE_SIZE);
        params.put("offset", filter.offset());
        return jdbc.sql("select c.*, " + number(HELD) + " as held, " + number(MISSED) + " as missed" + where
                        + " order by c.opened_at desc, c.id limit :limit offset :offset")
                .params(params)
                .query((row, n) -> {
                    Timestamp closed = row.getTimestamp("closed_at");
                    return new Found(
                            row.getString("reference"),
                            row.getString("kind"),
                            row.getInt("school_id"),
                            row.getTimestamp("opened_at").toInstant(),
                            closed == null ? null : closed.toInstant(),
                            row.getInt("held"),
                            row.getInt("missed"),
                            row.getBoolean("escalated"));
                })
                .list();
    }

    int count(Reader reader, HistoryFilter filter) {
        Map<String, Object> params = new HashMap<>();
        String where = where(reader, filter, params);
        return jdbc.sql("select count(*)" + where).params(params).query(Integer.class).single();
    }

    /** The kinds of cases that the reader sees. */
    List<String> kinds(Reader reader) {
        Visible visible = policy.visibleHistory(reader);
        return jdbc.sql("select distinct c.kind from case_file c where " + visible.condition() + " order by c.kind")
                .params(visible.params())
                .query(String.class)
                .list();
    }

    private String where(Reader reader, HistoryFilter filter, Map<String, Object> params) {
        Visible visible = policy.visibleHistory(reader);
        params.putAll(visible.params());
        params.put("now", OffsetDateTime.now(clock));
        StringBuilder sql = new StringBuilder(" from case_file c where ").append(visible.condition());
        narrow(sql, params, "c.reference ilike :q", "q", filter.q() == null ? null : like(filter.q()));
        narrow(sql, params, "c.kind = :kind", "kind", filter.kind());
        narrow(sql, params, "c.school_id = :school", "school", filter.school());
        narrow(sql, params, "c.state = :state", "state", filter.state());
        narrow(sql, params, "c.opened_at >= :from", "from", filter.opensFrom().map(this::start).orElse(null));
        narrow(sql, params, "c.opened_at < :to", "to",
                filter.opensTo().map(day -> start(day.plusDays(1))).orElse(null));
        if (filter.escalated()) {
            sql.append(" and c.escalated");
        }
        if ("missed".equals(filter.deadline())) {
            sql.append(" and ").append(some(MISSED));
        }
        if ("held".equals(filter.deadline())) {
            sql.append(" and not ").append(some(MISSED)).append(" and ").append(some(HELD));
        }
        return sql.toString();
    }

    private static void narrow(StringBuilder sql, Map<String, Object> params, String condition, String name, Object value) {
        if (value != null) {
            sql.append(" and ").append(condition);
            params.put(name, value);
        }
    }

    private static String number(String condition) {
        return "(select count(*) from task_row t where t.case_id = c.id and " + condition + ")";
    }

    private static String some(String condition) {
        return "exists (select 1 from task_row t where t.case_id = c.id and " + condition + ")";
    }

    private static String like(String text) {
        return "%" + text.replaceAll("([%_\\\\])", "\\\\$1") + "%";
    }

    private OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(clock.getZone()).toOffsetDateTime();
    }
}
