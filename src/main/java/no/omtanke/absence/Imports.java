package no.omtanke.absence;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import no.omtanke.absence.AbsenceStore.Change;
import no.omtanke.access.Reader;
import no.omtanke.calendar.SchoolDays;
import no.omtanke.calendar.SchoolYear;
import no.omtanke.organization.Directory;
import no.omtanke.organization.PupilEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes files of daily absence: read, looked at, then taken as a whole or not at all. The same file again changes nothing. Public because
 * the page of the school's leadership does it.
 */
@Service
@Transactional
public class Imports {

    /** Larger files are refused before they are read. */
    public static final int MOST_BYTES = 2 * 1024 * 1024;

    private static final BigDecimal WHOLE_DAY = BigDecimal.TEN;

    private final ImportStore store;
    private final AbsenceStore absences;
    private final WhoSeesAbsence who;
    private final FollowUps followUps;
    private final Directory directory;
    private final SchoolDays schoolDays;
    private final Clock clock;

    Imports(
            ImportStore store,
            AbsenceStore absences,
            WhoSeesAbsence who,
            FollowUps followUps,
            Directory directory,
            SchoolDays schoolDays,
            Clock clock) {
        this.store = store;
        this.absences = absences;
        this.who = who;
        this.followUps = followUps;
        this.directory = directory;
        this.schoolDays = schoolDays;
        this.clock = clock;
    }

    /** What became of a file that was sent. Public as the answer. */
    public sealed interface Read {
        /** It waits to be looked at. */
        record Waits(UUID id) implements Read {}

        /** It cannot be taken. */
        record Refused(List<FileProblem> problems) implements Read {}
    }

    /** What was done. Public as the answer. @param followed how many pupils are followed up from now on */
    public record Taken(int school, int fresh, int changed, int unchanged, int leftOut, int followed) {}

    /** Nothing when the reader may not. */
    public Optional<Read> read(Reader reader, int school, byte[] bytes) {
        if (!who.leads(reader, school)) {
            return Optional.empty();
        }
        if (bytes.length > MOST_BYTES) {
            return Optional.of(new Read.Refused(List.of(new FileProblem(0, "too-large", ""))));
        }
        AbsenceFile file = AbsenceFile.read(bytes);
        return Optional.of(
                file.problems().isEmpty()
                        ? new Read.Waits(store.keep(school, reader.personId(), file))
                        : new Read.Refused(file.problems()));
    }

    /** What the file would do now; nothing when it is not the reader's, or is taken or too old. */
    public Optional<Review> review(Reader reader, UUID id) {
        return waiting(reader, id).map(waiting -> new Look(waiting, Map.of()).review());
    }

    /**
     * Takes the file.
     *
     * @param chosen for each number of somebody unknown the pupil, or null to leave the lines out
     * @return nothing when the file is not there, or somebody unknown was not chosen
     */
    public Optional<Taken> take(Reader reader, UUID id, Map<Integer, Long> chosen) {
        ImportStore.Waiting waiting = waiting(reader, id).orElse(null);
        if (waiting == null) {
            return Optional.empty();
        }
        int school = waiting.school();
        absences.lock(school);
        Look look = new Look(waiting, chosen);
        if (!look.unknown.stream().allMatch(u -> chosen.containsKey(u.number()))) {
            return Optional.empty();
        }
        Set<Long> touched = new HashSet<>();
        Review review = look.review();
        for (List<Review.Day> days : List.of(review.fresh(), review.changed())) {
            for (Review.Day day : days) {
                absences.replace(school, day.pupil(), day.day(), day.now(), reader.personId(), id);
                touched.add(day.pupil());
            }
        }
        look.meant.forEach((meant, pupil) -> {
            if (!meant.id().isEmpty()) {
                store.learn(school, meant.id(), pupil);
            }
        });
        Taken taken = new Taken(
                school,
                review.fresh().size(),
                review.changed().size(),
                review.unchanged(),
                review.outside().size() + review.closed().size() + look.leftOut,
                followUps.look(school, touched));
        store.taken(id, taken);
        return Optional.of(taken);
    }

    /** The file is not to be taken. */
    public void throwAway(Reader reader, UUID id) {
        waiting(reader, id).ifPresent(waiting -> store.throwAway(id));
    }

    private Optional<ImportStore.Waiting> waiting(Reader reader, UUID id) {
        return store.find(id).filter(waiting -> who.leads(reader, waiting.school()) && waiting.by() == reader.personId());
    }

    /** A file laid beside the register as it is now. */
    private final class Look {

        private final ImportStore.Waiting waiting;
        private final Map<FileLine.Who, Long> meant = new LinkedHashMap<>();
        private final List<Review.Unknown> unknown = new ArrayList<>();
        private final List<Integer> outside = new ArrayList<>();
        private final List<Integer> closed = new ArrayList<>();
        private final List<Review.Day> fresh = new ArrayList<>();
        private final List<Review.Day> changed = new ArrayList<>();
        private int unchanged;
        private int leftOut;

        Look(ImportStore.Waiting waiting, Map<Integer, Long> chosen) {
            this.waiting = waiting;
            List<PupilEntry> pupils = directory.pupils(waiting.school());
            Set<Long> here = pupils.stream().map(p -> p.person().id()).collect(Collectors.toSet());
            Matching matching = new Matching(pupils, store.known(waiting.school()));
            Map<FileLine.Who, List<FileLine>> people = waiting.file().lines().stream()
                    .collect(Collectors.groupingBy(FileLine::who, LinkedHashMap::new, Collectors.toList()));
            people.forEach((person, lines) -> matching.find(person).ifPresentOrElse(pupil -> meant.put(person, pupil), () -> {
                Review.Unknown nobody = new Review.Unknown(
                        unknown.size(), person.name(), person.group(), person.id(), lines.stream().map(FileLine::line).toList());
                unknown.add(nobody);
                Long pupil = chosen.get(nobody.number());
                if (pupil != null && here.contains(pupil)) {
                    meant.put(person, pupil);
                } else {
                    leftOut += lines.size();
                }
            }));
            days();
        }

        private void days() {
            LocalDate today = LocalDate.now(clock);
            SchoolYear year = SchoolYear.of(today);
            Predicate<LocalDate> open = schoolDays.of(waiting.school());
            Map<Long, Map<LocalDate, List<FileLine>>> days = new TreeMap<>();
            for (FileLine line : waiting.file().lines()) {
                if (line.day().isBefore(year.first()) || line.day().isAfter(today)) {
                    outside.add(line.line());
                } else if (!open.test(line.day())) {
                    closed.add(line.line());
                } else if (meant.containsKey(line.who())) {
                    days.computeIfAbsent(meant.get(line.who()), p -> new TreeMap<>())
                            .computeIfAbsent(line.day(), d -> new ArrayList<>())
                            .add(line);
                }
            }
            Map<Long, Map<LocalDate, List<Absence>>> known = absences.ofAll(waiting.school(), year.first(), today).stream()
                    .collect(Collectors.groupingBy(Absence::pupil, Collectors.groupingBy(Absence::day)));
            days.forEach((pupil, byDay) -> byDay.forEach((day, lines) -> compare(
                    pupil, day, known.getOrDefault(pupil, Map.of()).getOrDefault(day, List.of()), together(pupil, day, lines))));
        }

        private void compare(long pupil, LocalDate day, List<Absence> before, List<Absence> now) {
            Change change = AbsenceStore.compare(before, now);
            switch (change) {
                case NONE -> unchanged++;
                case NEW -> fresh.add(new Review.Day(pupil, day, before, now));
                case CHANGED -> changed.add(new Review.Day(pupil, day, before, now));
            }
        }

        Review review() {
            return new Review(
                    waiting.id(),
                    waiting.school(),
                    waiting.file().lines().size(),
                    fresh,
                    changed,
                    unchanged,
                    unknown,
                    outside,
                    closed,
                    waiting.file().unread(),
                    waiting.file().charset(),
                    waiting.file().separator());
        }
    }

    /** The lines of one day: a whole day is one, hours of a kind are added up. */
    static List<Absence> together(long pupil, LocalDate day, List<FileLine> lines) {
        Map<AbsenceKind, List<FileLine>> kinds =
                lines.stream().collect(Collectors.groupingBy(FileLine::kind, TreeMap::new, Collectors.toList()));
        List<Absence> all = kinds.entrySet().stream().map(of -> one(pupil, day, of.getKey(), of.getValue())).toList();
        List<Absence> whole = all.stream().filter(a -> a.extent() == Extent.WHOLE).toList();
        // Whoever was away all day was not away some hours besides; of two whole days, the one nobody told of.
        return whole.isEmpty() ? all : List.of(whole.stream().max(Comparator.comparing(Absence::kind)).orElseThrow());
    }

    private static Absence one(long pupil, LocalDate day, AbsenceKind kind, List<FileLine> lines) {
        if (lines.stream().anyMatch(line -> line.hours() == null)) {
            return Absence.whole(pupil, day, kind);
        }
        BigDecimal hours = lines.stream().map(FileLine::hours).reduce(BigDecimal.ZERO, BigDecimal::add);
        return hours.compareTo(WHOLE_DAY) > 0
                ? Absence.whole(pupil, day, kind)
                : new Absence(pupil, day, kind, Extent.HOURS, hours);
    }
}
