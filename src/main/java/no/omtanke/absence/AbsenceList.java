package no.omtanke.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Party;
import no.omtanke.organization.Directory;
import no.omtanke.organization.PupilEntry;
import no.omtanke.process.CallableFromModel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Leave that was granted, on the class's list. Public because models call it by name. */
@Component("absenceList")
@CallableFromModel
@Transactional
public class AbsenceList {

    private final CaseFiles cases;
    private final Directory directory;
    private final NoticeStore notices;
    private final Clock clock;

    AbsenceList(CaseFiles cases, Directory directory, NoticeStore notices, Clock clock) {
        this.cases = cases;
        this.directory = directory;
        this.notices = notices;
        this.clock = clock;
    }

    /**
     * The case's pupil is away on these days, both included; said again, the new days come instead.
     *
     * @param firstDay in ISO form; null or empty when the pupil is expected at school after all
     */
    public void expect(String caseId, String firstDay, String lastDay) {
        UUID id = UUID.fromString(caseId);
        OffsetDateTime now = OffsetDateTime.now(clock);
        notices.end(id, now);
        // A model's expression hands on nothing as an empty word.
        if (firstDay == null || firstDay.isEmpty()) {
            return;
        }
        pupil(id).ifPresent(pupil ->
                notices.expect(id, school(id, pupil), pupil, LocalDate.parse(firstDay), LocalDate.parse(lastDay), now));
    }

    private Optional<Long> pupil(UUID caseId) {
        return cases.parties(caseId).stream()
                .filter(p -> p.role().equals("affected") && p.personId() != null)
                .map(Party::personId)
                .findFirst();
    }

    // Who has moved meanwhile is on the new school's list.
    private int school(UUID caseId, long pupil) {
        return directory.pupil(pupil)
                .map(PupilEntry::schoolId)
                .orElseGet(() -> cases.file(caseId).map(CaseFile::schoolId).orElseThrow());
    }
}
