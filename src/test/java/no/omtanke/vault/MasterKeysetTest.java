package no.omtanke.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One or more master keys: the newest wraps, all of them unwrap. */
class MasterKeysetTest {

    private static final byte[] PLAIN = "en nøkkel".getBytes(StandardCharsets.UTF_8);
    private static final byte[] OF = {1, 2, 3};

    @Test
    void a_new_key_wraps_and_the_old_one_still_opens() throws Exception {
        MasterKeyset before = MasterKeyset.fresh();
        byte[] old = before.wrap(PLAIN, OF);
        MasterKeyset both = before.withNewKey();

        assertThat(both.ids()).hasSize(2).contains(before.primary());
        assertThat(both.primary()).isNotEqualTo(before.primary());
        assertThat(both.unwrap(old, OF)).isEqualTo(PLAIN);
        assertThat(MasterKeyset.idOf(both.wrap(PLAIN, OF))).isEqualTo(both.primary());
    }

    @Test
    void without_the_old_key_only_what_the_new_one_wrapped_opens() throws Exception {
        MasterKeyset before = MasterKeyset.fresh();
        MasterKeyset both = before.withNewKey();
        MasterKeyset after = both.primaryOnly();

        assertThat(after.ids()).containsExactly(both.primary());
        assertThat(after.unwrap(both.wrap(PLAIN, OF), OF)).isEqualTo(PLAIN);
        assertThatThrownBy(() -> after.unwrap(before.wrap(PLAIN, OF), OF)).isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void a_keyset_follows_another_one_when_a_change_leads_from_one_to_the_other() throws Exception {
        MasterKeyset before = MasterKeyset.fresh();
        MasterKeyset both = before.withNewKey();
        MasterKeyset after = both.primaryOnly();

        assertThat(both.follows(before)).isTrue();
        assertThat(after.follows(both)).isTrue();
        assertThat(after.follows(before)).as("a step was left out").isFalse();
        assertThat(MasterKeyset.fresh().follows(before)).as("another installation's").isFalse();
    }

    @Test
    void it_is_the_same_after_it_was_written_down() throws Exception {
        MasterKeyset both = MasterKeyset.fresh().withNewKey();
        for (MasterKeyset read : List.of(MasterKeyset.ofJson(both.json()), MasterKeyset.ofBytes(both.bytes()))) {
            assertThat(read.ids()).isEqualTo(both.ids());
            assertThat(read.primary()).isEqualTo(both.primary());
            assertThat(read.unwrap(both.wrap(PLAIN, OF), OF)).isEqualTo(PLAIN);
        }
    }

    @Test
    void a_key_that_does_not_number_what_it_wraps_is_refused() throws Exception {
        String raw = MasterKeyset.fresh().json().replace("\"TINK\"", "\"RAW\"");
        assertThat(raw).contains("RAW");
        assertThatThrownBy(() -> MasterKeyset.ofJson(raw))
                .isInstanceOf(GeneralSecurityException.class)
                .hasMessageContaining("number");
    }

    @Test
    void a_key_of_the_script_is_read() throws IOException, InterruptedException, GeneralSecurityException {
        Process script = new ProcessBuilder("sh", "docker/new-master-key").start();
        String json = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).isZero();
        MasterKeyset keyset = MasterKeyset.ofJson(json);
        assertThat(keyset.unwrap(keyset.wrap(PLAIN, OF), OF)).isEqualTo(PLAIN);
    }

    @Test
    void it_shows_nothing_of_its_secret() throws Exception {
        MasterKeyset both = MasterKeyset.fresh().withNewKey();
        assertThat(both.toString()).matches("master key \\d+ and older \\[\\d+]");
    }
}
