package no.omtanke.leave;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.correspondence.Mailer;
import no.omtanke.organization.Directory;
import no.omtanke.process.CallableFromModel;
import no.omtanke.process.FamilyCaseLinks;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mails about an application, each an asynchronous step of the model. Public because the model calls them by name. */
@Component("leaveMails")
@CallableFromModel
@Transactional
public class LeaveMails {

    private final LeaveStore store;
    private final LeaveFamily family;
    private final FamilyCaseLinks links;
    private final CaseFiles cases;
    private final Directory directory;
    private final Mailer mailer;

    LeaveMails(
            LeaveStore store,
            LeaveFamily family,
            FamilyCaseLinks links,
            CaseFiles cases,
            Directory directory,
            Mailer mailer) {
        this.store = store;
        this.family = family;
        this.links = links;
        this.cases = cases;
        this.directory = directory;
        this.mailer = mailer;
    }

    /** To whoever applied; to everybody who answers for the pupil when that is nobody whom the directory knows. */
    public void receipt(String caseId) {
        Leave leave = leave(caseId);
        links.mail(
                leave.caseId(),
                leave.applicant() == null ? family.told(leave) : List.of(leave.applicant()),
                "leave-receipt");
        cases.event(leave.caseId(), "receipt-sent", null, Map.of());
    }

    /** Each of the others is asked whether they agree. */
    public void askGuardians(String caseId) {
        Leave leave = leave(caseId);
        links.mail(leave.caseId(), family.others(leave), "leave-ask");
    }

    /** It takes longer. */
    public void provisional(String caseId) {
        toFamily(caseId, "leave-provisional");
    }

    /** From now on it is the pupil's own. */
    public void ofAge(String caseId) {
        Leave leave = leave(caseId);
        links.mail(leave.caseId(), List.of(leave.pupil()), "leave-of-age");
    }

    /** It ended without a decision; the page says why. */
    public void over(String caseId) {
        toFamily(caseId, "leave-over");
    }

    /** The contact teacher has a look at the dates, and gets them as a file for the calendar. */
    public void teacherTold(String caseId) {
        Leave leave = leave(caseId);
        directory.contactTeacher(leave.pupil())
                .filter(teacher -> teacher.email() != null && !teacher.email().isBlank())
                .ifPresent(teacher -> mailer.send(
                        "leave-teacher-" + caseId + "-" + cases.moment(leave.caseId()),
                        teacher.email(),
                        Locale.forLanguageTag(teacher.language()),
                        "leave-teacher",
                        mailer.address("/leave/class")));
    }

    private void toFamily(String caseId, String template) {
        Leave leave = leave(caseId);
        links.mail(leave.caseId(), family.told(leave), template);
    }

    private Leave leave(String caseId) {
        return store.get(UUID.fromString(caseId));
    }
}
