package no.omtanke.absence;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What holds of one pupil on one day. Public because lists and pages show it.
 *
 * @param hours how many when it is so many hours, else null
 */
public record Absence(long pupil, LocalDate day, AbsenceKind kind, Extent extent, BigDecimal hours) {

    public Absence {
        if ((extent == Extent.HOURS) != (hours != null)) {
            throw new IllegalArgumentException("hours belong to a part of a day");
        }
        // 2 and 2.0 are the same hours.
        hours = hours == null ? null : new BigDecimal(hours.stripTrailingZeros().toPlainString());
    }

    static Absence whole(long pupil, LocalDate day, AbsenceKind kind) {
        return new Absence(pupil, day, kind, Extent.WHOLE, null);
    }

    /** Counts towards a threshold: leave that the school has given does not. */
    boolean counts() {
        return kind != AbsenceKind.LEAVE;
    }

    boolean away() {
        return extent == Extent.WHOLE || extent == Extent.HOURS;
    }
}
