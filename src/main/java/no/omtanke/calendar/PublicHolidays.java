package no.omtanke.calendar;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import no.bekk.bekkopen.date.NorwegianDateUtil;

/** Norway's public holidays, copied out of a library whose own cache is not safe between threads. */
final class PublicHolidays {

    private static final Map<Integer, Set<LocalDate>> BY_YEAR = new ConcurrentHashMap<>();

    private PublicHolidays() {}

    static boolean include(LocalDate date) {
        return BY_YEAR.computeIfAbsent(date.getYear(), PublicHolidays::read).contains(date);
    }

    private static Set<LocalDate> read(int year) {
        synchronized (NorwegianDateUtil.class) {
            return Arrays.stream(NorwegianDateUtil.getHolidays(year))
                    .map(day -> LocalDate.ofInstant(day.toInstant(), ZoneId.systemDefault()))
                    .collect(Collectors.toUnmodifiableSet());
        }
    }
}
