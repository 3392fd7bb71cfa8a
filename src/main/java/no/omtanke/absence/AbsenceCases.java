package no.omtanke.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.omtanke.calendar.WorkingDays;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Party;
import no.omtanke.form.Answers;
import no.omtanke.organization.Directory;
import no.omtanke.process.CallableFromModel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a case of following up absence must know on its way. Public because models call it by name. */
@Component("absenceCases")
@CallableFromModel
@Transactional
public class AbsenceCases {

    static final String PLAN = "plan-absence";
    static final String EVALUATION = "evaluate-absence";
    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final int ADULT = 18;

    private final CaseFiles cases;
    private final Directory directory;
    private final WorkingDays workingDays;
    private final Clock clock;

    AbsenceCases(CaseFiles cases, Directory directory, WorkingDays workingDays, Clock clock) {
        this.cases = cases;
        this.directory = directory;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** {@code here}, {@code adult} for a pupil of 18 who is here, or {@code moved} for one who does not go to the case's school any more. */
    public String standing(String caseId) {
        UUID id = UUID.fromString(caseId);
        CaseFile file = cases.file(id).orElseThrow();
        return cases.parties(id).stream()
                .filter(p -> p.role().equals("affected"))
                .map(Party::personId)
                .findFirst()
                .flatMap(directory::pupil)
                .filter(entry -> entry.schoolId() == file.schoolId())
                .map(entry -> adult(entry.person().birthDate()) ? "adult" : "here")
                .orElse("moved");
    }

    private boolean adult(LocalDate birth) {
        return birth != null && !birth.plusYears(ADULT).isAfter(LocalDate.now(clock));
    }

    /** The morning on which somebody looks whether it helps: as the plan says, or the last look at it. */
    public Date evaluateOn(String caseId) {
        UUID id = UUID.fromString(caseId);
        LocalDate day = Stream.of(chosen(id, PLAN), chosen(id, EVALUATION))
                .flatMap(Optional::stream)
                .max(LocalDate::compareTo)
                .orElseGet(() -> workingDays.plus(LocalDate.now(clock), 1));
        LocalDate open = workingDays.isWorkingDay(day) ? day : workingDays.plus(day, 1);
        return Date.from(open.atTime(MORNING).atZone(clock.getZone()).toInstant());
    }

    private Optional<LocalDate> chosen(UUID caseId, String form) {
        return cases.entries(caseId, form).stream()
                .reduce((first, second) -> second)
                .map(entry -> Answers.fromJson(entry.json()).text("evaluation"))
                .filter(text -> !text.isEmpty())
                .map(LocalDate::parse);
    }
}
