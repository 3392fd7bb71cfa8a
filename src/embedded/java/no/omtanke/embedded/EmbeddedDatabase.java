package no.omtanke.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts PostgreSQL before anything else when {@code omtanke.embedded-database} is {@code durable} or {@code throwaway}, and points
 * the data source at it; {@code omtanke.embedded-database-name} chooses another database of the same server. Public because Spring Boot makes it.
 */
public class EmbeddedDatabase implements EnvironmentPostProcessor {

    /** Owns the database and is no superuser: whom PostgreSQL's row-level security is asked for. */
    private static final String USER = "omtanke";

    // Also what an earlier start made as a superuser becomes the user's.
    private static final String OWNED =
            """
            do $$
            declare
                thing record;
            begin
                execute format('alter database %I owner to omtanke', current_database());
                alter schema public owner to omtanke;
                for thing in select nspname from pg_namespace
                             where nspname = 'omtanke' and nspowner <> 'omtanke'::regrole loop
                    execute format('alter schema %I owner to omtanke', thing.nspname);
                end loop;
                for thing in select c.oid::regclass as name, c.relkind from pg_class c
                             where c.relnamespace in (select oid from pg_namespace where nspname in ('public', 'omtanke'))
                               and c.relkind in ('r', 'v') and c.relowner <> 'omtanke'::regrole loop
                    execute format(case thing.relkind when 'r' then 'alter table %s owner to omtanke'
                        else 'alter view %s owner to omtanke' end, thing.name);
                end loop;
                for thing in select p.oid::regprocedure as name from pg_proc p
                             where p.pronamespace in (select oid from pg_namespace where nspname in ('public', 'omtanke'))
                               and p.proowner <> 'omtanke'::regrole loop
                    execute format('alter function %s owner to omtanke', thing.name);
                end loop;
            end
            $$
            """;

    private static EmbeddedPostgres running;
    private static int programs;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String kind = environment.getProperty("omtanke.embedded-database", "none");
        if (kind.equals("none")) {
            return;
        }
        EmbeddedPostgres server = start(kind, environment);
        String name = environment.getProperty("omtanke.embedded-database-name", "postgres");
        create(name, server);
        application.addInitializers(EmbeddedDatabase::stopLast);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "embedded-database",
                        Map.of(
                                "spring.datasource.url", server.getJdbcUrl(USER, name),
                                "spring.datasource.username", USER,
                                "spring.datasource.password", "")));
    }

    private static void create(String name, EmbeddedPostgres server) {
        if (!name.matches("[a-z_]+")) {
            throw new IllegalArgumentException("not a database's name: " + name);
        }
        try (Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            if (missing(statement, "select 1 from pg_roles where rolname = '" + USER + "'")) {
                statement.execute("create role " + USER + " login");
            }
            if (missing(statement, "select 1 from pg_database where datname = '" + name + "'")) {
                statement.execute("create database " + name);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database " + name + " could not be made", e);
        }
        try (Connection connection = server.getDatabase("postgres", name).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(OWNED);
        } catch (SQLException e) {
            throw new IllegalStateException("The database " + name + " could not be made", e);
        }
    }

    private static boolean missing(Statement statement, String question) throws SQLException {
        try (ResultSet found = statement.executeQuery(question)) {
            return !found.next();
        }
    }

    /** One server a Java process: tests with several contexts share it, each with a database of its own name. */
    private static synchronized EmbeddedPostgres start(String kind, ConfigurableEnvironment environment) {
        programs++;
        if (running != null) {
            return running;
        }
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofSeconds(60))
                    // The library's own hook would take the database away while the program still closes its doors.
                    .setRegisterShutdownHook(false)
                    .setServerConfig("max_connections", "60")
                    .setServerConfig("shared_buffers", "256MB");
            if (kind.equals("durable")) {
                Path data = Path.of(environment.getRequiredProperty("omtanke.data")).resolve("postgres");
                Files.createDirectories(data);
                Leftover.stop(data);
                // The library switches these off; data that lasts must survive a crash of the machine.
                builder.setDataDirectory(data)
                        .setCleanDataDirectory(false)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on");
            }
            running = builder.start();
            return running;
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded database did not start", e);
        }
    }

    /** What is registered before any bean is destroyed after all of them. */
    private static void stopLast(ConfigurableApplicationContext program) {
        ((DefaultListableBeanFactory) program.getBeanFactory())
                .registerDisposableBean("embeddedDatabase", EmbeddedDatabase::leave);
    }

    private static synchronized void leave() throws IOException {
        programs--;
        if (programs == 0) {
            running.close();
            running = null;
        }
    }
}
