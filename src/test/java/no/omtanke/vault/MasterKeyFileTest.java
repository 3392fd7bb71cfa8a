package no.omtanke.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The master key's file is never lost to a slip: not written over, not half written, not read when something is wrong with it. */
class MasterKeyFileTest {

    private static final Instant NOW = Instant.parse("2026-11-25T04:30:00Z");

    @TempDir
    Path folder;

    private Path path;
    private MasterKeyFile file;

    @BeforeEach
    void aFile() {
        path = folder.resolve("master-key");
        file = new MasterKeyFile(path);
    }

    @Test
    void a_new_file_is_for_its_owner_only_and_never_written_over() throws Exception {
        MasterKeyset keyset = MasterKeyset.fresh();
        file.make(keyset);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-------");
        assertThat(file.read().primary()).isEqualTo(keyset.primary());

        assertThatThrownBy(() -> file.make(MasterKeyset.fresh())).hasMessageContaining("never written over");
        assertThat(file.read().primary()).isEqualTo(keyset.primary());
    }

    @Test
    void a_changed_file_stands_there_whole_and_the_former_one_beside_it() throws Exception {
        MasterKeyset before = MasterKeyset.fresh();
        file.make(before);
        String stamp = file.stamp();
        String former = Files.readString(path);
        MasterKeyset both = before.withNewKey();

        Path copy = file.replace(both, NOW);

        assertThat(copy).hasFileName("master-key.2026-11-25T043000Z").hasContent(former);
        assertThat(file.read().ids()).isEqualTo(both.ids());
        assertThat(file.stamp()).isNotEqualTo(stamp);
        assertThat(names()).containsExactlyInAnyOrder("master-key", copy.getFileName().toString());
        for (Path each : List.of(path, copy)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each))).isEqualTo("rw-------");
        }
    }

    @Test
    void a_second_change_in_the_same_second_keeps_a_copy_of_its_own() throws Exception {
        file.make(MasterKeyset.fresh());
        String first = Files.readString(path);
        Path copy = file.replace(file.read().withNewKey(), NOW);
        String second = Files.readString(path);
        assertThat(file.replace(file.read().withNewKey(), NOW)).isNotEqualTo(copy).hasContent(second);
        assertThat(copy).hasContent(first);
        assertThat(file.read().ids()).hasSize(3);
    }

    @Test
    void what_a_killed_change_left_behind_is_in_nobodys_way() throws Exception {
        file.make(MasterKeyset.fresh());
        Files.writeString(folder.resolve(".master-key.new"), "half a k");
        file.replace(file.read().withNewKey(), NOW);
        assertThat(file.read().ids()).hasSize(2);
    }

    @Test
    void a_link_stays_a_link() throws Exception {
        Path real = folder.resolve("data");
        new MasterKeyFile(real).make(MasterKeyset.fresh());
        Files.createSymbolicLink(path, real);
        file.replace(file.read().withNewKey(), NOW);
        assertThat(path).isSymbolicLink();
        assertThat(new MasterKeyFile(real).read().ids()).hasSize(2);
    }

    @Test
    void a_file_for_the_group_stays_one() throws Exception {
        file.make(MasterKeyset.fresh());
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
        file.replace(file.read().withNewKey(), NOW);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path))).isEqualTo("rw-r-----");
    }

    @Test
    void whatever_is_wrong_with_it_is_said_in_one_line_with_what_to_do() throws Exception {
        refuses("is missing");
        Files.createDirectory(path);
        refuses("is a folder");
        Files.delete(path);
        Files.createFile(path, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        refuses("the file is empty");
        Files.writeString(path, "{\"primaryKeyId\": 12, \"key\": [{\"keyData\": {\"value\": \"hemmelig\"}}]}");
        refuses("from its backup");
        String whole = MasterKeyset.fresh().json();
        Files.writeString(path, whole.substring(0, whole.length() / 2));
        refuses("damaged");
        Files.writeString(path, whole);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r--r--"));
        refuses("chmod 600");
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(file.read().ids()).hasSize(1);
    }

    private void refuses(String why) {
        assertThatThrownBy(file::read)
                .isInstanceOf(MasterKeyException.class)
                .hasMessageContaining(path.toString())
                .hasMessageContaining(why)
                .hasMessageNotContaining("hemmelig")
                .hasMessageNotContaining("\n");
    }

    private List<String> names() throws Exception {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).toList();
        }
    }
}
