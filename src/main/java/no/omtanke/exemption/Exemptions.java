package no.omtanke.exemption;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.UUID;
import no.omtanke.calendar.SchoolDays;
import no.omtanke.casefile.CaseEvent;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.process.CallableFromModel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How long an exemption lasts, and when somebody asks whether it works. Public because the model calls it. */
@Component("exemptions")
@CallableFromModel
@Transactional(readOnly = true)
public class Exemptions {

    /** So many school days after its first day it is followed up. */
    private static final int FOLLOWED_UP_AFTER = 20;

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final CaseFiles cases;
    private final SchoolDays schoolDays;
    private final Clock clock;

    Exemptions(CaseFiles cases, SchoolDays schoolDays, Clock clock) {
        this.cases = cases;
        this.schoolDays = schoolDays;
        this.clock = clock;
    }

    /** Whether it goes on when it would be followed up. */
    public boolean lasts(String caseId) {
        CaseEvent given = given(caseId);
        String last = given.args().get("last");
        return given.args().get("often").equals("regular") && (last == null || LocalDate.parse(last).isAfter(followedUp(caseId)));
    }

    /** A morning when the pupil is at school. */
    public Date followUpOn(String caseId) {
        return Date.from(followedUp(caseId).atTime(MORNING).atZone(clock.getZone()).toInstant());
    }

    // From its first day; an arrangement that came later has been tried as long.
    private LocalDate followedUp(String caseId) {
        UUID id = UUID.fromString(caseId);
        LocalDate first = LocalDate.parse(given(caseId).args().get("first"));
        LocalDate arranged = cases.events(id).stream()
                .filter(event -> event.kind().equals("task-completed") && "arrange-teaching".equals(event.args().get("task")))
                .map(event -> LocalDate.ofInstant(event.at(), clock.getZone()))
                .reduce((a, b) -> b)
                .orElseGet(() -> LocalDate.now(clock));
        return schoolDays.plus(
                cases.file(id).orElseThrow().schoolId(), first.isAfter(arranged) ? first : arranged, FOLLOWED_UP_AFTER);
    }

    private CaseEvent given(String caseId) {
        return cases.events(UUID.fromString(caseId)).stream()
                .filter(event -> event.kind().equals(ExemptionNotices.GIVEN))
                .findFirst()
                .orElseThrow();
    }
}
