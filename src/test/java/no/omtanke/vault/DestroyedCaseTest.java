package no.omtanke.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import no.omtanke.Dump;
import no.omtanke.OmtankeTest;
import no.omtanke.SecondProgram;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.access.Part;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.NewCase;
import no.omtanke.form.Drafts;
import no.omtanke.form.Typed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What stands in the database and its backups is nothing without the master key, and a case whose key was destroyed is nothing with it.
 * PostgreSQL's own temporary files and its write-ahead log are not looked at: they hold what the tables hold.
 */
@OmtankeTest
class DestroyedCaseTest {

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    CaseFiles cases;

    @Autowired
    CaseGate gate;

    @Autowired
    Drafts drafts;

    @Autowired
    Vault vault;

    @Autowired
    MasterKey master;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Value("${spring.datasource.url}")
    String url;

    @TempDir
    Path folder;

    private final String word = "ordet" + UUID.randomUUID().toString().substring(0, 8);
    private final String name = "Navnet" + UUID.randomUUID().toString().substring(0, 8);
    private Town town;
    private CaseFile gone;
    private CaseFile kept;

    @BeforeEach
    void twoCases() {
        time.startAt("2026-11-23T10:00");
        town = towns.found();
        gone = aCase();
        kept = aCase();
    }

    @AfterEach
    void theStoryIsOver() {
        vault.destroyKey(gone.id());
        towns.forget(town);
    }

    @Test
    void a_backup_holds_no_word_and_opens_with_the_key_until_the_cases_key_is_destroyed() throws Exception {
        drafts.save("person:" + town.teacher(), "dump", Typed.empty().with("whatHappened", word), Duration.ofDays(1));
        Dump before = Dump.take(url, folder.resolve("before"));
        assertThat(before.tables()).isGreaterThan(60);
        assertThat(before.tablesWith(town.tag())).as("it is looked for where it would be found").contains("omtanke.person");
        for (String secret : List.of(word, name, key())) {
            assertThat(before.tablesWith(secret)).isEmpty();
        }
        String restored = before.restore(url, database());
        try (SecondProgram elsewhere = program(restored, keyFile())) {
            assertThat(words(elsewhere, gone)).containsOnly(word);
            assertThat(words(elsewhere, kept)).containsOnly(word);
        }

        assertThat(opens(gone)).isTrue();
        vault.destroyKey(gone.id());
        assertThat(opens(gone)).as("at once, also from memory").isFalse();
        assertThat(opens(kept)).isTrue();

        Dump after = Dump.take(url, folder.resolve("after"));
        try (SecondProgram elsewhere = program(after.restore(url, database()), keyFile())) {
            assertThatThrownBy(() -> words(elsewhere, gone)).isInstanceOf(VaultException.class);
            assertThat(words(elsewhere, kept)).containsOnly(word);
            assertThat(elsewhere.bean(JdbcClient.class)
                            .sql("select wrapped is null and destroyed_at is not null from vault_key where subject = ?")
                            .param(gone.id())
                            .query(Boolean.class)
                            .single())
                    .as("the row stays as a proof")
                    .isTrue();
        }
        for (String secret : List.of(word, name, key())) {
            assertThat(after.tablesWith(secret)).isEmpty();
        }
    }

    @Test
    void a_restored_backup_without_its_key_shows_nothing() throws Exception {
        String restored = Dump.take(url, folder.resolve("stolen")).restore(url, database());
        Path none = folder.resolve("none");
        assertThatThrownBy(() -> start(restored, none)).hasMessageContaining("is missing").hasMessageContaining("from its backup");
        assertThat(none).doesNotExist();

        Path other = folder.resolve("other");
        new MasterKeyFile(other).make(MasterKeyset.fresh());
        assertThatThrownBy(() -> start(restored, other)).hasMessageContaining("not the master key of this database");

        // Whoever has the database takes the canary away, and gives his own key the right number.
        String disguised = Files.readString(other)
                .replace("" + new MasterKeyFile(other).read().primary(), "" + master.keyset().primary());
        Files.writeString(other, disguised);
        Files.setPosixFilePermissions(other, PosixFilePermissions.fromString("rw-------"));
        try (SecondProgram thief = program(restored, other)) {
            thief.bean(JdbcClient.class).sql("delete from vault_canary").update();
            assertThatThrownBy(() -> thief.bean(Vault.class)).rootCause().hasMessageContaining("opens none");
        }
        start(restored, keyFile());
    }

    @Test
    void a_second_program_forgets_a_destroyed_key_within_seconds() throws Exception {
        try (SecondProgram second = program(Dump.asSuperuser(url), keyFile())) {
            assertThat(words(second, gone)).containsOnly(word);
            long began = System.nanoTime();
            vault.destroyKey(gone.id());
            Duration longest = OpenedKeys.REMEMBERED.plusSeconds(5);
            while (stillOpens(second)) {
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(longest);
                Thread.sleep(100);
            }
        }
    }

    @Test
    void a_key_that_is_opened_while_it_is_destroyed_is_forgotten_too() {
        transaction.executeWithoutResult(status -> {
            vault.destroyKey(gone.id());
            assertThat(opens(gone)).as("for whoever destroys it").isFalse();
            // Somebody else reads the row as it still is, and remembers the key.
            java.util.concurrent.CompletableFuture.runAsync(() -> assertThat(opens(gone)).isTrue()).join();
        });
        assertThat(opens(gone)).isFalse();
    }

    // --- what they do

    private CaseFile aCase() {
        byte[] file = word.getBytes(StandardCharsets.UTF_8);
        return transaction.execute(s -> {
            CaseFile fresh = cases.open(new NewCase(
                            "school-environment", "SK", town.school(), "staff", null, "nb", "none", false, false, "none",
                            UUID.randomUUID()))
                    .file();
            UUID entry = cases.addEntry(
                    fresh.id(), "report-staff", town.teacher(), "staff", null, null, "{\"whatHappened\":\"" + word + "\"}");
            cases.addDocument(fresh.id(), entry, word + ".txt", "text/plain", file);
            cases.keepDocument(fresh.id(), "plan", null, word + ".pdf", "application/pdf", file);
            cases.addNamedParty(fresh.id(), "affected", name);
            return fresh;
        });
    }

    private boolean opens(CaseFile file) {
        try {
            return gate.open(towns.reader(town.principal()), file.id(), Part.CONTENT).orElseThrow().entries().stream()
                    .allMatch(entry -> entry.json().contains(word));
        } catch (VaultException e) {
            return false;
        }
    }

    /** Everything sealed that the case's tables hold, opened by another program: the canary's word, wherever it stands. */
    private List<String> words(SecondProgram program, CaseFile file) {
        Vault vault = program.bean(Vault.class);
        List<String> opened = program
                .bean(JdbcClient.class)
                .sql(
                        """
                        select sealed from case_entry where case_id = :case
                        union all select sealed from case_document where case_id = :case
                        union all select sealed_name from case_document where case_id = :case
                        union all select sealed_name from case_party where case_id = :case and sealed_name is not null
                        """)
                .param("case", file.id())
                .query(byte[].class)
                .list()
                .stream()
                .map(sealed -> new String(vault.open(file.id(), sealed), StandardCharsets.UTF_8))
                .toList();
        assertThat(opened).hasSize(6).anyMatch(text -> text.equals(name));
        return opened.stream()
                .filter(text -> !text.equals(name))
                .map(text -> text.contains(word) ? word : text)
                .toList();
    }

    private boolean stillOpens(SecondProgram program) {
        try {
            return !words(program, gone).isEmpty();
        } catch (VaultException e) {
            return false;
        }
    }

    // As it would be found: the secret part of the master key's file.
    private String key() throws Exception {
        return Files.readString(keyFile()).replaceAll("(?s).*\"value\"\\s*:\\s*\"([^\"]+)\".*", "$1");
    }

    private Path keyFile() {
        return Path.of(master.file().toString());
    }

    private static String database() {
        return "restored_" + UUID.randomUUID().toString().replace("-", "");
    }

    private void start(String database, Path key) {
        try (SecondProgram program = program(database, key)) {
            program.bean(Vault.class);
        } catch (RuntimeException e) {
            throw MasterKeyException.in(e).orElseThrow(() -> e);
        }
    }

    private static SecondProgram program(String database, Path key, String... settings) {
        return SecondProgram.start(
                database,
                Stream.concat(Stream.of("--omtanke.master-key-file=" + key), Stream.of(settings)).toArray(String[]::new));
    }
}
