package no.omtanke.access;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes down every reading and every refusal. Public because links are used before there is a reader. */
@Service
public class AccessLog {

    private static final Pattern REFERENCE = Pattern.compile("[A-Z]\\d{2}-[0-9A-Z]{6}");

    private final JdbcClient jdbc;
    private final Clock clock;
    private final TransactionTemplate apart;

    AccessLog(JdbcClient jdbc, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Records a decision. It stands also when the request fails afterwards. */
    public void record(Reader reader, UUID caseId, Part part, Decision decision) {
        record(reader, caseId, part, null, decision);
    }

    /** The same for one thing of the case. @param thing such as {@code task:} or {@code document:} and its id */
    public void record(Reader reader, UUID caseId, Part part, String thing, Decision decision) {
        write(person(reader), caseId, part, thing, reader.via(), decision.allowed(), decision.reason());
    }

    /**
     * Somebody asked for a case that does not exist, or that even the database does not show them: whoever guesses is seen guessing.
     *
     * @param reference what was asked for
     */
    public void unknown(Reader reader, String reference, Part part) {
        write(person(reader), null, part, tried(reference), reader.via(), false, "unknown");
    }

    /**
     * A link was looked at, used, refused, or something was asked of the one who has it.
     *
     * @param personId the link's recipient, or null
     * @param caseId null for a link to no case, and for one that nobody ever made
     * @param what a code such as {@code opened} or {@code code-wrong}
     */
    public void link(Long personId, UUID caseId, String via, boolean allowed, String what) {
        write(personId, caseId, Part.LINK, null, via, allowed, what);
    }

    /** How often something has happened with links to the case. */
    public int links(UUID caseId, String what) {
        return jdbc.sql("select count(*) from access_log where case_id = ? and part = 'LINK' and reason = ?")
                .params(caseId, what)
                .query(Integer.class)
                .single();
    }

    private void write(
            Long personId, UUID caseId, Part part, String thing, String via, boolean allowed, String reason) {
        kept(() -> jdbc.sql(
                        """
                        insert into access_log (at, person_id, case_id, part, thing, via, allowed, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        OffsetDateTime.now(clock), personId, caseId, part.name(), thing, via, allowed, reason))
                .update());
    }

    // Part of what goes on, so that it costs no transaction of its own; written anew when that is taken back.
    private void kept(Runnable line) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            line.run();
        } else if (TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            apart.executeWithoutResult(status -> line.run());
        } else {
            line.run();
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCompletion(int status) {
                    if (status != STATUS_COMMITTED) {
                        apart.executeWithoutResult(again -> line.run());
                    }
                }
            });
        }
    }

    // What is no reference may be anything that somebody typed: it is not kept.
    private static String tried(String reference) {
        return REFERENCE.matcher(reference).matches() ? "reference:" + reference : "reference";
    }

    private static Long person(Reader reader) {
        return reader.personId() == 0 ? null : reader.personId();
    }

    /** The case's readings and refusals, newest first; the caller has passed the gate. */
    public List<Reading> ofCase(UUID caseId, int limit) {
        return ofCase(caseId, "", limit);
    }

    /** The same, and who asked in vain for its reference. */
    public List<Reading> ofCase(UUID caseId, String reference, int limit) {
        return jdbc.sql(
                        """
                        select * from access_log where case_id = ? or case_id is null and thing = ?
                        order by at desc, id desc limit ?
                        """)
                .params(caseId, tried(reference), limit)
                .query((row, n) -> new Reading(
                        row.getTimestamp("at").toInstant(),
                        row.getObject("person_id", Long.class),
                        Part.valueOf(row.getString("part")),
                        row.getString("thing"),
                        row.getString("via"),
                        row.getBoolean("allowed"),
                        row.getString("reason")))
                .list();
    }
}
