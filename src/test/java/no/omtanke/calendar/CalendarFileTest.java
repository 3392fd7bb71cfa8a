package no.omtanke.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.time.api.constraints.DateRange;
import no.omtanke.calendar.CalendarFile.Event;
import no.omtanke.calendar.CalendarFile.Trouble;

/** Calendar files as municipalities and offices write them, and as nobody should. */
class CalendarFileTest {

    private static final ZoneId NORWAY = ZoneId.of("Europe/Oslo");
    private static final SchoolYear YEAR = SchoolYear.from(2026);

    @Property(tries = 200)
    void the_end_of_an_all_day_event_is_the_day_after_its_last(
            @ForAll @DateRange(min = "2026-08-01", max = "2029-07-31") LocalDate from, @ForAll @IntRange(min = 1, max = 60) int days) {
        assertThat(events(event("DTSTART;VALUE=DATE:" + basic(from), "DTEND;VALUE=DATE:" + basic(from.plusDays(days)))))
                .containsExactly(new Event(from, from.plusDays(days - 1L), "Fri", true));
    }

    @Example
    void a_day_without_an_end_is_one_day_and_a_duration_counts() {
        assertThat(events(event("DTSTART;VALUE=DATE:20261116"))).containsExactly(day("2026-11-16", "2026-11-16"));
        assertThat(events(event("DTSTART;VALUE=DATE:20261005", "DURATION:P5D"))).containsExactly(day("2026-10-05", "2026-10-09"));
        assertThat(events(event("DTSTART;VALUE=DATE:20261116", "DTEND;VALUE=DATE:20261116")))
                .containsExactly(day("2026-11-16", "2026-11-16"));
    }

    @Example
    void moments_are_told_in_norwegian_time_whatever_zone_they_are_written_in() {
        assertThat(events(event("DTSTART:20261004T220000Z", "DTEND:20261009T220000Z")))
                .as("midnight in summer time")
                .containsExactly(day("2026-10-05", "2026-10-09"));
        assertThat(events(event("DTSTART;TZID=Europe/Oslo:20261116T000000", "DTEND;TZID=Europe/Oslo:20261117T000000")))
                .containsExactly(day("2026-11-16", "2026-11-16"));
        assertThat(events(event("DTSTART:20261116T000000", "DTEND:20261117T000000")))
                .as("no zone: what stands on the wall")
                .containsExactly(day("2026-11-16", "2026-11-16"));
        assertThat(events(event("DTSTART;TZID=America/New_York:20261115T180000", "DTEND;TZID=America/New_York:20261116T180000")))
                .containsExactly(day("2026-11-16", "2026-11-16"));
    }

    @Example
    void a_zone_that_the_file_describes_itself_is_used() {
        String zone =
                """
                BEGIN:VTIMEZONE
                TZID:W. Europe Standard Time
                BEGIN:STANDARD
                DTSTART:16010101T030000
                TZOFFSETFROM:+0200
                TZOFFSETTO:+0100
                RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
                END:STANDARD
                BEGIN:DAYLIGHT
                DTSTART:16010101T020000
                TZOFFSETFROM:+0100
                TZOFFSETTO:+0200
                RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
                END:DAYLIGHT
                END:VTIMEZONE
                """;
        String event = event("DTSTART;TZID=W. Europe Standard Time:20261005T000000", "DTEND;TZID=W. Europe Standard Time:20261010T000000");
        assertThat(events(zone + event)).containsExactly(day("2026-10-05", "2026-10-09"));
    }

    @Example
    void a_meeting_of_two_hours_is_no_whole_day() {
        assertThat(events(event("DTSTART:20261116T170000Z", "DTEND:20261116T190000Z")))
                .containsExactly(new Event(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 16), "Fri", false));
    }

    @Example
    void what_is_repeated_is_told_once_for_each_time_in_the_year() {
        assertThat(events(event("DTSTART;VALUE=DATE:20240105", "RRULE:FREQ=MONTHLY;BYMONTHDAY=5")))
                .as("from another year, without an end")
                .hasSize(12)
                .contains(day("2026-08-05", "2026-08-05"), day("2027-07-05", "2027-07-05"))
                .allMatch(e -> YEAR.includes(e.from()));
        assertThat(events(event("DTSTART;VALUE=DATE:20261116", "RRULE:FREQ=WEEKLY;COUNT=3", "EXDATE;VALUE=DATE:20261123")))
                .containsExactly(day("2026-11-16", "2026-11-16"), day("2026-11-30", "2026-11-30"));
        assertThat(events(event("DTSTART;TZID=Europe/Oslo:20261019T000000", "DTEND;TZID=Europe/Oslo:20261020T000000", "RRULE:FREQ=WEEKLY;COUNT=2")))
                .as("over the night when the clock is set back")
                .containsExactly(day("2026-10-19", "2026-10-19"), day("2026-10-26", "2026-10-26"));
    }

    @Example
    void the_leap_day_and_the_years_end_are_days_like_others() {
        assertThat(CalendarFile.read(file(event("DTSTART;VALUE=DATE:20280228", "DTEND;VALUE=DATE:20280301")), SchoolYear.from(2027), NORWAY).events())
                .containsExactly(day("2028-02-28", "2028-02-29"));
        assertThat(events(event("DTSTART;VALUE=DATE:20261221", "DTEND;VALUE=DATE:20270103"))).containsExactly(day("2026-12-21", "2027-01-02"));
    }

    @Example
    void what_cannot_be_read_is_named_with_its_line() {
        assertThat(troubles("Skolerute 2026\nHøstferie uke 41")).containsExactly(new Trouble(1, "not-calendar", ""));
        assertThat(troubles("BEGIN:VCALENDAR\nVERSION:2.0\nEND:VCALENDAR\n")).containsExactly(new Trouble(3, "no-events", ""));
        assertThat(troubles(file(event("DTSTART;VALUE=DATE:20261116")).replace("END:VCALENDAR", "")))
                .as("the download was cut off")
                .containsExactly(new Trouble(7, "cut", ""));
        assertThat(troubles(file(event("DTSTART;VALUE=DATE:16.11.2026")))).containsExactly(new Trouble(6, "value", "DTSTART"));
        assertThat(troubles(file(event("DTSTART;VALUE=DATE:20261116", "dette er ikke en linje")))).containsExactly(new Trouble(7, "line", ""));
        assertThat(troubles(file(event()))).containsExactly(new Trouble(4, "no-start", "DTSTART"));
        assertThat(troubles(file(event("DTSTART;VALUE=DATE:20261116") + event("DTSTART;VALUE=DATE:20261116", "DTEND;VALUE=DATE:20261110"))))
                .containsExactly(new Trouble(8, "backwards", "DTEND"));
        assertThat(troubles(file(event("DTSTART;VALUE=DATE:20261116").repeat(CalendarFile.MOST_EVENTS + 1))).get(0).what()).isEqualTo("many");
        assertThat(troubles(file(event("DTSTART:20260801T000000Z", "RRULE:FREQ=MINUTELY"))).get(0).what()).isEqualTo("many");
    }

    @Example
    void a_mark_of_the_byte_order_and_windows_lines_do_no_harm() {
        String text = "\uFEFF" + file(event("DTSTART;VALUE=DATE:20261116")).replace("\n", "\r\n");
        assertThat(CalendarFile.read(text, YEAR, NORWAY)).isEqualTo(new CalendarFile.Read(List.of(day("2026-11-16", "2026-11-16")), List.of()));
    }

    private static Event day(String from, String to) {
        return new Event(LocalDate.parse(from), LocalDate.parse(to), "Fri", true);
    }

    private static String basic(LocalDate day) {
        return day.toString().replace("-", "");
    }

    private static String event(String... lines) {
        return "BEGIN:VEVENT\nSUMMARY:Fri\n" + (lines.length == 0 ? "" : String.join("\n", lines) + "\n") + "END:VEVENT\n";
    }

    private static String file(String inside) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Solvik//Skolerute//NO\n" + inside + "END:VCALENDAR\n";
    }

    private static List<Event> events(String inside) {
        CalendarFile.Read read = CalendarFile.read(file(inside), YEAR, NORWAY);
        assertThat(read.troubles()).isEmpty();
        return read.events();
    }

    private static List<Trouble> troubles(String text) {
        return CalendarFile.read(text, YEAR, NORWAY).troubles();
    }
}
