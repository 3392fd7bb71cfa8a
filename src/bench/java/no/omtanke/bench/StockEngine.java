package no.omtanke.bench;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Camunda as it comes: its own tables and indexes in a database of its own on the same server, our models, and for our beans others that
 * answer at once from memory. No listeners, no forms, no authorizations, nothing kept beside it.
 */
final class StockEngine implements AutoCloseable {

    static final String NAME = "stock";

    private static final int BATCH = 50;

    private final HikariDataSource source;
    final ProcessEngine engine;
    final JdbcClient jdbc;

    StockEngine(Program program, String url, boolean again) {
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(url != null ? url : beside(program, again));
        pool.setUsername(program.user());
        pool.setPassword(program.password());
        pool.setMaximumPoolSize(20);
        source = new HikariDataSource(pool);
        jdbc = JdbcClient.create(source);
        ProcessEngineConfigurationImpl settings = new StandaloneProcessEngineConfiguration();
        settings.setProcessEngineName(NAME);
        settings.setDataSource(source);
        settings.setDatabaseSchemaUpdate("true");
        settings.setIdGenerator(new StrongUuidGenerator());
        settings.setHistory("full");
        settings.setHistoryTimeToLive("P3650D");
        settings.setMetricsEnabled(false);
        settings.setDbMetricsReporterActivate(false);
        settings.setJobExecutorActivate(false);
        settings.setExpressionManager(new StandIns());
        engine = settings.buildProcessEngine();
        deploy();
    }

    // Omtanke's own user may make no database; the embedded server's first user may.
    private static String beside(Program program, boolean again) {
        if (!again) {
            try (Connection first = DriverManager.getConnection(program.url().replaceFirst("user=[^&]*", "user=postgres"));
                    Statement statement = first.createStatement()) {
                statement.execute("drop database if exists omtanke_stock");
                statement.execute("create database omtanke_stock owner " + program.user());
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
        return program.url().replaceFirst("(jdbc:postgresql://[^/]+/)[^?]*", "$1omtanke_stock");
    }

    private void deploy() {
        var deployment = engine.getRepositoryService().createDeployment();
        try {
            for (Resource model : new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/**/*.*")) {
                try (InputStream bytes = model.getInputStream()) {
                    deployment.addInputStream(model.getFilename(), bytes);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        deployment.deploy();
    }

    void fillUpTo(int target) {
        int missing = target - (int) engine.getTaskService().createTaskQuery().count();
        var executor = ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired();
        Filling.fill("stock", missing, BATCH, (from, to) -> executor.execute(context -> {
            for (int n = from; n < to; n++) {
                start(n);
            }
            return null;
        }));
        jdbc.sql("delete from act_ru_job where type_ = 'message'").update();
        jdbc.sql("vacuum analyze").update();
    }

    private void start(int n) {
        UUID caseId = UUID.randomUUID();
        StandIns.today(OurCases.FIRST_DAY.plusDays(ThreadLocalRandom.current().nextInt(OurCases.DAYS)));
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "school-environment",
                        caseId.toString(),
                        Map.of(
                                "caseId", caseId.toString(),
                                "schoolId", 1 + n % Municipality.SCHOOLS,
                                "accused", "none",
                                "serious", (n + n / Municipality.SCHOOLS) % OurCases.SERIOUS == 0,
                                "schoolHasLeader", true,
                                "pupilUnsafe", false,
                                "unfounded", false,
                                "reopened", false));
    }

    @Override
    public void close() {
        engine.close();
        source.close();
    }
}
