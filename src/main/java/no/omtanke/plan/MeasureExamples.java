package no.omtanke.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import no.omtanke.access.Reader;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The municipality's library of measures. Public because drafting takes from it and a door of its own keeps it. */
@Service
@Transactional
public class MeasureExamples {

    /** The kinds of problem, as in message keys. */
    public static final List<String> KINDS = List.of(
            "exclusion", "words", "violence", "digital", "adults", "breaks", "class", "fear", "transition");

    private final JdbcClient jdbc;
    private final Clock clock;

    MeasureExamples(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Whether the reader may change the library; everybody at a school reads it. */
    public boolean mayKeep(Reader reader) {
        return reader.in("school-owner") || reader.in("administrator");
    }

    public Optional<MeasureExample> find(long id) {
        return jdbc.sql("select * from measure_example where id = ?")
                .param(id)
                .query(MeasureExamples::example)
                .optional();
    }

    /** What is suggested in the language, by kind, in the order of the kinds. */
    public Map<String, List<MeasureExample>> all(String language) {
        Map<String, List<MeasureExample>> kinds = new LinkedHashMap<>();
        KINDS.forEach(kind -> {
            List<MeasureExample> shown = of(kind, language).stream().filter(e -> !e.hidden()).toList();
            if (!shown.isEmpty()) {
                kinds.put(kind, shown);
            }
        });
        return kinds;
    }

    /** All of one kind in the language, the hidden ones too. */
    public List<MeasureExample> of(String kind, String language) {
        return jdbc.sql("select * from measure_example where kind = ? and language = ? order by position, id")
                .params(kind, language)
                .query(MeasureExamples::example)
                .list();
    }

    /** Adds an example after the others of its kind. @return its id */
    public long add(Reader reader, String kind, String language, WrittenExample written) {
        demand(reader);
        return jdbc.sql(
                        """
                        insert into measure_example
                            (kind, language, position, what, why, target, often, list_text, hidden, changed_at, changed_by)
                        select ?, ?, coalesce(max(position), 0) + 1, ?, ?, ?, ?, ?, ?, ?, ?
                        from measure_example where kind = ? and language = ?
                        returning id
                        """)
                .params(Arrays.asList(
                        kind, language,
                        written.what(), given(written.why()), written.target(), written.often(), given(written.listText()),
                        written.hidden(), OffsetDateTime.now(clock), reader.personId(),
                        kind, language))
                .query(Long.class)
                .single();
    }

    /** Changes an example unless somebody did since the revision. @return false when somebody was first */
    public boolean change(Reader reader, long id, int revision, WrittenExample written) {
        demand(reader);
        return jdbc.sql(
                                """
                                update measure_example
                                set what = ?, why = ?, target = ?, often = ?, list_text = ?, hidden = ?,
                                    revision = revision + 1, changed_at = ?, changed_by = ?
                                where id = ? and revision = ?
                                """)
                        .params(Arrays.asList(
                                written.what(), given(written.why()), written.target(), written.often(),
                                given(written.listText()), written.hidden(), OffsetDateTime.now(clock), reader.personId(),
                                id, revision))
                        .update()
                == 1;
    }

    private void demand(Reader reader) {
        if (!mayKeep(reader)) {
            throw new IllegalStateException("may not keep the library");
        }
    }

    private static String given(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }

    private static MeasureExample example(ResultSet row, int n) throws SQLException {
        return new MeasureExample(
                row.getLong("id"),
                row.getString("kind"),
                row.getString("language"),
                row.getString("what"),
                row.getString("why"),
                Target.of(row.getString("target")),
                Often.of(row.getString("often")),
                row.getString("list_text"),
                row.getBoolean("hidden"),
                row.getInt("revision"),
                row.getObject("changed_by", Long.class));
    }
}
