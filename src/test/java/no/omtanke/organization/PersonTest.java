package no.omtanke.organization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class PersonTest {

    @Test
    void turnsEighteenOnTheBirthday() {
        Person pupil = born(LocalDate.of(2008, 11, 22));
        assertThat(pupil.hasTurned(18, LocalDate.of(2026, 11, 21))).isFalse();
        assertThat(pupil.hasTurned(18, LocalDate.of(2026, 11, 22))).isTrue();
    }

    @Test
    void aLeapDayChildTurnsEighteenOnTheLastDayOfFebruary() {
        Person pupil = born(LocalDate.of(2008, 2, 29));
        assertThat(pupil.hasTurned(18, LocalDate.of(2026, 2, 27))).isFalse();
        assertThat(pupil.hasTurned(18, LocalDate.of(2026, 2, 28))).isTrue();
    }

    @Test
    void withoutABirthDateHasTurnedNothing() {
        assertThat(born(null).hasTurned(1, LocalDate.of(2026, 11, 22))).isFalse();
    }

    @Test
    void isToldApartFromOthersByTheClass() {
        assertThat(new PupilEntry(born(null), 1, 6, "6A").label()).isEqualTo("Elle Utsi (6A)");
    }

    private static Person born(LocalDate birthDate) {
        return new Person(7, "Elle", "Utsi", null, null, birthDate, "nb");
    }
}
