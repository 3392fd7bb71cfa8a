package no.omtanke.leave;

import java.util.List;
import no.omtanke.casefile.CaseFile;
import no.omtanke.process.FamilyForm;
import org.springframework.stereotype.Component;

/** The form by which a family applies for leave. */
@Component
class ApplyForLeave implements FamilyForm {

    private final LeaveApplications applications;

    ApplyForLeave(LeaveApplications applications) {
        this.applications = applications;
    }

    @Override
    public String formId() {
        return LeaveApplications.FORM;
    }

    @Override
    public String address() {
        return "fri";
    }

    @Override
    public List<CaseFile> take(Sent sent) {
        return applications.byFamily(sent.sender(), sent.answers(), sent.files(), sent.language(), sent.source());
    }
}
