package no.omtanke.correspondence;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Codes that prove, beyond the link, that somebody reads the mail of the link's person now. Public because the portal asks for them.
 *
 * <p>A code belongs to one session of one browser. It is kept as a hash together with that browser's own token, which is not in the
 * database: eight digits alone could be guessed from a hash.
 */
@Service
@Transactional
public class OneTimeCodes {

    /** How long a code can be used. */
    public static final Duration VALID = Duration.ofMinutes(10);

    /** How many wrong ones are looked at before a new code is needed. */
    public static final int TRIES = 5;

    private static final int DIGITS = 8;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final LinkSessions sessions;
    private final SecureRandom random = new SecureRandom();

    OneTimeCodes(JdbcClient jdbc, Clock clock, LinkSessions sessions) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.sessions = sessions;
    }

    /** What a typed code was. Public as the answer of {@link #enter}. */
    public enum Answer {
        RIGHT,
        WRONG,
        /** There is no code that could be right: too old, too many tries, or none was made. */
        NO_CODE
    }

    /** Draws a code for the session; a former one is worth nothing from now on. */
    public String draw(String sessionToken) {
        String code = String.format("%0" + DIGITS + "d", random.nextInt((int) Math.pow(10, DIGITS)));
        jdbc.sql("update link_session set code_hash = ?, code_expires_at = ?, tries = 0 where token_hash = ?")
                .params(hash(sessionToken, code), OffsetDateTime.now(clock).plus(VALID), Tokens.hash(sessionToken))
                .update();
        return code;
    }

    /** Whether a code waits to be typed. */
    @Transactional(readOnly = true)
    public boolean waits(String sessionToken) {
        return stored(sessionToken).isPresent();
    }

    /** Looks at a typed code; spaces do not count. Every look is a try, also of two at once. */
    public Answer enter(String sessionToken, String typed) {
        Optional<byte[]> stored = stored(sessionToken);
        if (stored.isEmpty() || !sessions.mayTry(sessionToken, TRIES)) {
            return Answer.NO_CODE;
        }
        String digits = typed == null ? "" : typed.replaceAll("[\\s\\-\\u00a0]", "");
        return MessageDigest.isEqual(stored.get(), hash(sessionToken, digits)) ? Answer.RIGHT : Answer.WRONG;
    }

    /** A code that did not leave is worth nothing. */
    public void forget(String sessionToken) {
        jdbc.sql("update link_session set code_hash = null where token_hash = ?")
                .param(Tokens.hash(sessionToken))
                .update();
    }

    private Optional<byte[]> stored(String sessionToken) {
        return jdbc.sql(
                        """
                        select code_hash from link_session
                        where token_hash = ? and code_hash is not null and code_expires_at > ? and tries < ?
                        """)
                .params(Tokens.hash(sessionToken), OffsetDateTime.now(clock), TRIES)
                .query(byte[].class)
                .optional();
    }

    private static byte[] hash(String sessionToken, String code) {
        return Tokens.hash(sessionToken + " " + code);
    }
}
