package no.omtanke.correspondence;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Short narrow sessions that a spent link was exchanged for: one purpose, one subject, one person, one browser. Public because
 * doors keep their token in a cookie.
 *
 * <p>Every token is drawn here; one that a browser brings and nobody drew opens nothing and is never taken over.
 */
@Service
@Transactional
public class LinkSessions {

    /** How long a page that a link opened stays open. */
    public static final Duration LASTS = Duration.ofMinutes(30);

    /** How long when nobody does anything there. */
    public static final Duration IDLE = Duration.ofMinutes(20);

    // Long enough to answer why a page was closed.
    private static final Duration KEPT = Duration.ofDays(30);

    private static final String LIVE = " ended_at is null and expires_at > :now and seen_at > :idle ";

    private final JdbcClient jdbc;
    private final Clock clock;

    LinkSessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Begins a session and answers the token for the cookie. Nothing is proven yet but that the link was had.
     *
     * @param doubted the link may have gone to a stranger: what it opens stays shut until something is proven
     */
    public String begin(SecureLink link, boolean doubted) {
        return begin(link.purpose(), link.subject(), link.caseId(), link.personId(), doubted, null, LASTS);
    }

    /** Begins a session for somebody whom an adult of the school has just let in: nothing more is asked of them. */
    public String begin(LinkPurpose purpose, UUID subject, Long personId, Duration valid) {
        return begin(purpose, subject, null, personId, false, "adult", valid);
    }

    /** Begins another session for somebody who has proven in this browser who they are, in a session of another purpose. */
    public String follow(LinkPurpose purpose, UUID subject, UUID caseId, long personId) {
        return begin(purpose, subject, caseId, personId, false, "session", LASTS);
    }

    private String begin(
            LinkPurpose purpose,
            UUID subject,
            UUID caseId,
            Long personId,
            boolean doubted,
            String provenBy,
            Duration valid) {
        String token = Tokens.draw();
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql("delete from link_session where expires_at < ?").param(now.minus(KEPT)).update();
        endFormer(purpose, subject, personId, now);
        jdbc.sql(
                        """
                        insert into link_session (token_hash, purpose, subject, case_id, person_id, begun_at, seen_at, expires_at,
                            doubted, proven_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(Arrays.asList(
                        Tokens.hash(token),
                        purpose.name(),
                        subject,
                        caseId,
                        personId,
                        now,
                        now,
                        now.plus(valid),
                        doubted,
                        provenBy))
                .update();
        return token;
    }

    // One person has one session of a purpose. Somebody the directory does not know is known by the subject alone.
    private void endFormer(LinkPurpose purpose, UUID subject, Long personId, OffsetDateTime now) {
        jdbc.sql(
                        """
                        update link_session set ended_at = ?, ended_for = 'replaced'
                        where purpose = ? and ended_at is null and person_id is not distinct from ?
                          and (person_id is not null or subject = ?)
                        """)
                .params(Arrays.asList(now, purpose.name(), personId, subject))
                .update();
    }

    /** The live session of the token and purpose. Finding it is what keeps it from being idle. */
    public Optional<LinkSession> find(String token, LinkPurpose purpose) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return jdbc.sql(
                        "update link_session set seen_at = :now where token_hash = :hash and purpose = :purpose and" + LIVE
                                + "returning subject, case_id, person_id, doubted, proven_by")
                .param("now", now)
                .param("idle", now.minus(IDLE))
                .param("hash", Tokens.hash(token))
                .param("purpose", purpose.name())
                .query((row, n) -> new LinkSession(
                        row.getObject("subject", UUID.class),
                        row.getObject("case_id", UUID.class),
                        row.getObject("person_id", Long.class),
                        row.getBoolean("doubted"),
                        row.getString("proven_by") != null))
                .optional();
    }

    /**
     * The person has proven who they are. The half hour begins anew, under a token that nobody had before.
     *
     * @param by code, strong or known-answer
     * @return the new token; empty when the session ended meanwhile
     */
    public Optional<String> prove(String token, String by) {
        return raise(token, "proven_by = :by, doubted = false", by);
    }

    /** The person has shown that the report is theirs. More than that is not proven. */
    public Optional<String> trust(String token) {
        return raise(token, "doubted = false", "");
    }

    private Optional<String> raise(String token, String what, String by) {
        String fresh = Tokens.draw();
        OffsetDateTime now = OffsetDateTime.now(clock);
        return jdbc.sql("update link_session set token_hash = :fresh, " + what
                                + ", code_hash = null, tries = 0, seen_at = :now, expires_at = :until where token_hash = :hash and"
                                + LIVE)
                        .param("fresh", Tokens.hash(fresh))
                        .param("by", by)
                        .param("now", now)
                        .param("idle", now.minus(IDLE))
                        .param("until", now.plus(LASTS))
                        .param("hash", Tokens.hash(token))
                        .update()
                == 1
                ? Optional.of(fresh)
                : Optional.empty();
    }

    /**
     * Counts one try of somebody who has to prove something.
     *
     * @return false when they have had as many as there are; the caller ends the session or makes a new code
     */
    public boolean mayTry(String token, int most) {
        return jdbc.sql("update link_session set tries = tries + 1 where token_hash = ? and ended_at is null and tries < ?")
                        .params(Tokens.hash(token), most)
                        .update()
                == 1;
    }

    /** Ends the session. */
    public void end(String token) {
        end(token, "left");
    }

    /** Ends the session. @param why a code that the row keeps */
    public void end(String token, String why) {
        jdbc.sql("update link_session set ended_at = ?, ended_for = ? where token_hash = ? and ended_at is null")
                .params(OffsetDateTime.now(clock), why, Tokens.hash(token))
                .update();
    }

    /**
     * What the session may touch. Public as the answer of {@link #find}.
     *
     * @param doubted nothing, until the person has shown that the link came to the right one
     * @param proven more than what the person wrote themselves
     */
    public record LinkSession(UUID subject, UUID caseId, Long personId, boolean doubted, boolean proven) {}
}
