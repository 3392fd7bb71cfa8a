package no.omtanke.casefile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.access.CasePolicy;
import no.omtanke.access.Reader;
import no.omtanke.access.Visible;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lists of cases. Public because staff's doors have one. Every one starts from the cases that the reader may see, so totals and
 * searches know nothing of the others.
 */
@Service
@Transactional(readOnly = true)
public class CaseQueries {

    private static final String NAMES =
            """
            (select string_agg(p.given_name || ' ' || p.family_name, ', ' order by p.family_name, p.given_name)
               from case_party a join person p on p.id = a.person_id
              where a.case_id = c.id and a.role = 'affected' and a.removed_at is null and %s)
            """;

    private static final String CLASSES =
            """
            (select string_agg(distinct k.name, ', ') from case_party a
               join enrolment e on e.pupil_id = a.person_id and e.to_date is null
               join school_class k on k.id = e.class_id
              where a.case_id = c.id and a.role = 'affected' and a.removed_at is null and %s)
            """;

    private final JdbcClient jdbc;
    private final CasePolicy policy;

    CaseQueries(JdbcClient jdbc, CasePolicy policy) {
        this.jdbc = jdbc;
        this.policy = policy;
    }

    /** One page of the reader's cases, newest first. @param open null for all; @param search part of a reference or a name */
    public List<ListedCase> list(Reader reader, Boolean open, String search, int limit, int offset) {
        Map<String, Object> params = new HashMap<>();
        String where = where(reader, open, search, params);
        params.put("limit", limit);
        params.put("offset", offset);
        return lines(reader, where + " order by c.opened_at desc, c.id limit :limit offset :offset", params);
    }

    public int count(Reader reader, Boolean open, String search) {
        Map<String, Object> params = new HashMap<>();
        String where = where(reader, open, search, params);
        return jdbc.sql("select count(*)" + where).params(params).query(Integer.class).single();
    }

    /** Other cases about an affected pupil of this case, as far as the reader may know that the pupil is in both. */
    public List<ListedCase> aboutTheSamePupils(Reader reader, OpenCase here) {
        Map<String, Object> params = new HashMap<>();
        String where = where(reader, null, null, params)
                + """
                 and c.id <> :here and exists (
                    select 1 from case_party x join case_party y on y.person_id = x.person_id
                    where x.id = any(:seen) and y.case_id = c.id and y.removed_at is null
                      and x.role = 'affected' and y.role in ('affected', 'involved', 'witness') and %s)
                 order by c.opened_at desc limit 10
                """
                        .formatted(policy.visibleAbout(reader, "y.id").condition());
        params.put("here", here.file().id());
        params.put("seen", here.parties().stream().map(Party::id).toArray(UUID[]::new));
        return lines(reader, where, params);
    }

    /** The case's outside when it is on the reader's list: for showing a link, not for reading. */
    public Optional<CaseFile> find(Reader reader, UUID caseId) {
        Map<String, Object> params = new HashMap<>();
        String where = where(reader, null, null, params) + " and c.id = :here";
        params.put("here", caseId);
        return lines(reader, where, params).stream().map(ListedCase::file).findFirst();
    }

    private List<ListedCase> lines(Reader reader, String where, Map<String, Object> params) {
        return jdbc.sql("select c.*, " + seen(reader, NAMES) + " as pupils, " + seen(reader, CLASSES) + " as class_name" + where)
                .params(params)
                .query((row, n) -> new ListedCase(
                        CaseStore.file(row, n),
                        Optional.ofNullable(row.getString("pupils")).orElse(""),
                        Optional.ofNullable(row.getString("class_name")).orElse("")))
                .list();
    }

    // Who has to do with one pupil of a case reads that pupil's name, not the others'.
    private String seen(Reader reader, String names) {
        return names.formatted(policy.visibleAbout(reader, "a.id").condition());
    }

    private String where(Reader reader, Boolean open, String search, Map<String, Object> params) {
        Visible visible = policy.visible(reader);
        params.putAll(visible.params());
        params.putAll(policy.visibleAbout(reader, "a.id").params());
        StringBuilder sql = new StringBuilder(" from case_file c where ").append(visible.condition());
        if (open != null) {
            sql.append(" and c.state = :state");
            params.put("state", open ? "open" : "closed");
        }
        if (search != null && !search.isBlank()) {
            sql.append(" and (c.reference ilike :search or ").append(seen(reader, NAMES)).append(" ilike :search)");
            params.put("search", "%" + search.strip().replaceAll("([%_\\\\])", "\\\\$1") + "%");
        }
        return sql.toString();
    }
}
