package no.omtanke.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Starts PostgreSQL before anything else when {@code omtanke.embedded-database} is {@code durable} or {@code throwaway}, and points
 * the data source at it. Public because Spring Boot makes it.
 */
public class EmbeddedDatabase implements EnvironmentPostProcessor {

    private static EmbeddedPostgres running;

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        String kind = environment.getProperty("omtanke.embedded-database", "none");
        if (kind.equals("none")) {
            return;
        }
        EmbeddedPostgres database = start(kind, environment);
        environment
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "embedded-database",
                        Map.of(
                                "spring.datasource.url", database.getJdbcUrl("postgres", "postgres"),
                                "spring.datasource.username", "postgres",
                                "spring.datasource.password", "")));
    }

    /** One database a Java process: tests with several contexts share it. */
    private static synchronized EmbeddedPostgres start(String kind, ConfigurableEnvironment environment) {
        if (running != null) {
            return running;
        }
        try {
            EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                    .setPGStartupWait(Duration.ofSeconds(60))
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
}
