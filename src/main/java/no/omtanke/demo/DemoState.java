package no.omtanke.demo;

import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the demo remembers between starts: how far its clock was moved, and that its cases are there. */
@Component
@Profile("demo")
class DemoState {

    private final JdbcClient jdbc;

    DemoState(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> get(String name) {
        return jdbc.sql("select value from demo_state where name = ?").param(name).query(String.class).optional();
    }

    void put(String name, String value) {
        jdbc.sql("insert into demo_state (name, value) values (?, ?) on conflict (name) do update set value = excluded.value")
                .params(name, value)
                .update();
    }
}
