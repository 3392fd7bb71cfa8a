package no.omtanke.bench;

import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import no.omtanke.OmtankeApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Omtanke as it is in production, but for its clock, its mails and its database, which are the bench's. */
final class Program implements AutoCloseable {

    final ConfigurableApplicationContext context;
    final JdbcClient jdbc;
    final int port;

    Program(Path data, String url) {
        List<String> settings = new ArrayList<>(List.of(
                "--server.port=0",
                "--omtanke.clock=movable",
                "--omtanke.sign-in.second-factor=optional",
                "--omtanke.data=" + data,
                "--omtanke.master-key-file=" + data.resolve("keys/master.json"),
                "--omtanke.make-missing-master-key=true",
                "--omtanke.base-url=http://localhost",
                // Nobody gets mail from a bench; its steps wait.
                "--camunda.bpm.job-execution.enabled=false",
                "--spring.datasource.hikari.maximum-pool-size=20",
                "--logging.level.no.omtanke=WARN",
                // The bench serves Camunda's REST outside of Spring, on purpose.
                "--logging.level.org.glassfish.jersey.server.spring=OFF",
                "--logging.level.org.apache.catalina.loader=ERROR"));
        settings.add(url == null ? "--omtanke.embedded-database=durable" : "--spring.datasource.url=" + url);
        context = new SpringApplicationBuilder(OmtankeApplication.class)
                .logStartupInfo(false)
                .run(settings.toArray(String[]::new));
        jdbc = bean(JdbcClient.class);
        port = Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    String url() {
        return pool().getJdbcUrl();
    }

    String user() {
        return pool().getUsername();
    }

    String password() {
        return pool().getPassword();
    }

    private HikariDataSource pool() {
        try {
            return bean(DataSource.class).unwrap(HikariDataSource.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long number(String sql) {
        return jdbc.sql(sql).query(Long.class).single();
    }

    @Override
    public void close() {
        context.close();
    }
}
