package no.omtanke.concern;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.FileContent;
import no.omtanke.casefile.NewCase;
import no.omtanke.form.Answers;
import no.omtanke.form.Effects;
import no.omtanke.process.Assignments;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a report: opens the case and starts its process in one transaction. Public because the families' and staff's doors bring
 * reports. Once it answers, the report is taken: no mail server, address or leader has to be there for that.
 */
@Service
@Transactional
public class Reports {

    static final String PROCESS = "school-environment";

    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final Assignments assignments;
    private final Invitations invitations;
    private final Clock clock;

    Reports(
            CaseFiles cases,
            CaseProcesses processes,
            Assignments assignments,
            Invitations invitations,
            Clock clock) {
        this.cases = cases;
        this.processes = processes;
        this.assignments = assignments;
        this.invitations = invitations;
        this.clock = clock;
    }

    /**
     * A report that came in. Public as what the doors hand over.
     *
     * @param entrance open, link, pupil, third-party or staff
     * @param source the draft it was written in: sent twice, it is taken once
     * @param invitation the form that the school sent, or null
     * @param registeredBy the employee who registers it, or null
     */
    public record Incoming(
            String entrance,
            int schoolId,
            String language,
            Answers answers,
            Effects effects,
            List<FileContent> files,
            UUID source,
            UUID invitation,
            Reader registeredBy) {}

    /** Takes the report. The same source answers with the case that it became. */
    public CaseFile take(Incoming report) {
        Facts facts = Facts.of(report.effects().facts());
        String accused = facts.has(Fact.ACCUSED) ? (String) facts.get(Fact.ACCUSED) : "none";
        boolean serious = Boolean.TRUE.equals(facts.get(Fact.SERIOUS));
        boolean hasLeader = assignments.hasLeader(report.schoolId());
        boolean addressGiven = !report.answers().text("email").isEmpty();
        CaseFiles.Opened opened = cases.open(new NewCase(
                PROCESS,
                "S",
                report.schoolId(),
                report.entrance(),
                report.answers().text("channel").isEmpty() ? null : report.answers().text("channel"),
                report.language(),
                accused,
                serious,
                !hasLeader,
                report.invitation() != null ? "confirmed" : addressGiven ? "unconfirmed" : "none",
                report.source()));
        CaseFile file = opened.file();
        if (!opened.fresh()) {
            return file;
        }
        keep(report, file);
        if (!hasLeader) {
            cases.event(file.id(), "no-leader", null, Map.of());
        }
        processes.start(
                PROCESS,
                file.id(),
                file.schoolId(),
                Facts.none()
                        .with(Fact.ACCUSED, accused)
                        .with(Fact.SERIOUS, serious)
                        .with(Fact.SCHOOL_HAS_LEADER, hasLeader)
                        .with(Fact.PUPIL_UNSAFE, false)
                        .with(Fact.UNFOUNDED, false)
                        .with(Fact.PROVISIONAL, false)
                        .with(Fact.REOPENED, false));
        return file;
    }

    private void keep(Incoming report, CaseFile file) {
        boolean staff = report.registeredBy() != null;
        UUID entry = cases.addEntry(
                file.id(),
                report.answers().formId(),
                staff ? report.registeredBy().personId() : null,
                staff ? "staff" : "reporter",
                null,
                null,
                report.answers().toJson());
        report.files().forEach(f -> cases.addDocument(file.id(), entry, f.name(), f.mediaType(), f.bytes()));
        List<UUID> affected = new ArrayList<>();
        report.effects().parties().forEach(p -> {
            UUID party = cases.addParty(file.id(), p.role(), p.personId());
            if (p.role().equals("affected")) {
                affected.add(party);
            }
        });
        if (report.invitation() != null) {
            Invitations.Invitation invitation = invitations.use(report.invitation());
            affected.add(0, cases.addParty(file.id(), "affected", invitation.pupilId()));
            cases.addParty(file.id(), "reporter", invitation.guardianId());
        } else if (!report.answers().text("childName").isEmpty()) {
            affected.add(cases.addNamedParty(file.id(), "affected", report.answers().text("childName")));
        }
        affected.stream().findFirst().ifPresent(pupil -> cases.reportIsAbout(file.id(), pupil));
        // The week before Statsforvalteren counts from the day it lies with the principal: today, unless the owner reads it.
        if (!assignments.leadership(file.id().toString()).equals("school-owner")) {
            cases.principalKnew(file.id(), LocalDate.now(clock));
        }
    }
}
