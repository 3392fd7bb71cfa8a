package no.omtanke.signin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import no.omtanke.organization.IdentityRegister;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Registers what other houses call our people, by the start argument {@code --register-identities=FILE}: each line a person (their number
 * or their e-mail address), a kind and the name, with semicolons between. All of it or nothing.
 */
@Component
class IdentityFile implements ApplicationRunner {

    private static final Logger LOG = LoggerFactory.getLogger(IdentityFile.class);
    private static final String OPTION = "register-identities";

    private final IdentityRegister identities;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;

    IdentityFile(IdentityRegister identities, JdbcClient jdbc, TransactionTemplate transaction) {
        this.identities = identities;
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (arguments.containsOption(OPTION)) {
            for (String file : arguments.getOptionValues(OPTION)) {
                LOG.info("Identities registered: {}. Delete the file now.", register(Files.readAllLines(Path.of(file))));
            }
        }
    }

    /** @return how many. @throws IllegalArgumentException naming the line that is wrong, not what stands there */
    int register(List<String> lines) {
        return transaction.execute(status -> {
            int count = 0;
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    line(i + 1, lines.get(i).split(";", -1));
                    count++;
                }
            }
            return count;
        });
    }

    private void line(int number, String[] parts) {
        if (parts.length != 3) {
            throw new IllegalArgumentException("line " + number + ": person;kind;name");
        }
        List<Long> people = jdbc.sql("select id from person where id::text = :who or lower(email) = lower(:who)")
                .param("who", parts[0].strip())
                .query(Long.class)
                .list();
        if (people.size() != 1) {
            throw new IllegalArgumentException("line " + number + ": " + people.size() + " people are meant");
        }
        try {
            identities.register(people.get(0), parts[1].strip(), parts[2]);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("line " + number + ": " + e.getMessage());
        }
    }
}
