package no.omtanke.leave;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.omtanke.casefile.CaseCopies;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.NewCase;
import no.omtanke.organization.PupilEntry;
import no.omtanke.process.Assignments;
import no.omtanke.process.CallableFromModel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passes an application on when the pupil has moved: the new school gets what the family sent, and nothing of what this school wrote.
 * Public because the model calls it; a step of its own, since no school may reach another's case.
 */
@Component("leavePassing")
@CallableFromModel
@Transactional
public class LeavePassing {

    private final LeaveStore store;
    private final LeaveFamily family;
    private final LeaveApplications applications;
    private final CaseFiles cases;
    private final CaseCopies copies;
    private final Assignments assignments;

    LeavePassing(
            LeaveStore store,
            LeaveFamily family,
            LeaveApplications applications,
            CaseFiles cases,
            CaseCopies copies,
            Assignments assignments) {
        this.store = store;
        this.family = family;
        this.applications = applications;
        this.cases = cases;
        this.copies = copies;
        this.assignments = assignments;
    }

    /** Ends it here; a pupil who has left the municipality has no school that it could go to. */
    public void on(String caseId) {
        UUID id = UUID.fromString(caseId);
        Leave leave = store.get(id);
        CaseFile here = cases.file(id).orElseThrow();
        store.become(id, Leave.State.MOVED);
        cases.event(id, "leave-passed-on", null, Map.of());
        family.place(leave)
                .filter(place -> place.schoolId() != here.schoolId())
                .flatMap(place -> opened(leave, here, place))
                .ifPresent(there -> {
                    UUID party = cases.addParty(there.id(), "affected", leave.pupil());
                    cases.reportIsAbout(there.id(), party);
                    sent(id).forEach(entry -> copies.bringOne(id, entry.id(), there.id(), party));
                    store.insert(
                            there.id(),
                            leave.together(),
                            leave.pupil(),
                            leave.applicant(),
                            leave.bothSigned(),
                            leave.asked(),
                            leave.ofRight());
                    applications.begin(there, party);
                });
    }

    // Done once, however often the step is tried.
    private Optional<CaseFile> opened(Leave leave, CaseFile here, PupilEntry place) {
        UUID source = UUID.nameUUIDFromBytes((leave.caseId() + " moved").getBytes(StandardCharsets.UTF_8));
        CaseFiles.Opened opened = cases.open(new NewCase(
                LeaveApplications.KIND,
                "P",
                place.schoolId(),
                here.entrance(),
                here.channel(),
                here.language(),
                "none",
                false,
                !assignments.hasLeader(place.schoolId()),
                "none",
                source));
        return opened.fresh() ? Optional.of(opened.file()) : Optional.empty();
    }

    private Stream<Entry> sent(UUID caseId) {
        return Stream.of(LeaveApplications.FORM, LeaveApplications.STAFF_FORM, LeaveChanges.CHANGE_FORM)
                .flatMap(form -> cases.entries(caseId, form).stream());
    }
}
