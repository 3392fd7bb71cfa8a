package no.omtanke.dossier;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rows of requests and of what was chosen for their answers. Why something is left out is sealed with the case's key. */
@Component
class RequestStore {

    private static final Duration SAME_PRESS = Duration.ofMinutes(2);

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    RequestStore(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    UUID add(UUID caseId, UUID entry, LocalDate letterOn, LocalDate answerBy, long by) {
        UUID id = UUID.randomUUID();
        jdbc.sql(
                        """
                        insert into supervision_request (id, case_id, entry_id, letter_on, answer_by, registered_by, registered_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(id, caseId, entry, letterOn, answerBy, by, OffsetDateTime.now(clock))
                .update();
        return id;
    }

    Optional<SupervisionRequest> find(UUID id) {
        return jdbc.sql("select * from supervision_request where id = ?").param(id).query(RequestStore::request).optional();
    }

    SupervisionRequest get(String id) {
        return find(UUID.fromString(id)).orElseThrow();
    }

    /** Whether the person registered a letter with these dates a moment ago: the button was pressed twice. */
    boolean justRegistered(UUID caseId, LocalDate letterOn, LocalDate answerBy, long by) {
        return ofCase(caseId).stream()
                .anyMatch(r -> r.letterOn().equals(letterOn)
                        && r.answerBy().equals(answerBy)
                        && r.registeredBy() == by
                        && r.registeredAt().isAfter(clock.instant().minus(SAME_PRESS)));
    }

    /** Newest first. */
    List<SupervisionRequest> ofCase(UUID caseId) {
        return jdbc.sql("select * from supervision_request where case_id = ? order by registered_at desc, id")
                .param(caseId)
                .query(RequestStore::request)
                .list();
    }

    /** What was decided about an item of the list. @param reason why it is left out; empty when it is taken */
    record Choice(boolean taken, String reason) {}

    /** Replaces what was chosen before. @param choices by the items' keys */
    void review(SupervisionRequest request, Map<String, Choice> choices, LocalDate asOf, long by) {
        jdbc.sql("update supervision_request set reviewed_by = ?, reviewed_at = ?, as_of = ? where id = ?")
                .params(Arrays.asList(by, OffsetDateTime.now(clock), asOf, request.id()))
                .update();
        jdbc.sql("delete from supervision_choice where request_id = ?").param(request.id()).update();
        choices.forEach((item, choice) -> jdbc.sql(
                        "insert into supervision_choice (request_id, case_id, item, taken, sealed) values (?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        request.id(),
                        request.caseId(),
                        item,
                        choice.taken(),
                        choice.reason().isEmpty()
                                ? null
                                : vault.seal(request.caseId(), choice.reason().getBytes(StandardCharsets.UTF_8))))
                .update());
    }

    /** By the items' keys; empty while nobody has gone through the list. */
    Map<String, Choice> choices(SupervisionRequest request) {
        Map<String, Choice> choices = new LinkedHashMap<>();
        jdbc.sql("select item, taken, sealed from supervision_choice where request_id = ?").param(request.id()).query(row -> {
            byte[] sealed = row.getBytes("sealed");
            choices.put(
                    row.getString("item"),
                    new Choice(
                            row.getBoolean("taken"),
                            sealed == null ? "" : new String(vault.open(request.caseId(), sealed), StandardCharsets.UTF_8)));
        });
        return choices;
    }

    private static SupervisionRequest request(ResultSet row, int n) throws SQLException {
        Timestamp reviewed = row.getTimestamp("reviewed_at");
        return new SupervisionRequest(
                row.getObject("id", UUID.class),
                row.getObject("case_id", UUID.class),
                row.getObject("entry_id", UUID.class),
                row.getObject("letter_on", LocalDate.class),
                row.getObject("answer_by", LocalDate.class),
                row.getLong("registered_by"),
                row.getTimestamp("registered_at").toInstant(),
                row.getObject("reviewed_by", Long.class),
                reviewed == null ? null : reviewed.toInstant(),
                row.getObject("as_of", LocalDate.class));
    }
}
