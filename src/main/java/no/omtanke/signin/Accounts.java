package no.omtanke.signin;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/** Local accounts. Public because the demo makes its people's accounts here. */
@Service
public class Accounts {

    private static final int SHORTEST_PASSWORD = 12;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final PasswordEncoder encoder = new BCryptPasswordEncoder(12);
    // Compared with when the name is unknown, so that the answer takes as long.
    private final String nobody = encoder.encode("nobody's password");

    Accounts(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes or replaces the person's account. @throws IllegalArgumentException for a password under twelve characters */
    public void create(long personId, String username, String password) {
        if (password.length() < SHORTEST_PASSWORD) {
            throw new IllegalArgumentException("a password has at least " + SHORTEST_PASSWORD + " characters");
        }
        jdbc.sql(
                        """
                        insert into account (person_id, username, password_hash, created_at) values (?, ?, ?, ?)
                        on conflict (person_id) do update set username = excluded.username,
                            password_hash = excluded.password_hash
                        """)
                .params(personId, username, encoder.encode(password), OffsetDateTime.now(clock))
                .update();
    }

    /** The person whose name and password these are. Takes the same time for unknown names. */
    Optional<Long> check(String username, String password) {
        Optional<Row> row = jdbc.sql("select person_id, password_hash from account where lower(username) = lower(?)")
                .param(username)
                .query((r, n) -> new Row(r.getLong("person_id"), r.getString("password_hash")))
                .optional();
        boolean right = encoder.matches(password, row.map(Row::hash).orElse(nobody));
        return row.filter(r -> right).map(Row::personId);
    }

    /** What the person signs in with here; nothing for one who comes by a provider only. */
    Optional<String> usernameOf(long personId) {
        return jdbc.sql("select username from account where person_id = ?")
                .param(personId)
                .query(String.class)
                .optional();
    }

    private record Row(long personId, String hash) {}
}
