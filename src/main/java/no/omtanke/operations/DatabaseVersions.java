package no.omtanke.operations;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which database this is, and how far our schema has come. */
@Component
class DatabaseVersions {

    private final JdbcClient jdbc;

    DatabaseVersions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    String server() {
        return jdbc.sql("select current_setting('server_version')").query(String.class).single();
    }

    String schema() {
        return jdbc.sql(
                        """
                        select version from flyway_schema_history where success and version is not null
                        order by installed_rank desc limit 1
                        """)
                .query(String.class)
                .single();
    }
}
