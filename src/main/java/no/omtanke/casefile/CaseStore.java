package no.omtanke.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import no.omtanke.access.CaseFacts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of the case file that hold no content. */
@Component
class CaseStore {

    private static final Set<String> GUARDIANS_ENTRANCES = Set.of("open", "link");

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
                        select f.school_id, f.accused, f.owner_sees, f.lane, f.entrance,
                            array(select person_id from case_participant
                                   where case_id = f.id and until is null and role <> 'measure' and pupil is null) as inside,
                            array(select person_id || ' ' || pupil from case_participant
                                   where case_id = f.id and until is null and role <> 'measure' and pupil is not null) as one_pupil,
                            array(select person_id || ' ' || lane from lane_member
                                   where case_id = f.id and until is null) as lanes,
                            array(select id from case_party where case_id = f.id and removed_at is null
                                   and role in ('affected', 'involved', 'witness')) as pupils,
                            array(select id from case_party where case_id = f.id and removed_at is null
                                   and role = 'affected') as affected,
                            array(select a.id from case_party a join person p on p.id = a.person_id
                                   where a.case_id = f.id and a.removed_at is null
                                     and a.role in ('affected', 'involved', 'witness') and p.birth_date <= ?) as fifteen,
                            array(select a.id from case_party a join person p on p.id = a.person_id
                                   where a.case_id = f.id and a.removed_at is null
                                     and a.role in ('affected', 'involved', 'witness') and p.birth_date <= ?) as adults,
                            f.reported,
                            array(select person_id from case_participant
                                   where case_id = f.id and until is null and role = 'measure') as measures,
                            array(select person_id from case_party
                                   where case_id = f.id and role = 'accused' and removed_at is null
                                     and person_id is not null) as accused_persons,
                            array(select person_id from case_recusal where case_id = f.id and until is null) as recused,
                            array(select person_id from auditor_opening where case_id = f.id and until > ?) as opened_to,
                            array(select distinct body_id from involvement where case_id = f.id and with_body) as bodies
                        from case_file f where f.id = ?
                        """)
                .params(
                        LocalDate.now(clock).minusYears(15),
                        LocalDate.now(clock).minusYears(18),
                        OffsetDateTime.now(clock),
                        caseId)
                .query((row, n) -> new CaseFacts(
                        caseId,
                        row.getInt("school_id"),
                        row.getString("accused").equals("leader"),
                        row.getBoolean("owner_sees"),
                        persons(row, "inside"),
                        pairs(row, "one_pupil", (person, pupil) -> person, (person, pupil) -> UUID.fromString(pupil)),
                        persons(row, "measures"),
                        persons(row, "accused_persons"),
                        persons(row, "recused"),
                        persons(row, "opened_to"),
                        Set.of((Integer[]) row.getArray("bodies").getArray()),
                        row.getString("lane"),
                        pairs(row, "lanes", (person, lane) -> lane, (person, lane) -> person),
                        pupils(row)))
                .optional();
    }

    private static CaseFacts.Pupils pupils(ResultSet row) throws SQLException {
        Set<UUID> affected = ids(row, "affected");
        UUID named = row.getObject("reported", UUID.class);
        return new CaseFacts.Pupils(
                ids(row, "pupils"),
                named != null ? named : affected.size() == 1 ? affected.iterator().next() : null,
                ids(row, "fifteen"),
                ids(row, "adults"),
                GUARDIANS_ENTRANCES.contains(row.getString("entrance")));
    }

    private static Set<UUID> ids(ResultSet row, String column) throws SQLException {
        return Set.of((UUID[]) row.getArray(column).getArray());
    }

    // A person and something of theirs in each line.
    private static <K, V> Map<K, Set<V>> pairs(
            ResultSet row, String column, BiFunction<Long, String, K> key, BiFunction<Long, String, V> value)
            throws SQLException {
        return Arrays.stream((String[]) row.getArray(column).getArray())
                .map(line -> line.split(" ", 2))
                .collect(Collectors.groupingBy(
                        pair -> key.apply(Long.valueOf(pair[0]), pair[1]),
                        Collectors.mapping(pair -> value.apply(Long.valueOf(pair[0]), pair[1]), Collectors.toSet())));
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
                row.getString("reporter_address"),
                row.getString("lane"));
    }
}
