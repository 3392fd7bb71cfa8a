package no.omtanke.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Remembers in which browsers somebody has signed in before. It opens nothing; it only tells the owner's wrong guesses from those of
 * strangers.
 */
@Service
@Transactional
class KnownBrowsers {

    private static final Duration KEPT = Duration.ofDays(180);
    private static final DrawnCookie COOKIE = new DrawnCookie("omtanke-known", "/signin", KEPT);

    private final JdbcClient jdbc;
    private final Clock clock;

    KnownBrowsers(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What the browser says it is, unproved. */
    static Optional<String> token(HttpServletRequest request) {
        return COOKIE.read(request);
    }

    /** A name for the browser if the account's owner has signed in there before. */
    @Transactional(readOnly = true)
    Optional<String> known(String token, String username) {
        byte[] hash = Drawn.hash(token);
        return jdbc.sql("select count(*) from known_browser join account using (person_id)"
                        + " where token_hash = ? and lower(username) = lower(?) and last_seen > ?")
                .params(hash, username, OffsetDateTime.now(clock).minus(KEPT))
                .query(Integer.class)
                .optional()
                .filter(n -> n > 0)
                .map(n -> HexFormat.of().formatHex(hash));
    }

    void remember(long personId, HttpServletRequest request, HttpServletResponse response) {
        String token = token(request).orElseGet(Drawn::token);
        jdbc.sql("delete from known_browser where last_seen < ?")
                .param(OffsetDateTime.now(clock).minus(KEPT))
                .update();
        jdbc.sql("insert into known_browser (token_hash, person_id, last_seen)"
                        + " select ?, person_id, ? from account where person_id = ?"
                        + " on conflict (token_hash, person_id) do update set last_seen = excluded.last_seen")
                .params(Drawn.hash(token), OffsetDateTime.now(clock), personId)
                .update();
        COOKIE.set(request, response, token);
    }

    /** With a new password every browser is strange again. */
    void forget(long personId) {
        jdbc.sql("delete from known_browser where person_id = ?").param(personId).update();
    }
}
