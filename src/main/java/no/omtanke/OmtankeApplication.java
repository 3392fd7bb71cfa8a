package no.omtanke;

import no.omtanke.vault.KeyCommands;
import no.omtanke.vault.MasterKeyException;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationFailedEvent;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ApplicationListener;

/** The program. Public because the packaged jar and the tests start it. */
@SpringBootApplication
public class OmtankeApplication {

    public static void main(String[] args) {
        if (KeyCommands.asked(args)) {
            System.exit(KeyProgram.run(args));
        }
        SpringApplication program = new SpringApplication(OmtankeApplication.class);
        program.addListeners((ApplicationListener<ApplicationFailedEvent>) OmtankeApplication::sayWhatToDo);
        try {
            program.run(args);
        } catch (RuntimeException e) {
            if (MasterKeyException.in(e).isPresent()) {
                System.exit(1);
            }
            throw e;
        }
    }

    // In one line, the last one: what Spring would say after it is eighty.
    private static void sayWhatToDo(ApplicationFailedEvent failed) {
        MasterKeyException.in(failed.getException()).ifPresent(key -> {
            LoggerFactory.getLogger(OmtankeApplication.class).error("Omtanke does not start. {}", key.getMessage());
            LoggingSystem.get(OmtankeApplication.class.getClassLoader())
                    .setLogLevel(SpringApplication.class.getName(), LogLevel.OFF);
        });
    }
}
