package no.omtanke;

import java.util.Optional;
import java.util.stream.Stream;
import no.omtanke.vault.KeyCommands;
import no.omtanke.vault.MasterKeyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.Banner;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.BadSqlGrammarException;

/** The small program for commands on keys, beside the one that runs: the vault and its database, no engine, no doors, no migration. */
@ComponentScan({"no.omtanke.vault", "no.omtanke.calendar"})
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class
})
class KeyProgram {

    private static final Logger LOG = LoggerFactory.getLogger(KeyProgram.class);

    /** @return what the shell is told: 0 when it was done */
    static int run(String... arguments) {
        try (ConfigurableApplicationContext program = start(arguments)) {
            program.getBean(KeyCommands.class).run(program.getBean(ApplicationArguments.class));
            return 0;
        } catch (RuntimeException e) {
            return refused(e);
        }
    }

    /** Beans are made when a command asks for them: not every command needs the database, or has a key. */
    static ConfigurableApplicationContext start(String... arguments) {
        SpringApplication program = new SpringApplication(KeyProgram.class);
        program.setWebApplicationType(WebApplicationType.NONE);
        program.setBannerMode(Banner.Mode.OFF);
        program.setLogStartupInfo(false);
        program.setLazyInitialization(true);
        // The database inside a program belongs to that program; starting it here would stop it there.
        return program.run(Stream.concat(Stream.of(arguments), Stream.of("--omtanke.embedded-database=none"))
                .toArray(String[]::new));
    }

    private static int refused(RuntimeException e) {
        Optional<MasterKeyException> key = MasterKeyException.in(e);
        if (key.isPresent()) {
            LOG.error(key.get().getMessage());
        } else if (e instanceof BadSqlGrammarException) {
            LOG.error("The database has not been brought up to this version yet: start the program once. Nothing was changed.");
        } else if (e instanceof DataAccessException) {
            LOG.error("The database does not answer. Nothing was changed.", e);
        } else {
            LOG.error("The command failed.", e);
        }
        return 1;
    }
}
