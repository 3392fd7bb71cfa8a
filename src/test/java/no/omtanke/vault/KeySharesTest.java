package no.omtanke.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** Two persons together have the master key, one alone has nothing. */
class KeySharesTest {

    @Property(tries = 60)
    void any_two_shares_make_the_key_again(
            @ForAll @IntRange(min = 2, max = 9) int n, @ForAll @IntRange(max = 8) int a, @ForAll @IntRange(max = 8) int b)
            throws GeneralSecurityException {
        MasterKeyset keyset = MasterKeyset.fresh().withNewKey();
        List<KeyShare> shares = KeyShares.split(keyset, n);
        assertThat(shares).hasSize(n);
        int one = a % n;
        int other = b % n == one ? (one + 1) % n : b % n;

        MasterKeyset joined = KeyShares.join(List.of(typed(shares.get(one)), typed(shares.get(other))));

        assertThat(joined.json()).isEqualTo(keyset.json());
    }

    @Test
    void one_share_alone_is_refused_also_when_it_is_given_twice() throws Exception {
        KeyShare share = KeyShares.split(MasterKeyset.fresh(), 3).get(1);
        assertThatThrownBy(() -> KeyShares.join(List.of(share))).hasMessageContaining("Two different shares");
        assertThatThrownBy(() -> KeyShares.join(List.of(share, share))).hasMessageContaining("Two different shares");
    }

    @Test
    void one_share_holds_no_piece_of_the_key() throws Exception {
        MasterKeyset keyset = MasterKeyset.fresh();
        String secret = HexFormat.of().formatHex(keyset.bytes());
        for (KeyShare share : KeyShares.split(keyset, 3)) {
            String shown = HexFormat.of().formatHex(share.secret());
            assertThat(shown).hasSameSizeAs(secret);
            for (int i = 0; i + 16 <= secret.length(); i += 2) {
                assertThat(shown).doesNotContain(secret.substring(i, i + 16));
            }
        }
    }

    @Test
    void shares_of_two_keys_or_of_two_splittings_are_told_apart_from_the_right_ones() throws Exception {
        MasterKeyset keyset = MasterKeyset.fresh();
        List<KeyShare> first = KeyShares.split(keyset, 3);
        List<KeyShare> again = KeyShares.split(keyset, 3);
        List<KeyShare> foreign = KeyShares.split(MasterKeyset.fresh(), 3);

        assertThatThrownBy(() -> KeyShares.join(List.of(first.get(0), foreign.get(1)))).hasMessageContaining("different keys");
        assertThatThrownBy(() -> KeyShares.join(List.of(first.get(0), again.get(1)))).hasMessageContaining("split more than once");
    }

    @Test
    void a_slip_in_typing_is_noticed() throws Exception {
        String text = KeyShares.split(MasterKeyset.fresh(), 2).get(0).text();
        int digit = text.indexOf('\n', text.indexOf("omtanke-share")) + 3;
        String slip = text.substring(0, digit) + (text.charAt(digit) == 'a' ? 'b' : 'a') + text.substring(digit + 1);
        assertThatThrownBy(() -> KeyShare.read(slip, "share-1"))
                .isInstanceOf(MasterKeyException.class)
                .hasMessageContaining("share-1")
                .hasMessageContaining("mistyped");
        assertThatThrownBy(() -> KeyShare.read("a letter", "x.txt")).hasMessageContaining("is not a share");
        assertThatThrownBy(() -> KeyShare.read(text.replace("check", "chekc"), "x.txt")).isInstanceOf(MasterKeyException.class);
    }

    @Test
    void nobody_splits_a_key_into_one_share_or_into_twenty() throws Exception {
        MasterKeyset keyset = MasterKeyset.fresh();
        assertThatThrownBy(() -> KeyShares.split(keyset, 1)).isInstanceOf(MasterKeyException.class);
        assertThatThrownBy(() -> KeyShares.split(keyset, 20)).isInstanceOf(MasterKeyException.class);
    }

    // As somebody types it from paper.
    private static KeyShare typed(KeyShare share) {
        return KeyShare.read(share.text().replace("\n", " \r\n").replace("# ", "#  "), "paper");
    }
}
