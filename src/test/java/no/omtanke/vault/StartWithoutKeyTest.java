package no.omtanke.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.omtanke.Dump;
import no.omtanke.OmtankeTest;
import no.omtanke.SecondProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Nobody loses the master key by accident: what would do it is refused, in one line that says what to do. */
@OmtankeTest
class StartWithoutKeyTest {

    @Value("${spring.datasource.url}")
    String url;

    @TempDir
    Path folder;

    @Test
    void a_new_installation_is_told_how_to_make_a_key_and_makes_it_once() throws Exception {
        String empty = database();
        Path key = folder.resolve("keys/master");
        assertThatThrownBy(() -> start(empty, key))
                .isInstanceOf(MasterKeyException.class)
                .hasMessageContaining("is missing")
                .hasMessageContaining("--new-master-key");
        assertThat(key).doesNotExist();

        command(empty, key, "--new-master-key");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(key))).isEqualTo("rw-------");
        start(empty, key);
        String made = Files.readString(key);
        assertThatThrownBy(() -> command(empty, key, "--new-master-key")).hasMessageContaining("never written over");
        assertThat(key).hasContent(made);
    }

    @Test
    void a_key_is_made_by_itself_in_no_production_whatever_the_settings_say() throws Exception {
        String empty = database();
        Path key = folder.resolve("master");
        assertThatThrownBy(() -> start(
                        empty, key, "--spring.profiles.active=production", "--omtanke.make-missing-master-key=true"))
                .isInstanceOf(MasterKeyException.class)
                .hasMessageContaining("--new-master-key");
        assertThat(key).doesNotExist();
        // As the demo does it.
        start(empty, key, "--omtanke.make-missing-master-key=true");
        assertThat(key).exists();
    }

    @Test
    void a_missing_key_of_a_database_with_cases_is_never_made_anew() throws Exception {
        String database = database();
        Path key = folder.resolve("master");
        UUID subject = UUID.randomUUID();
        byte[] sealed = written(database, key, subject);
        Path safe = Files.move(key, folder.resolve("safe"));

        assertThatThrownBy(() -> start(database, key, "--omtanke.make-missing-master-key=true"))
                .hasMessageContaining("is missing")
                .hasMessageContaining("1 cases and drafts")
                .hasMessageContaining("from its backup");
        assertThatThrownBy(() -> command(database, key, "--new-master-key")).hasMessageContaining("Put that one back");
        assertThat(key).doesNotExist();

        Files.move(safe, key);
        assertThat(opened(database, key, subject, sealed)).isEqualTo("hemmelig");
    }

    @Test
    void another_key_is_refused_also_before_anything_is_written() throws Exception {
        String database = database();
        Path key = folder.resolve("master");
        command(database, key, "--new-master-key");
        start(database, key);
        Path other = folder.resolve("other");
        new MasterKeyFile(other).make(MasterKeyset.fresh());

        assertThatThrownBy(() -> start(database, other))
                .hasMessageContaining("not the master key of this database")
                .hasMessageContaining("Put back the key");
        // The same number is not the same key.
        Path disguised = folder.resolve("disguised");
        MasterKeyset own = new MasterKeyFile(key).read();
        MasterKeyset foreign = new MasterKeyFile(other).read();
        Files.writeString(disguised, Files.readString(other).replace("" + foreign.primary(), "" + own.primary()));
        Files.setPosixFilePermissions(disguised, PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> start(database, disguised)).hasMessageContaining("not the master key of this database");
        start(database, key);
    }

    @Test
    void a_key_that_opens_only_the_newest_is_refused() throws Exception {
        String database = database();
        Path key = folder.resolve("master");
        written(database, key, UUID.randomUUID());
        MasterKeyset old = new MasterKeyFile(key).read();
        MasterKeyset both = old.withNewKey();
        new MasterKeyFile(key).replace(both, java.time.Instant.EPOCH);
        try (SecondProgram program = program(database, key)) {
            program.bean(Vault.class).createKey(UUID.randomUUID());
            program.bean(Canary.class).seal(both);
        }
        Path newest = folder.resolve("newest");
        new MasterKeyFile(newest).make(both.primaryOnly());

        assertThatThrownBy(() -> start(database, newest))
                .hasMessageContaining("number " + old.primary() + " (1 cases and drafts)");
        start(database, key);
    }

    @Test
    void a_database_from_before_the_canary_is_known_by_its_rows() throws Exception {
        String database = database();
        Path key = folder.resolve("master");
        written(database, key, UUID.randomUUID());
        try (SecondProgram program = program(database, key)) {
            program.bean(JdbcClient.class).sql("delete from vault_canary").update();
        }
        Path other = folder.resolve("other");
        MasterKeyset foreign = MasterKeyset.fresh();
        MasterKeyset own = new MasterKeyFile(key).read();
        Files.writeString(other, foreign.json().replace("" + foreign.primary(), "" + own.primary()));
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-------"));
        assertThatThrownBy(() -> start(database, other)).hasMessageContaining("opens none of the keys");
        start(database, key);
    }

    @Test
    void one_damaged_row_does_not_close_the_house() throws Exception {
        String database = database();
        Path key = folder.resolve("master");
        UUID whole = UUID.randomUUID();
        byte[] sealed = written(database, key, whole);
        UUID damaged = UUID.randomUUID();
        written(database, key, damaged);
        try (SecondProgram program = program(database, key)) {
            program.bean(JdbcClient.class)
                    .sql("update vault_key set wrapped = substr(wrapped, 1, 30) where subject = ?")
                    .param(damaged)
                    .update();
        }
        assertThat(opened(database, key, whole, sealed)).isEqualTo("hemmelig");
    }

    @Test
    void a_lost_key_is_joined_again_by_two_persons() throws Exception {
        String database = database();
        Path key = folder.resolve("master");
        UUID subject = UUID.randomUUID();
        byte[] sealed = written(database, key, subject);
        Path shares = Files.createDirectory(folder.resolve("shares"));
        command(database, key, "--split-master-key=3", "--into=" + shares);
        try (Stream<Path> files = Files.list(shares)) {
            List<Path> all = files.toList();
            assertThat(all).hasSize(3);
            for (Path share : all) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(share))).isEqualTo("rw-------");
            }
        }
        assertThatThrownBy(() -> command(database, key, "--split-master-key=3", "--into=" + shares))
                .hasMessageContaining("never written over");
        Path one = shares.resolve("omtanke-share-1-of-3.txt");
        Path three = shares.resolve("omtanke-share-3-of-3.txt");
        assertThatThrownBy(() -> command(database, key, "--join-master-key=" + one + "," + three))
                .as("the key is there").hasMessageContaining("never written over");

        Files.delete(key);
        Files.delete(shares.resolve("omtanke-share-2-of-3.txt"));
        assertThatThrownBy(() -> command(database, key, "--join-master-key=" + one)).hasMessageContaining("Two different shares");
        command(database, key, "--join-master-key=" + one + "," + three);
        assertThat(opened(database, key, subject, sealed)).isEqualTo("hemmelig");
    }

    @Test
    void a_case_is_destroyed_only_by_whoever_says_it_twice() throws Exception {
        String database = database();
        Path key = folder.resolve("master");
        UUID subject = UUID.randomUUID();
        byte[] sealed = written(database, key, subject);
        assertThatThrownBy(() -> command(database, key, "--destroy-key=" + subject)).hasMessageContaining("--for-good");
        assertThatThrownBy(() -> command(database, key, "--destroy-key=SK26-ABCDEF", "--for-good")).hasMessageContaining("id");
        assertThat(opened(database, key, subject, sealed)).isEqualTo("hemmelig");

        command(database, key, "--destroy-key=" + subject, "--for-good");
        assertThatThrownBy(() -> opened(database, key, subject, sealed)).isInstanceOf(VaultException.class);
        assertThatThrownBy(() -> command(database, key, "--destroy-key=" + subject, "--for-good"))
                .hasMessageContaining("destroyed already");
    }

    // --- what they do

    private String database() throws Exception {
        return Dump.empty(url, "keys_" + UUID.randomUUID().toString().replace("-", ""));
    }

    private byte[] written(String database, Path key, UUID subject) {
        if (!Files.exists(key)) {
            command(database, key, "--new-master-key");
        }
        try (SecondProgram program = program(database, key)) {
            Vault vault = program.bean(Vault.class);
            vault.createKey(subject);
            return vault.seal(subject, "hemmelig".getBytes(StandardCharsets.UTF_8));
        }
    }

    private String opened(String database, Path key, UUID subject, byte[] sealed) {
        try (SecondProgram program = program(database, key)) {
            return new String(program.bean(Vault.class).open(subject, sealed), StandardCharsets.UTF_8);
        }
    }

    private void start(String database, Path key, String... settings) {
        try (SecondProgram program = program(database, key, settings)) {
            program.bean(Vault.class);
        } catch (RuntimeException e) {
            throw MasterKeyException.in(e).orElseThrow(() -> e);
        }
    }

    private void command(String database, Path key, String... arguments) {
        try (SecondProgram program = program(database, key)) {
            program.command(arguments);
        }
    }

    private SecondProgram program(String database, Path key, String... settings) {
        return SecondProgram.start(
                database,
                Stream.concat(Stream.of("--omtanke.master-key-file=" + key), Stream.of(settings)).toArray(String[]::new));
    }
}
