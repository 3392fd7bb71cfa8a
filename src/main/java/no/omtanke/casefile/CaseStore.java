package no.omtanke.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.omtanke.access.CaseFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of the case file that hold no content. */
@Component
class CaseStore {

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final Clock clock;

    CaseStore(JdbcClient jdbc, ObjectMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    Optional<CaseFile> byId(UUID id) {
        return jdbc.sql("select * from case_file where id = ?").param(id).query(CaseStore::file).optional();
    }

    Optional<CaseFile> byReference(String reference) {
        return jdbc.sql("select * from case_file where reference = ?")
                .param(reference)
                .query(CaseStore::file)
                .optional();
    }

    Optional<CaseFile> bySource(UUID source) {
        return jdbc.sql("select * from case_file where source = ?").param(source).query(CaseStore::file).optional();
    }

    Optional<CaseFacts> facts(UUID caseId) {
        return jdbc.sql(
                        """
                        select f.school_id, f.accused, f.owner_sees,
                            array(select person_id from case_participant
                                   where case_id = f.id and until is null and role <> 'measure') as inside,
                            array(select person_id from case_participant
                                   where case_id = f.id and until is null and role = 'measure') as measures,
                            array(select person_id from case_party
                                   where case_id = f.id and role = 'accused' and removed_at is null
                                     and person_id is not null) as accused_persons,
                            array(select person_id from case_recusal where case_id = f.id and until is null) as recused,
                            array(select person_id from auditor_opening where case_id = f.id and until > ?) as opened_to
                        from case_file f where f.id = ?
                        """)
                .params(OffsetDateTime.now(clock), caseId)
                .query((row, n) -> new CaseFacts(
                        caseId,
                        row.getInt("school_id"),
                        row.getString("accused").equals("leader"),
                        row.getBoolean("owner_sees"),
                        persons(row, "inside"),
                        persons(row, "measures"),
                        persons(row, "accused_persons"),
                        persons(row, "recused"),
                        persons(row, "opened_to")))
                .optional();
    }

    private static Set<Long> persons(ResultSet row, String column) throws SQLException {
        return new HashSet<>(List.of((Long[]) row.getArray(column).getArray()));
    }

    List<CaseEvent> events(UUID caseId) {
        return jdbc.sql("select * from case_event where case_id = ? order by id")
                .param(caseId)
                .query((row, n) -> new CaseEvent(
                        row.getTimestamp("at").toInstant(),
                        row.getString("kind"),
                        row.getObject("actor_id", Long.class),
                        read(row.getString("args"))))
                .list();
    }

    String write(Map<String, String> args) {
        try {
            return json.writeValueAsString(args);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> read(String args) {
        try {
            return json.readValue(args, new TypeReference<>() {});
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static CaseFile file(ResultSet row, int n) throws SQLException {
        Timestamp closed = row.getTimestamp("closed_at");
        return new CaseFile(
                row.getObject("id", UUID.class),
                row.getString("reference"),
                row.getString("kind"),
                row.getInt("school_id"),
                row.getString("state").equals("open"),
                row.getString("entrance"),
                row.getString("channel"),
                row.getString("language"),
                row.getTimestamp("opened_at").toInstant(),
                closed == null ? null : closed.toInstant(),
                row.getString("accused"),
                row.getBoolean("serious"),
                row.getBoolean("escalated"),
                row.getObject("principal_knew", java.time.LocalDate.class),
                row.getString("reporter_address"));
    }
}
