package no.omtanke.calendar;

import java.time.LocalDate;
import java.util.List;

/** A school with an autumn holiday, a Christmas holiday and one planning day, without a database. */
final class CalendarFixture {

    static final int SCHOOL = 1;

    static final List<Closure> CLOSED = List.of(
            new Closure(LocalDate.of(2026, 10, 5), LocalDate.of(2026, 10, 9)),
            new Closure(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 16)),
            new Closure(LocalDate.of(2026, 12, 21), LocalDate.of(2027, 1, 1)));

    static final WorkingDays WORKING_DAYS = new WorkingDays();
    static final SchoolDays SCHOOL_DAYS =
            new SchoolDays(WORKING_DAYS, schoolId -> schoolId == SCHOOL ? CLOSED : List.of());

    private CalendarFixture() {}
}
