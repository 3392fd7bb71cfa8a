package no.omtanke.worklist;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.FileContent;
import no.omtanke.form.Answers;
import no.omtanke.form.Effects;
import no.omtanke.leave.LeaveApplications;
import org.springframework.stereotype.Component;

/** An application for leave that came on paper or by telephone. */
@Component
class LeaveRegister implements Register {

    private final LeaveApplications applications;

    LeaveRegister(LeaveApplications applications) {
        this.applications = applications;
    }

    @Override
    public String purpose() {
        return LeaveApplications.STAFF_FORM;
    }

    @Override
    public String path() {
        return "/reports/leave";
    }

    @Override
    public CaseFile take(
            Reader reader, int schoolId, UUID source, Answers answers, Effects effects, List<FileContent> files, Locale locale) {
        return applications.byStaff(reader, answers, files, locale.getLanguage(), source);
    }
}
