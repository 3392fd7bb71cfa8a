package no.omtanke.correspondence;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Short narrow sessions that a spent link was exchanged for. Public because doors keep their token in a cookie. */
@Service
@Transactional
public class LinkSessions {

    /** How long a page that a link opened stays open. */
    public static final Duration LASTS = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final Clock clock;

    LinkSessions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Begins a session and answers the token for the cookie. */
    public String begin(SecureLink link, Duration valid) {
        return begin(link.purpose(), link.subject(), link.personId(), valid);
    }

    /** Begins a session for somebody who just proved the same by other means, such as sending the report itself. */
    public String begin(LinkPurpose purpose, UUID subject, Long personId, Duration valid) {
        String token = Tokens.draw();
        jdbc.sql("delete from link_session where expires_at < ?")
                .param(OffsetDateTime.now(clock))
                .update();
        jdbc.sql("insert into link_session (token_hash, purpose, subject, person_id, expires_at) values (?, ?, ?, ?, ?)")
                .params(java.util.Arrays.asList(
                        Tokens.hash(token),
                        purpose.name(),
                        subject,
                        personId,
                        OffsetDateTime.now(clock).plus(valid)))
                .update();
        return token;
    }

    /** The live session of the token and purpose. */
    @Transactional(readOnly = true)
    public Optional<LinkSession> find(String token, LinkPurpose purpose) {
        return jdbc.sql("select subject, person_id from link_session where token_hash = ? and purpose = ? and expires_at > ?")
                .params(Tokens.hash(token), purpose.name(), OffsetDateTime.now(clock))
                .query((row, n) -> new LinkSession(
                        row.getObject("subject", UUID.class), row.getObject("person_id", Long.class)))
                .optional();
    }

    /** Ends the session. */
    public void end(String token) {
        jdbc.sql("delete from link_session where token_hash = ?").param(Tokens.hash(token)).update();
    }

    /** What the session may touch. Public as the answer of {@link #find}. */
    public record LinkSession(UUID subject, Long personId) {}
}
