package no.omtanke.absence;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files that wait to be looked at, sealed by keys of their own, and which numbers stand for whom. */
@Repository
class ImportStore {

    /** A file that nobody has looked at for so long is thrown away. */
    private static final Duration WAITS = Duration.ofHours(12);

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Clock clock;

    ImportStore(JdbcClient jdbc, Vault vault, Clock clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /** A file that waits. */
    record Waiting(UUID id, int school, long by, AbsenceFile file) {}

    UUID keep(int school, long by, AbsenceFile file) {
        throwAwayOld(school);
        UUID id = UUID.randomUUID();
        vault.createKey(id);
        jdbc.sql("insert into absence_import (id, school_id, uploaded_by, uploaded_at, sealed) values (?, ?, ?, ?, ?)")
                .params(id, school, by, OffsetDateTime.now(clock), vault.seal(id, write(file)))
                .update();
        return id;
    }

    Optional<Waiting> find(UUID id) {
        return jdbc.sql("select * from absence_import where id = ? and sealed is not null and uploaded_at > ? for update")
                .params(id, OffsetDateTime.now(clock).minus(WAITS))
                .query((row, n) -> new Waiting(
                        id, row.getInt("school_id"), row.getLong("uploaded_by"), read(vault.open(id, row.getBytes("sealed")))))
                .optional();
    }

    void taken(UUID id, Imports.Taken taken) {
        jdbc.sql("update absence_import set taken_at = ?, new_days = ?, changed = ?, unchanged = ?, left_out = ? where id = ?")
                .params(OffsetDateTime.now(clock), taken.fresh(), taken.changed(), taken.unchanged(), taken.leftOut(), id)
                .update();
        throwAway(id);
    }

    /** What the file said is gone; that somebody had it here stays. */
    void throwAway(UUID id) {
        jdbc.sql("update absence_import set sealed = null where id = ?").param(id).update();
        vault.destroyKey(id);
    }

    private void throwAwayOld(int school) {
        jdbc.sql("select id from absence_import where school_id = ? and sealed is not null and uploaded_at <= ?")
                .params(school, OffsetDateTime.now(clock).minus(WAITS))
                .query(UUID.class)
                .list()
                .forEach(this::throwAway);
    }

    Map<String, Long> known(int school) {
        Map<String, Long> known = new HashMap<>();
        jdbc.sql("select local_id, pupil_id from absence_known_as where school_id = ?")
                .param(school)
                .query(row -> {
                    known.put(row.getString("local_id"), row.getLong("pupil_id"));
                });
        return known;
    }

    void learn(int school, String localId, long pupil) {
        jdbc.sql(
                        """
                        insert into absence_known_as (school_id, local_id, pupil_id) values (?, ?, ?)
                        on conflict (school_id, local_id) do update set pupil_id = excluded.pupil_id
                        """)
                .params(List.of(school, localId, pupil))
                .update();
    }

    private static byte[] write(AbsenceFile file) {
        try {
            return JSON.writeValueAsBytes(file);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static AbsenceFile read(byte[] json) {
        try {
            return JSON.readValue(json, AbsenceFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
