package no.omtanke.organization;

import java.util.Arrays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The municipality's letterhead. Public because letters print it and administration changes it. */
@Service
@Transactional
public class Letterheads {

    private final JdbcClient jdbc;

    Letterheads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Letterhead now() {
        return jdbc.sql("select address, arms from municipality")
                .query((row, n) -> new Letterhead(row.getString("address"), row.getBytes("arms")))
                .optional()
                .orElse(new Letterhead("", null));
    }

    /** Writes the lines down. */
    public void address(String lines) {
        jdbc.sql("update municipality set address = ?").param(lines).update();
    }

    /** Takes the picture, which the caller has looked at; null takes it away. */
    public void arms(byte[] png) {
        jdbc.sql("update municipality set arms = ?").params(Arrays.asList((Object) png)).update();
    }
}
