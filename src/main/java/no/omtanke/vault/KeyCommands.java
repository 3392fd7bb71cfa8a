package no.omtanke.vault;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * What an operator does with keys, each a start argument of a small program that opens no door and touches no process. Public because
 * the program's own start chooses it.
 */
@Component
public class KeyCommands {

    private static final Logger LOG = LoggerFactory.getLogger(KeyCommands.class);

    private static final String NEW = "new-master-key";
    private static final String SHOW = "show-master-keys";
    private static final String ROTATE = "rotate-master-key";
    private static final String RETIRE = "retire-master-keys";
    private static final String SPLIT = "split-master-key";
    private static final String JOIN = "join-master-key";
    private static final String DESTROY = "destroy-key";
    private static final String INTO = "into";
    private static final Set<String> ALL = Set.of(NEW, SHOW, ROTATE, RETIRE, SPLIT, JOIN, DESTROY);

    private final Path path;
    private final ObjectProvider<MasterKey> master;
    private final ObjectProvider<KeyChange> change;
    private final ObjectProvider<Vault> vault;
    private final ObjectProvider<JdbcClient> jdbc;

    // Only what a command asks for is made: splitting and joining need no database, making a key no key.
    KeyCommands(
            @Value("${omtanke.master-key-file}") Path path,
            ObjectProvider<MasterKey> master,
            ObjectProvider<KeyChange> change,
            ObjectProvider<Vault> vault,
            ObjectProvider<JdbcClient> jdbc) {
        this.path = path;
        this.master = master;
        this.change = change;
        this.vault = vault;
        this.jdbc = jdbc;
    }

    /** Whether the start arguments ask for a command on keys instead of the program. */
    public static boolean asked(String... arguments) {
        return Stream.of(arguments).anyMatch(a -> a.startsWith("--") && ALL.contains(a.substring(2).split("=", 2)[0]));
    }

    /** Does what the arguments ask. @throws MasterKeyException with what is wrong and what to do */
    public void run(ApplicationArguments arguments) {
        List<String> commands = ALL.stream().filter(arguments::containsOption).toList();
        if (commands.size() != 1) {
            throw new MasterKeyException("One command at a time: " + String.join(", ", commands) + ".");
        }
        switch (commands.get(0)) {
            case NEW -> make();
            case SHOW -> change.getObject().show();
            case ROTATE -> change.getObject().rotate(into(arguments));
            case RETIRE -> change.getObject().retire(into(arguments));
            case SPLIT -> split(number(value(arguments, SPLIT)), into(arguments));
            case JOIN -> join(value(arguments, JOIN), into(arguments));
            default -> destroy(value(arguments, DESTROY), arguments.containsOption("for-good"));
        }
    }

    private void make() {
        long keys;
        try {
            keys = jdbc.getObject()
                    .sql("select case when to_regclass('omtanke.vault_key') is null then 0 else 1 end")
                    .query(Long.class)
                    .single();
            if (keys > 0) {
                keys = jdbc.getObject()
                        .sql("select count(*) from omtanke.vault_key where destroyed_at is null")
                        .query(Long.class)
                        .single();
            }
        } catch (DataAccessException e) {
            throw new MasterKeyException("The database does not answer, so nobody knows whether it has a key already. Nothing was made.", e);
        }
        if (keys > 0) {
            throw new MasterKeyException("The database holds " + keys + " cases and drafts that only their own master key opens. Put that"
                    + " one back; a new one is of no use. Nothing was made.");
        }
        new MasterKeyFile(path).make(fresh());
        LOG.info("A master key was made: {}. Back it up now, in two places, apart from the database's backups", path);
    }

    private void split(int shares, Path folder) {
        if (folder == null || !Files.isDirectory(folder)) {
            throw new MasterKeyException("Say into which folder the shares are written: --into=FOLDER.");
        }
        List<KeyShare> parts = KeyShares.split(master.getObject().keyset(), shares);
        List<Path> written = new ArrayList<>();
        for (KeyShare share : parts) {
            Path file = folder.resolve("omtanke-share-" + share.number() + "-of-" + shares + ".txt");
            try {
                MasterKeyFile.writeSecret(file, share.text());
            } catch (FileAlreadyExistsException e) {
                throw new MasterKeyException(file + " exists already and is never written over.");
            } catch (IOException e) {
                throw new MasterKeyException(file + " could not be written.", e);
            }
            written.add(file);
        }
        LOG.info("{} shares, two of which make the key again: {}. Give each to its own person and remove the files", shares, written);
    }

    private void join(String files, Path into) {
        List<KeyShare> shares = Stream.of(files.split(",")).map(Path::of).map(KeyCommands::share).toList();
        MasterKeyFile target = new MasterKeyFile(into == null ? path : into);
        MasterKeyset keyset = KeyShares.join(shares);
        target.make(keyset);
        LOG.info("The master key was joined again: {} stands in {}", keyset, target);
    }

    private static KeyShare share(Path file) {
        try {
            return KeyShare.read(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new MasterKeyException("The share " + file + " cannot be read.", e);
        }
    }

    private void destroy(String id, boolean forGood) {
        UUID subject;
        try {
            subject = UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new MasterKeyException("Give the case's id, as it stands in its history: --destroy-key=ID --for-good.");
        }
        if (!forGood) {
            throw new MasterKeyException("Nobody can undo this: everything written in " + subject
                    + " becomes unreadable. Add --for-good to do it. Nothing was changed.");
        }
        if (!vault.getObject().destroyKey(subject)) {
            throw new MasterKeyException("There is no key of " + subject + ", or it is destroyed already. Nothing was changed.");
        }
        LOG.info("The key of {} is destroyed. Running programs forget it within {} seconds; backups of the database hold it, wrapped,"
                + " until they are gone", subject, OpenedKeys.REMEMBERED.toSeconds());
    }

    private static MasterKeyset fresh() {
        try {
            return MasterKeyset.fresh();
        } catch (GeneralSecurityException e) {
            throw new MasterKeyException("A master key could not be made.", e);
        }
    }

    private static int number(String value) {
        return value.matches("\\d{1,2}") ? Integer.parseInt(value) : 0;
    }

    private static String value(ApplicationArguments arguments, String option) {
        List<String> values = arguments.getOptionValues(option);
        return values.isEmpty() ? "" : values.get(0);
    }

    private static Path into(ApplicationArguments arguments) {
        List<String> values = arguments.getOptionValues(INTO);
        return values == null || values.isEmpty() ? null : Path.of(values.get(0));
    }
}
