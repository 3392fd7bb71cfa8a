package no.omtanke.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import no.omtanke.calendar.MovableClock;
import org.junit.jupiter.api.Test;

/** Nobody guesses for long, and nobody is shut out by what others do. */
class AttemptsTest {

    private static final Instant MORNING = Instant.parse("2026-11-23T08:00:00Z");

    private final MovableClock clock = new MovableClock(Clock.fixed(MORNING, ZoneOffset.UTC));
    private final Attempts attempts = new Attempts(clock);

    @Test
    void after_five_wrong_passwords_one_waits_longer_and_longer() {
        Guess guess = stranger(Guess.Kind.PASSWORD, "10.0.0.1");
        for (int i = 0; i < 5; i++) {
            assertThat(attempts.heard(guess)).isTrue();
        }
        assertThat(attempts.heard(guess)).isFalse();
        clock.advance(Duration.ofSeconds(61));
        assertThat(attempts.heard(guess)).isTrue();
        clock.advance(Duration.ofSeconds(61));
        assertThat(attempts.heard(guess)).as("the second wait is longer").isFalse();
        clock.advance(Duration.ofMinutes(1));
        assertThat(attempts.heard(guess)).isTrue();
    }

    @Test
    void a_right_password_begins_anew() {
        Guess guess = stranger(Guess.Kind.PASSWORD, "10.0.0.1");
        for (int i = 0; i < 50; i++) {
            assertThat(attempts.heard(guess)).isTrue();
            attempts.right(guess);
        }
    }

    @Test
    void who_sprays_many_names_from_one_address_waits() {
        int heard = 0;
        for (int i = 0; i < 200; i++) {
            heard += attempts.heard(new Guess(Guess.Kind.PASSWORD, "name" + i, "2001:db8::" + Integer.toHexString(i + 1), null)) ? 1 : 0;
        }
        assertThat(heard).isEqualTo(30);
    }

    /** The pupil at the machine beside the teacher's, or a thousand machines elsewhere: the owner's own browser is heard. */
    @Property(tries = 200)
    void no_guesses_of_others_make_the_owners_browser_wait(
            @ForAll @Size(max = 300) List<@IntRange(min = 0, max = 40) Integer> addresses, @ForAll boolean codes) {
        Attempts any = new Attempts(clock);
        Guess.Kind kind = codes ? Guess.Kind.CODE : Guess.Kind.PASSWORD;
        addresses.forEach(n -> any.heard(stranger(kind, "10.0.0." + n)));
        assertThat(any.heard(new Guess(kind, "kari", "10.0.0.1", "a known one"))).isTrue();
    }

    @Property(tries = 200)
    void no_guesses_from_elsewhere_make_a_name_wait_for_its_password(
            @ForAll @Size(max = 300) List<@IntRange(min = 0, max = 40) Integer> addresses) {
        Attempts any = new Attempts(clock);
        addresses.forEach(n -> any.heard(stranger(Guess.Kind.PASSWORD, "10.0.0." + n)));
        assertThat(any.heard(stranger(Guess.Kind.PASSWORD, "192.0.2.7"))).isTrue();
    }

    /** Three codes of a million are right: fifty guesses a day, however cleverly spread, come to less than one in six thousand. */
    @Property(tries = 50)
    void guessing_codes_for_a_whole_day_is_hopeless(@ForAll @IntRange(min = 5, max = 1800) int pause, @ForAll boolean known) {
        MovableClock day = new MovableClock(Clock.fixed(MORNING, ZoneOffset.UTC));
        Attempts any = new Attempts(day);
        int heard = 0;
        for (int n = 0; day.instant().isBefore(MORNING.plus(Duration.ofDays(1))); n++) {
            String address = "10." + n / 65_536 + "." + n / 256 % 256 + "." + n % 256;
            heard += any.heard(new Guess(Guess.Kind.CODE, "kari", address, known ? "a known one" : null)) ? 1 : 0;
            day.advance(Duration.ofSeconds(pause));
        }
        assertThat(heard).isBetween(5, 50);
    }

    private static Guess stranger(Guess.Kind kind, String address) {
        return new Guess(kind, "kari", address, null);
    }
}
