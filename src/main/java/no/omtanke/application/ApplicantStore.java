package no.omtanke.application;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What links to the door stand for: one number for each person who has asked to come in. */
@Repository
class ApplicantStore {

    private final JdbcClient jdbc;

    ApplicantStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    UUID subject(long person) {
        jdbc.sql("insert into applicant (id, person_id) values (?, ?) on conflict (person_id) do nothing")
                .params(UUID.randomUUID(), person)
                .update();
        return jdbc.sql("select id from applicant where person_id = ?")
                .param(person)
                .query(UUID.class)
                .single();
    }

    Optional<Long> person(UUID subject) {
        return jdbc.sql("select person_id from applicant where id = ?")
                .param(subject)
                .query(Long.class)
                .optional();
    }
}
