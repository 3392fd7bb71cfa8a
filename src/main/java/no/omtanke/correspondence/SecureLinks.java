package no.omtanke.correspondence;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links that open one thing for one recipient for a while. Public because e-mails carry them and doors spend them.
 *
 * <p>Looking never spends: mail scanners fetch links before people do. Spending is one atomic update, so a link opens once.
 */
@Service
@Transactional
public class SecureLinks {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String baseUrl;

    SecureLinks(JdbcClient jdbc, Clock clock, @Value("${omtanke.base-url}") String baseUrl) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /** Makes a link and answers its address; the token is known to the caller only. */
    public String issue(LinkPurpose purpose, UUID subject, Long personId, Duration valid) {
        String token = Tokens.draw();
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql(
                        """
                        insert into secure_link (token_hash, purpose, subject, person_id, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(java.util.Arrays.asList(
                        Tokens.hash(token), purpose.name(), subject, personId, now, now.plus(valid)))
                .update();
        return baseUrl + "/l/" + token;
    }

    /** What the token stands for, without spending it; empty when nobody ever made it. */
    @Transactional(readOnly = true)
    public Optional<SecureLink> look(String token) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return jdbc.sql("select * from secure_link where token_hash = ?")
                .param(Tokens.hash(token))
                .query((row, n) -> new SecureLink(
                        LinkPurpose.valueOf(row.getString("purpose")),
                        row.getObject("subject", UUID.class),
                        row.getObject("person_id", Long.class),
                        row.getTimestamp("revoked_at") != null
                                ? SecureLink.State.REVOKED
                                : row.getTimestamp("spent_at") != null
                                        ? SecureLink.State.SPENT
                                        : row.getTimestamp("expires_at").toInstant().isBefore(now.toInstant())
                                                ? SecureLink.State.EXPIRED
                                                : SecureLink.State.LIVE))
                .optional();
    }

    /** Spends the link: true for exactly one caller, false when it was spent, expired, revoked or never made. */
    public boolean spend(String token) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return jdbc.sql(
                                """
                                update secure_link set spent_at = ?
                                where token_hash = ? and spent_at is null and revoked_at is null and expires_at > ?
                                """)
                        .params(now, Tokens.hash(token), now)
                        .update()
                == 1;
    }

    /** How many links of the purpose the subject has had: numbers the mails that carry them, the same again after a crash. */
    @Transactional(readOnly = true)
    public int issued(LinkPurpose purpose, UUID subject) {
        return jdbc.sql("select count(*) from secure_link where purpose = ? and subject = ?")
                .params(purpose.name(), subject)
                .query(Integer.class)
                .single();
    }

    /** Ends the live links of the purpose to the subject that one person has; a session that goes on goes on. */
    public void revoke(LinkPurpose purpose, UUID subject, long personId) {
        jdbc.sql(
                        """
                        update secure_link set revoked_at = ?
                        where purpose = ? and subject = ? and person_id = ? and spent_at is null and revoked_at is null
                        """)
                .params(OffsetDateTime.now(clock), purpose.name(), subject, personId)
                .update();
    }

    /** Ends every live link of the purpose to the subject; a session that somebody is in the middle of goes on. */
    public void revoke(LinkPurpose purpose, UUID subject) {
        jdbc.sql(
                        """
                        update secure_link set revoked_at = ?
                        where purpose = ? and subject = ? and spent_at is null and revoked_at is null
                        """)
                .params(OffsetDateTime.now(clock), purpose.name(), subject)
                .update();
    }
}
