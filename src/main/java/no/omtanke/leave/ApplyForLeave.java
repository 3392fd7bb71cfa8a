package no.omtanke.leave;

import java.util.List;
import java.util.Locale;
import no.omtanke.casefile.CaseFile;
import no.omtanke.form.Typed;
import no.omtanke.process.FamilyForm;
import org.springframework.stereotype.Component;

/** The form by which a family applies for leave. */
@Component
class ApplyForLeave implements FamilyForm {

    private final LeaveApplications applications;
    private final LeaveSaid said;

    ApplyForLeave(LeaveApplications applications, LeaveSaid said) {
        this.applications = applications;
        this.said = said;
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
    public List<String> said(Typed typed, List<Long> children, Locale locale) {
        return said.of(typed, children, locale);
    }

    @Override
    public List<CaseFile> take(Sent sent) {
        return applications.byFamily(sent.sender(), sent.answers(), sent.files(), sent.language(), sent.source());
    }
}
