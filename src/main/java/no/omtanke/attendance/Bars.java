package no.omtanke.attendance;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import no.omtanke.absence.PupilYear;
import no.omtanke.absence.PupilYear.Month;

/** Days away, month by month, as a small picture beside the table that says the same. */
record Bars(List<Bar> bars, int width, String said) {

    static final int HEIGHT = 120;
    private static final int STEP = 52;

    /** @param height of the bar, which stands on {@link #HEIGHT} */
    record Bar(String month, int days, int x, int height) {

        public int y() {
            return HEIGHT - height;
        }
    }

    static Bars of(PupilYear year, AttendanceWords words, Locale locale) {
        List<Month> months = year.months();
        int most = Math.max(5, months.stream().mapToInt(Month::days).max().orElse(0));
        List<Bar> bars = IntStream.range(0, months.size())
                .mapToObj(i -> new Bar(
                        words.month(months.get(i).month(), locale),
                        months.get(i).days(),
                        i * STEP + 8,
                        months.get(i).days() * (HEIGHT - 20) / most))
                .toList();
        return new Bars(
                bars,
                months.size() * STEP + 8,
                bars.stream().map(bar -> bar.month() + " " + bar.days()).collect(Collectors.joining(", ")));
    }
}
