package no.omtanke.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import no.omtanke.calendar.SchoolDays;
import no.omtanke.calendar.SchoolYear;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.NewCase;
import no.omtanke.form.Answers;
import no.omtanke.organization.Directory;
import no.omtanke.organization.School;
import no.omtanke.process.Assignments;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.DecisionTables;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Asks the table of thresholds about pupils whose absence was registered, and begins to follow up those whom it names. Nobody is followed
 * up twice at a time, and what was followed up once does not count again.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
class FollowUps {

    /** The kind of case and the process. */
    static final String KIND = "absence-follow-up";

    /** The entry that the case begins with. */
    static final String REACHED = "absence-reached";

    private final AbsenceStore absences;
    private final FollowUpStore followed;
    private final DecisionTables tables;
    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final Assignments assignments;
    private final Directory directory;
    private final SchoolDays schoolDays;
    private final Clock clock;

    FollowUps(
            AbsenceStore absences,
            FollowUpStore followed,
            DecisionTables tables,
            CaseFiles cases,
            CaseProcesses processes,
            Assignments assignments,
            Directory directory,
            SchoolDays schoolDays,
            Clock clock) {
        this.absences = absences;
        this.followed = followed;
        this.tables = tables;
        this.cases = cases;
        this.processes = processes;
        this.assignments = assignments;
        this.directory = directory;
        this.schoolDays = schoolDays;
        this.clock = clock;
    }

    /** Something new was registered about the pupils. @return how many are followed up from now on */
    int look(int school, Collection<Long> pupils) {
        LocalDate today = LocalDate.now(clock);
        Predicate<LocalDate> open = schoolDays.of(school);
        int begun = 0;
        for (long pupil : new TreeSet<>(pupils)) {
            if (!followed.running(school, pupil)) {
                AbsenceCount count = Counting.of(
                        absences.of(school, pupil, SchoolYear.of(today).first(), today), today, since(school, pupil), open);
                List<String> reached = tables.ask("absence-thresholds", "threshold", count.named());
                if (!reached.isEmpty()) {
                    begin(school, pupil, count, reached);
                    begun++;
                }
            }
        }
        return begun;
    }

    // The day after the last case was closed.
    private LocalDate since(int school, long pupil) {
        return followed.lastEnded(school, pupil)
                .map(at -> at.atZone(clock.getZone()).toLocalDate().plusDays(1))
                .orElse(null);
    }

    private void begin(int school, long pupil, AbsenceCount count, List<String> reached) {
        String language = directory.school(school).map(School::languageForm).orElseThrow();
        CaseFile file = cases.open(new NewCase(
                        KIND, "O", school, "register", null, language, "none", false, !assignments.hasLeader(school), "none", null))
                .file();
        UUID party = cases.addParty(file.id(), "affected", pupil);
        cases.reportIsAbout(file.id(), party);
        // The contact teacher has the case, and may ask others to help in it.
        directory.contactTeacher(pupil).ifPresent(teacher -> {
            cases.addParty(file.id(), "responsible", teacher.id());
            cases.addParticipant(file.id(), teacher.id(), "responsible");
        });
        followed.begin(file.id(), school, pupil, OffsetDateTime.now(clock));
        cases.addEntry(file.id(), REACHED, null, "system", party, null, new Answers(REACHED, figures(count, reached)).toJson());
        processes.start(
                KIND,
                file.id(),
                school,
                Facts.none().with(Fact.PUPIL, party.toString()).with(Fact.ACCUSED, "none").with(Fact.SERIOUS, false));
    }

    private static Map<String, Object> figures(AbsenceCount count, List<String> reached) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("reached", reached);
        count.named().forEach((name, number) -> figures.put(name, String.valueOf(number)));
        return figures;
    }
}
