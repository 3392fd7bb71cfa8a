package no.omtanke.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import no.omtanke.OmtankeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What somebody did is in the log, whatever becomes of what they did. */
@OmtankeTest
class AccessLogTest {

    private static final Reader READER = new Reader(1, "", Set.of("person:1"));

    @Autowired
    AccessLog log;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void a_reading_in_a_transaction_that_succeeds_is_written_once() {
        UUID caseId = UUID.randomUUID();
        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> log.record(READER, caseId, Part.TASK, Decision.yes("participant")));
        assertThat(lines(caseId)).isEqualTo(1);
    }

    @Test
    void a_reading_in_a_transaction_that_is_taken_back_is_written_all_the_same() {
        UUID caseId = UUID.randomUUID();
        new TransactionTemplate(transactions).executeWithoutResult(status -> {
            log.record(READER, caseId, Part.TASK, Decision.no("no-rule"));
            status.setRollbackOnly();
        });
        assertThat(lines(caseId)).isEqualTo(1);
    }

    @Test
    void a_reading_in_a_transaction_that_only_reads_is_written() {
        UUID caseId = UUID.randomUUID();
        TransactionTemplate reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        reading.executeWithoutResult(status -> log.record(READER, caseId, Part.CONTENT, Decision.yes("participant")));
        assertThat(lines(caseId)).isEqualTo(1);
    }

    private int lines(UUID caseId) {
        return jdbc.sql("select count(*) from access_log where case_id = ?").param(caseId).query(Integer.class).single();
    }
}
