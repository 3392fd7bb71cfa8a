package no.omtanke.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import no.omtanke.access.Reader;
import no.omtanke.calendar.SchoolDays;
import no.omtanke.calendar.SchoolYear;
import no.omtanke.organization.PupilEntry;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Each pupil's absence this school year. Public because the pupil's page shows it. */
@Service
@Transactional
public class PupilYears {

    private final WhoSeesAbsence who;
    private final AbsenceStore absences;
    private final NoticeStore notices;
    private final SchoolDays schoolDays;
    private final Clock clock;

    PupilYears(WhoSeesAbsence who, AbsenceStore absences, NoticeStore notices, SchoolDays schoolDays, Clock clock) {
        this.who = who;
        this.absences = absences;
        this.notices = notices;
        this.schoolDays = schoolDays;
        this.clock = clock;
    }

    /** Nothing when the reader does not see the pupil's class. */
    public Optional<PupilYear> of(Reader reader, long pupil) {
        return who.pupil(reader, pupil).map(this::of);
    }

    /** The caller has asked who may see it. */
    PupilYear of(PupilEntry pupil) {
        LocalDate today = LocalDate.now(clock);
        SchoolYear year = SchoolYear.of(today);
        long id = pupil.person().id();
        var all = absences.of(pupil.schoolId(), id, year.first(), today);
        return new PupilYear(
                pupil,
                year.first(),
                today,
                all,
                notices.of(pupil.schoolId(), id, year.first(), year.last()),
                Counting.of(all, today, null, schoolDays.of(pupil.schoolId())));
    }
}
