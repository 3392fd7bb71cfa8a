package no.omtanke.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import no.omtanke.OmtankeTest;
import no.omtanke.SecondProgram;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The master key is changed by a command beside the program that runs, and nobody who works notices. */
@OmtankeTest
class MasterKeyChangeTest {

    @Autowired
    Vault vault;

    @Autowired
    MasterKey master;

    @Autowired
    Rewrapping rewrapping;

    @Autowired
    KeyLocks locks;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Value("${spring.datasource.url}")
    String url;

    @TempDir
    Path folder;

    private final Map<UUID, byte[]> written = new TreeMap<>();

    @AfterEach
    void nothingStaysHalfDone() {
        written.keySet().forEach(vault::destroyKey);
        jdbc.sql("delete from vault_program where primary_key_id = 1").update();
    }

    @Test
    void a_new_key_wraps_everything_while_people_work_and_then_the_old_one_goes() throws Exception {
        write(30);
        long old = master.keyset().primary();
        String former = Files.readString(file());
        AtomicBoolean work = new AtomicBoolean(true);
        AtomicInteger done = new AtomicInteger();
        CompletableFuture<Void> people = CompletableFuture.runAsync(() -> {
            while (work.get()) {
                write(1);
                everythingOpens();
                done.incrementAndGet();
            }
        });

        int during;
        long fresh;
        try {
            command("--rotate-master-key");
            during = done.get();
            command("--rotate-master-key-is-not-a-command", "--show-master-keys");

            assertThat(master.keyset().ids()).hasSize(2).contains(old);
            fresh = master.keyset().primary();
            assertThat(fresh).isNotEqualTo(old);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file()))).isEqualTo("rw-------");
            assertThat(copies()).anyMatch(copy -> content(copy).equals(former));

            command("--retire-master-keys");
        } finally {
            work.set(false);
        }
        people.get();

        assertThat(during).as("people worked meanwhile").isPositive();
        write(1);
        everythingOpens();
        assertThat(master.keyset().ids()).containsExactly(fresh);
        assertThat(neededKeys()).containsExactly(fresh);
        // Nothing is remembered here: it opens with what stands in the file and the database.
        try (SecondProgram restarted = second()) {
            Vault opened = restarted.bean(Vault.class);
            written.forEach((subject, sealed) -> assertThat(opened.open(subject, sealed)).isEqualTo(text(subject)));
        }
        Path before = copies().stream().filter(copy -> content(copy).equals(former)).findFirst().orElseThrow();
        assertThatThrownBy(() -> started(before)).hasMessageContaining("not the master key of this database");
    }

    @Test
    void a_change_that_was_killed_midway_goes_on_with_the_same_new_key() throws Exception {
        transaction.executeWithoutResult(status -> write(250));
        MasterKeyset both = master.keyset().withNewKey();
        master.file().replace(both, Instant.parse("2026-11-25T04:30:00Z"));
        master.refresh();
        rewrapping.walk(both, 1);
        assertThat(neededKeys()).as("killed in the middle").hasSize(2);
        everythingOpens();
        assertThatThrownBy(() -> command("--retire-master-keys"))
                .isInstanceOf(MasterKeyException.class)
                .hasMessageContaining("still needed")
                .hasMessageContaining("--rotate-master-key");

        command("--rotate-master-key");

        assertThat(master.keyset().ids()).as("no third key").isEqualTo(both.ids());
        assertThat(neededKeys()).containsExactly(both.primary());
        everythingOpens();
        command("--retire-master-keys");
        master.refresh();
        assertThat(master.keyset().ids()).containsExactly(both.primary());
    }

    @Test
    void nothing_is_wrapped_by_a_key_that_a_running_program_does_not_hold() {
        write(3);
        jdbc.sql("insert into vault_program values (?, '{1}', 1, clock_timestamp() + interval '1 hour')")
                .param(UUID.randomUUID())
                .update();
        long old = master.keyset().primary();
        try (SecondProgram operator = second()) {
            operator.bean(KeyChange.class).patience(Duration.ofSeconds(1));
            assertThatThrownBy(() -> operator.command("--rotate-master-key"))
                    .isInstanceOf(MasterKeyException.class)
                    .hasMessageContaining("have not taken up")
                    .hasMessageContaining("the old key holds");
        }
        write(1);
        assertThat(neededKeys()).contains(old);
        everythingOpens();

        jdbc.sql("delete from vault_program where primary_key_id = 1").update();
        command("--rotate-master-key");
        jdbc.sql("insert into vault_program values (?, '{1}', 1, clock_timestamp())").param(UUID.randomUUID()).update();
        assertThatThrownBy(() -> command("--retire-master-keys")).hasMessageContaining("still wrap by an older key");
        jdbc.sql("delete from vault_program where primary_key_id = 1").update();
        command("--retire-master-keys");
        everythingOpens();
    }

    @Test
    void no_key_is_taken_away_while_somebody_is_sending() throws Exception {
        command("--rotate-master-key");
        CountDownLatch wrapped = new CountDownLatch(1);
        CountDownLatch refused = new CountDownLatch(1);
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> transaction.executeWithoutResult(status -> {
            write(1);
            wrapped.countDown();
            await(refused);
        }));
        wrapped.await();
        assertThatThrownBy(() -> command("--retire-master-keys")).hasMessageContaining("Somebody is sending");
        assertThat(master.keyset().ids()).hasSize(2);
        refused.countDown();
        sending.get();
        command("--retire-master-keys");
        everythingOpens();
    }

    @Test
    void there_is_one_command_at_a_time() {
        locks.alone(() -> {
            for (String command : List.of("--rotate-master-key", "--retire-master-keys")) {
                assertThatThrownBy(() -> command(command)).hasMessageContaining("Another command");
            }
        });
        assertThatThrownBy(() -> command("--rotate-master-key", "--retire-master-keys")).hasMessageContaining("One command");
    }

    @Test
    void a_row_that_opens_with_no_key_stays_as_it_is_and_keeps_the_old_key() {
        write(3);
        long old = master.keyset().primary();
        UUID damaged = written.keySet().iterator().next();
        byte[] whole = jdbc.sql("select wrapped from vault_key where subject = ?").param(damaged).query(byte[].class).single();
        jdbc.sql("update vault_key set wrapped = set_byte(wrapped, 20, get_byte(wrapped, 20) # 255) where subject = ?")
                .param(damaged)
                .update();
        command("--rotate-master-key");
        assertThat(neededKeys()).containsExactlyInAnyOrder(old, master.keyset().primary());
        assertThatThrownBy(() -> command("--retire-master-keys")).hasMessageContaining("1 by " + old);

        jdbc.sql("update vault_key set wrapped = ? where subject = ?").params(whole, damaged).update();
        command("--rotate-master-key");
        command("--retire-master-keys");
        everythingOpens();
    }

    @Test
    void a_running_program_never_takes_up_another_installations_key() throws Exception {
        write(1);
        MasterKeyset own = master.keyset();
        String whole = Files.readString(file());
        for (String wrong : List.of(MasterKeyset.fresh().json(), "", "{}")) {
            Files.writeString(file(), wrong);
            write(1);
            everythingOpens();
            assertThat(master.keyset().ids()).isEqualTo(own.ids());
            assertThatThrownBy(() -> started(file())).isInstanceOf(MasterKeyException.class);
        }
        Files.writeString(file(), whole);
        write(1);
        everythingOpens();
        assertThatCode(() -> started(file())).doesNotThrowAnyException();
    }

    @Test
    void a_key_in_the_environment_is_changed_by_a_second_variable() throws Exception {
        write(3);
        long old = master.keyset().primary();
        String first = Files.readString(file());
        Path next = folder.resolve("next");
        try (SecondProgram operator = second("--omtanke.master-key=" + first)) {
            assertThatThrownBy(() -> operator.command("--rotate-master-key")).hasMessageContaining("--into=FILE");
            operator.command("--rotate-master-key", "--into=" + next);
            assertThatThrownBy(() -> operator.command("--rotate-master-key", "--into=" + next))
                    .hasMessageContaining("never written over");
        }
        assertThat(Files.readString(file())).isEqualTo(first);
        assertThat(neededKeys()).containsExactly(old);

        String both = Files.readString(next);
        String[] variables = {"--omtanke.master-key=" + first, "--omtanke.master-key-next=" + both};
        try (SecondProgram operator = second(variables)) {
            operator.bean(KeyChange.class).patience(Duration.ofSeconds(1));
            // The running one was not restarted with both.
            assertThatThrownBy(() -> operator.command("--rotate-master-key")).hasMessageContaining("restart them");
            Files.writeString(file(), both);
            operator.bean(KeyChange.class).patience(Duration.ofSeconds(30));
            operator.command("--rotate-master-key");
            everythingOpens();
            assertThat(neededKeys()).doesNotContain(old);
            operator.command("--retire-master-keys", "--into=" + folder.resolve("only"));
        }
        Files.writeString(file(), Files.readString(folder.resolve("only")));
        write(1);
        everythingOpens();
        assertThat(master.keyset().ids()).hasSize(1).doesNotContain(old);

        String foreign = MasterKeyset.fresh().json();
        try (SecondProgram operator = second("--omtanke.master-key=" + first, "--omtanke.master-key-next=" + foreign)) {
            assertThatThrownBy(() -> operator.command("--show-master-keys"))
                    .rootCause()
                    .hasMessageContaining("does not hold the key of OMTANKE_MASTER_KEY");
        }
    }

    // --- what they do

    private void command(String... arguments) {
        try (SecondProgram operator = second()) {
            operator.command(arguments);
        }
    }

    private SecondProgram second(String... settings) {
        return SecondProgram.start(
                url,
                Stream.concat(Stream.of("--omtanke.master-key-file=" + file()), Stream.of(settings)).toArray(String[]::new));
    }

    private void started(Path key) {
        try (SecondProgram program = SecondProgram.start(url, "--omtanke.master-key-file=" + key)) {
            program.bean(Vault.class);
        } catch (RuntimeException e) {
            throw MasterKeyException.in(e).orElseThrow(() -> e);
        }
    }

    private synchronized void write(int cases) {
        for (int i = 0; i < cases; i++) {
            UUID subject = UUID.randomUUID();
            vault.createKey(subject);
            written.put(subject, vault.seal(subject, text(subject)));
        }
    }

    private synchronized void everythingOpens() {
        written.forEach((subject, sealed) -> assertThat(vault.open(subject, sealed)).isEqualTo(text(subject)));
    }

    private static byte[] text(UUID subject) {
        return ("skrevet i " + subject).getBytes(StandardCharsets.UTF_8);
    }

    private List<Long> neededKeys() {
        return jdbc.sql("select distinct master_key_id from vault_key where destroyed_at is null").query(Long.class).list();
    }

    private Path file() {
        return Path.of(master.file().toString());
    }

    private List<Path> copies() throws Exception {
        try (Stream<Path> files = Files.list(file().getParent())) {
            return new ArrayList<>(files.filter(f -> f.getFileName().toString().startsWith(file().getFileName() + ".")).toList());
        }
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
