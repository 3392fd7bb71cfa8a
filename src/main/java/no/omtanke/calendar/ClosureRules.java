package no.omtanke.calendar;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What must be right before a school is closed. Public because whoever types it is told beside the field. */
@Component
public class ClosureRules {

    private static final int LONGEST_NAME = 100;
    private static final int MOST_DAYS = 100;
    private static final int YEARS_AHEAD = 5;

    private final ClosureRegister register;
    private final Clock clock;

    ClosureRules(ClosureRegister register, Clock clock) {
        this.register = register;
        this.clock = clock;
    }

    /**
     * What was typed, and what is wrong with it.
     *
     * @param problems the problem's code by its field; empty when the closure can be made
     * @param met what it overlaps, if that is the problem
     */
    public record Judged(Optional<PlannedClosure> closure, Map<String, String> problems, Optional<SchoolClosure> met) {}

    /** @param instead the closures that it takes the place of */
    public Judged judge(Integer schoolId, String from, String to, String name, String kind, Set<Long> instead) {
        Map<String, String> problems = new LinkedHashMap<>();
        String words = name.strip();
        if (words.isEmpty() || words.length() > LONGEST_NAME) {
            problems.put("name", words.isEmpty() ? "name" : "name-long");
        }
        Optional<ClosureKind> known = ClosureKind.of(kind);
        if (known.isEmpty()) {
            problems.put("kind", "kind");
        }
        Optional<LocalDate> first = day(from);
        Optional<LocalDate> last = to.isBlank() ? first : day(to);
        if (first.isEmpty()) {
            problems.put("from", "day");
        }
        if (last.isEmpty() && !to.isBlank()) {
            problems.put("to", "day");
        }
        if (first.isPresent() && last.isPresent()) {
            datesOf(first.get(), last.get(), problems);
        }
        if (!problems.isEmpty()) {
            return new Judged(Optional.empty(), problems, Optional.empty());
        }
        PlannedClosure closure = new PlannedClosure(first.get(), last.get(), words, known.get());
        Optional<SchoolClosure> met = overlapped(schoolId, closure).stream()
                .filter(other -> !instead.contains(other.id()))
                .findFirst();
        met.ifPresent(other -> problems.put(
                "from", other.from().equals(closure.from()) && other.to().equals(closure.to()) ? "there-already" : "overlaps"));
        return new Judged(met.isEmpty() ? Optional.of(closure) : Optional.empty(), problems, met);
    }

    /** The closures of the same school, or of every school, that have a day in common with it. */
    public List<SchoolClosure> overlapped(Integer schoolId, PlannedClosure closure) {
        return register.between(schoolId, closure.from(), closure.to()).stream()
                .filter(other -> java.util.Objects.equals(other.schoolId(), schoolId))
                .toList();
    }

    /** The years that can be looked at and changed, the last one first among them. */
    public List<SchoolYear> years() {
        int now = SchoolYear.of(LocalDate.now(clock)).first().getYear();
        List<SchoolYear> years = new ArrayList<>();
        for (int year = now - 1; year <= now + YEARS_AHEAD; year++) {
            years.add(SchoolYear.from(year));
        }
        return years;
    }

    private void datesOf(LocalDate first, LocalDate last, Map<String, String> problems) {
        List<SchoolYear> years = years();
        LocalDate earliest = years.get(0).first();
        LocalDate latest = years.get(years.size() - 1).last();
        if (last.isBefore(first)) {
            problems.put("to", "backwards");
        } else if (ChronoUnit.DAYS.between(first, last) >= MOST_DAYS) {
            problems.put("to", "long");
        } else if (first.isBefore(earliest) || first.isAfter(latest)) {
            problems.put("from", "years");
        } else if (last.isAfter(latest)) {
            problems.put("to", "years");
        }
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text.strip()));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
