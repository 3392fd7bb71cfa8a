package no.omtanke.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.omtanke.absence.AbsenceStore.Change;
import no.omtanke.access.Reader;
import no.omtanke.calendar.SchoolDays;
import no.omtanke.calendar.SchoolYear;
import no.omtanke.organization.Directory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The list of a class, day by day, as its contact teacher keeps it. Public because the page shows and sends it. */
@Service
@Transactional
public class ClassRegister {

    private final WhoSeesAbsence who;
    private final AbsenceStore absences;
    private final NoticeStore notices;
    private final FollowUps followUps;
    private final Directory directory;
    private final SchoolDays schoolDays;
    private final Clock clock;

    ClassRegister(
            WhoSeesAbsence who,
            AbsenceStore absences,
            NoticeStore notices,
            FollowUps followUps,
            Directory directory,
            SchoolDays schoolDays,
            Clock clock) {
        this.who = who;
        this.absences = absences;
        this.notices = notices;
        this.followUps = followUps;
        this.directory = directory;
        this.schoolDays = schoolDays;
        this.clock = clock;
    }

    /** A pupil's mark as it was sent. Public as what the page hands over. @param told somebody has told the school */
    public record Marked(Mark mark, boolean told) {}

    /** The classes that the reader sees. */
    @Transactional(readOnly = true)
    public List<Group> classes(Reader reader) {
        return who.classes(reader);
    }

    /** The schools whose leadership the reader is of: files are taken there. */
    @Transactional(readOnly = true)
    public List<Integer> led(Reader reader) {
        return directory.schools().stream().map(school -> school.id()).filter(school -> who.leads(reader, school)).toList();
    }

    /** The list on the day; nothing when the reader does not see the class. */
    public Optional<ClassDay> open(Reader reader, long id, LocalDate day) {
        return who.group(reader, id).map(group -> list(group, day));
    }

    private ClassDay list(Group group, LocalDate day) {
        LocalDate today = LocalDate.now(clock);
        Map<Long, List<Absence>> known =
                absences.onDay(group.school(), day).stream().collect(Collectors.groupingBy(Absence::pupil));
        Map<Long, Notice> told = notices.onDay(group.school(), day).stream()
                .collect(Collectors.toMap(Notice::pupil, notice -> notice, (older, newer) -> newer));
        Set<Long> leave = notices.leaveOnDay(group.school(), day).stream()
                .map(NoticeStore.Leave::pupil)
                .collect(Collectors.toSet());
        boolean open = schoolDays.isSchoolDay(group.school(), day);
        return new ClassDay(
                group,
                day,
                open,
                open && !day.isAfter(today) && !day.isBefore(SchoolYear.of(today).first()),
                directory.pupils(group.school()).stream()
                        .filter(pupil -> pupil.className().equals(group.name()))
                        .map(pupil -> new ClassDay.Line(
                                pupil,
                                known.getOrDefault(pupil.person().id(), List.of()),
                                told.get(pupil.person().id()),
                                leave.contains(pupil.person().id())))
                        .toList());
    }

    /** Keeps the marks; whoever is not among them stays as they are. @return how many changed, nothing when the reader may not */
    public Optional<Integer> keep(Reader reader, long id, LocalDate day, Map<Long, Marked> marks) {
        Group group = who.group(reader, id).orElse(null);
        if (group == null) {
            return Optional.empty();
        }
        absences.lock(group.school());
        ClassDay list = list(group, day);
        if (!list.writable()) {
            return Optional.empty();
        }
        Set<Long> changed = new HashSet<>();
        for (ClassDay.Line line : list.lines()) {
            long pupil = line.pupil().person().id();
            Marked marked = marks.get(pupil);
            if (marked != null
                    && marked.mark() != Mark.AS_IT_IS
                    && absences.replace(group.school(), pupil, day, now(line, day, marked), reader.personId(), null) != Change.NONE) {
                changed.add(pupil);
            }
        }
        followUps.look(group.school(), changed);
        return Optional.of(changed.size());
    }

    private static List<Absence> now(ClassDay.Line line, LocalDate day, Marked marked) {
        List<Absence> now = new ArrayList<>();
        if (marked.mark() != Mark.HERE) {
            AbsenceKind kind = line.leave() && marked.mark() == Mark.ABSENT
                    ? AbsenceKind.LEAVE
                    : marked.told() ? AbsenceKind.NOTIFIED : AbsenceKind.UNEXCUSED;
            Extent extent =
                    switch (marked.mark()) {
                        case LATE -> Extent.LATE;
                        case LEFT -> Extent.LEFT;
                        default -> Extent.WHOLE;
                    };
            now.add(new Absence(line.pupil().person().id(), day, kind, extent, null));
        }
        return now;
    }
}
