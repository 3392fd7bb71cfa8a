package no.omtanke.process;

import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;
import org.springframework.stereotype.Component;

/**
 * Adds our indexes to the engine's tables, each time the engine has started: it makes its tables after our migrations have run, so that a
 * migration would find none in a new database.
 */
@Component
@Order(3)
class EngineIndexes extends AbstractProcessEnginePlugin {

    private final DataSource source;

    EngineIndexes(DataSource source) {
        this.source = source;
    }

    @Override
    public void postProcessEngineBuild(ProcessEngine engine) {
        new ResourceDatabasePopulator(new ClassPathResource("db/engine/indexes.sql")).execute(source);
    }
}
