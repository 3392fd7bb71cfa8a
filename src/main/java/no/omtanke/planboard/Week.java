package no.omtanke.planboard;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An ISO week, as in addresses: {@code 2026-W53}. The year is the week's own: the first of January may lie in the old one's last week. */
record Week(LocalDate monday) {

    private static final Pattern WRITTEN = Pattern.compile("(20\\d\\d)-W(\\d\\d)");

    static Week of(LocalDate day) {
        return new Week(day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)));
    }

    /** The week that was asked for, or the day's own when it was not or is none. */
    static Week asked(String written, LocalDate today) {
        Matcher found = WRITTEN.matcher(written == null ? "" : written);
        if (!found.matches()) {
            return of(today);
        }
        int year = Integer.parseInt(found.group(1));
        int number = Integer.parseInt(found.group(2));
        // The fourth of January always lies in week one.
        Week week = new Week(of(LocalDate.of(year, 1, 4)).monday().plusWeeks(number - 1L));
        return week.number() == number && week.year() == year ? week : of(today);
    }

    public int number() {
        return monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    public int year() {
        return monday.get(IsoFields.WEEK_BASED_YEAR);
    }

    public Week previous() {
        return new Week(monday.minusWeeks(1));
    }

    public Week next() {
        return new Week(monday.plusWeeks(1));
    }

    public boolean contains(LocalDate day) {
        return !day.isBefore(monday) && day.isBefore(monday.plusWeeks(1));
    }

    @Override
    public String toString() {
        return "%d-W%02d".formatted(year(), number());
    }
}
