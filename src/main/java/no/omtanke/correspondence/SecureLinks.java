package no.omtanke.correspondence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
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

    /** A newer link was sent to the same person. */
    static final String REPLACED = "replaced";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final String baseUrl;

    SecureLinks(JdbcClient jdbc, Clock clock, @Value("${omtanke.base-url}") String baseUrl) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /** Makes a link to a report or an invitation and answers its address; the token is known to the caller only. */
    public String issue(LinkPurpose purpose, UUID subject, Long personId, Duration valid) {
        return issue(purpose, subject, purpose == LinkPurpose.MY_REPORT ? subject : null, personId, valid);
    }

    /** Makes a link to something of a case. */
    public String issue(LinkPurpose purpose, UUID subject, UUID caseId, Long personId, Duration valid) {
        String token = Tokens.draw();
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql(
                        """
                        insert into secure_link (token_hash, purpose, subject, case_id, person_id, created_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        Tokens.hash(token), purpose.name(), subject, caseId, personId, now, now.plus(valid)))
                .update();
        return baseUrl + "/l/" + token;
    }

    /** What the token stands for, without spending it; empty when nobody ever made it. */
    @Transactional(readOnly = true)
    public Optional<SecureLink> look(String token) {
        Instant now = clock.instant();
        return jdbc.sql("select * from secure_link where token_hash = ?")
                .param(Tokens.hash(token))
                .query((row, n) -> new SecureLink(
                        LinkPurpose.valueOf(row.getString("purpose")),
                        row.getObject("subject", UUID.class),
                        row.getObject("case_id", UUID.class),
                        row.getObject("person_id", Long.class),
                        row.getTimestamp("revoked_at") != null
                                ? SecureLink.State.REVOKED
                                : row.getTimestamp("spent_at") != null
                                        ? SecureLink.State.SPENT
                                        : row.getTimestamp("expires_at").toInstant().isAfter(now)
                                                ? SecureLink.State.LIVE
                                                : SecureLink.State.EXPIRED))
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

    /** A newer link takes the place of those that one person has; a session that goes on goes on. */
    public void replace(LinkPurpose purpose, UUID subject, long personId) {
        revoke(purpose, subject, personId, REPLACED);
    }

    /** The same for whoever has one. */
    public void replace(LinkPurpose purpose, UUID subject) {
        revoke(purpose, subject, null, REPLACED);
    }

    /**
     * Ends the links to the subject, and every session that one of them opened, at once.
     *
     * @param personId whose, or null for everybody's
     * @param why a code that the row keeps, e.g. {@code no-guardian}
     * @return whether there was anything to end
     */
    public boolean end(LinkPurpose purpose, UUID subject, Long personId, String why) {
        int links = revoke(purpose, subject, personId, why);
        int sessions = jdbc.sql(
                        """
                        update link_session set ended_at = ?, ended_for = ?
                        where purpose = ? and subject = ? and (?::bigint is null or person_id = ?) and ended_at is null
                        """)
                .params(Arrays.asList(OffsetDateTime.now(clock), why, purpose.name(), subject, personId, personId))
                .update();
        return links + sessions > 0;
    }

    /** Ends the links of a purpose that nobody has used yet, in the whole case; who is reading goes on reading. */
    public void endUnused(UUID caseId, LinkPurpose purpose, String why) {
        jdbc.sql(
                        """
                        update secure_link set revoked_at = ?, revoked_for = ?
                        where case_id = ? and purpose = ? and spent_at is null and revoked_at is null
                        """)
                .params(OffsetDateTime.now(clock), why, caseId, purpose.name())
                .update();
    }

    /** Whom links and sessions can still let in, to be asked whether they still may. */
    @Transactional(readOnly = true)
    public List<Holder> holders(LinkPurpose purpose) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return jdbc.sql(
                        """
                        select subject, person_id from secure_link
                        where purpose = ? and spent_at is null and revoked_at is null and expires_at > ?
                        union
                        select subject, person_id from link_session where purpose = ? and ended_at is null and expires_at > ?
                        """)
                .params(purpose.name(), now, purpose.name(), now)
                .query((row, n) -> new Holder(
                        row.getObject("subject", UUID.class), row.getObject("person_id", Long.class)))
                .list();
    }

    /** Who can come in, and to what. Public as the answer of {@link #holders}. */
    public record Holder(UUID subject, Long personId) {}

    /** The newest link of each recipient of the case, newest first. */
    @Transactional(readOnly = true)
    public List<Sent> ofCase(UUID caseId) {
        Instant now = clock.instant();
        return jdbc.sql(
                        """
                        select distinct on (purpose, subject, person_id) * from secure_link
                        where case_id = ? order by purpose, subject, person_id, created_at desc
                        """)
                .param(caseId)
                .query((row, n) -> new Sent(
                        LinkPurpose.valueOf(row.getString("purpose")),
                        row.getObject("subject", UUID.class),
                        row.getObject("person_id", Long.class),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("spent_at") == null
                                ? null
                                : row.getTimestamp("spent_at").toInstant(),
                        row.getString("revoked_for"),
                        row.getTimestamp("revoked_at") == null
                                && row.getTimestamp("expires_at").toInstant().isAfter(now)))
                .list();
    }

    /**
     * A link as the school may see it: never its token. Public as the answer of {@link #ofCase}.
     *
     * @param usedAt when it was opened, or null
     * @param endedFor why it was ended, or null
     * @param inTime not ended and not expired
     */
    public record Sent(
            LinkPurpose purpose,
            UUID subject,
            Long personId,
            Instant sentAt,
            Instant usedAt,
            String endedFor,
            boolean inTime) {}

    private int revoke(LinkPurpose purpose, UUID subject, Long personId, String why) {
        return jdbc.sql(
                        """
                        update secure_link set revoked_at = ?, revoked_for = ?
                        where purpose = ? and subject = ? and (?::bigint is null or person_id = ?)
                          and spent_at is null and revoked_at is null
                        """)
                .params(Arrays.asList(OffsetDateTime.now(clock), why, purpose.name(), subject, personId, personId))
                .update();
    }
}
