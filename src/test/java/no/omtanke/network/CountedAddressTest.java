package no.omtanke.network;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class CountedAddressTest {

    @Test
    void an_ipv4_address_counts_whole_however_it_is_written() {
        assertThat(CountedAddress.of("192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(CountedAddress.of("::ffff:192.0.2.7")).isEqualTo("192.0.2.7");
        assertThat(CountedAddress.of("192.0.2.8")).isNotEqualTo(CountedAddress.of("192.0.2.7"));
    }

    @Test
    void a_household_s_many_ipv6_addresses_count_as_one_and_its_neighbour_s_as_another() {
        String home = CountedAddress.of("2001:db8:1:2:3:4:5:6");
        assertThat(CountedAddress.of("2001:db8:1:2:ffff:ffff:ffff:ffff")).isEqualTo(home);
        assertThat(CountedAddress.of("2001:db8:1:2::1%eth0")).isIn(home, "unreadable");
        assertThat(CountedAddress.of("2001:db8:1:3:3:4:5:6")).isNotEqualTo(home);
    }

    @Test
    void what_is_no_address_is_never_looked_up() {
        assertThat(CountedAddress.of(null)).isNull();
        assertThat(CountedAddress.of("evil.example")).isEqualTo("evil.example");
        assertThat(CountedAddress.of("evil:example")).isEqualTo("unreadable");
        assertThat(CountedAddress.of("1:2:3")).isEqualTo("unreadable");
    }

    @Property(tries = 200)
    boolean only_the_first_half_counts(@ForAll @IntRange(max = 65535) int network, @ForAll @IntRange(max = 65535) int rest) {
        return CountedAddress.of("2001:db8:0:%x:%x::1".formatted(network, rest))
                .equals(CountedAddress.of("2001:db8:0:%x::".formatted(network)));
    }
}
