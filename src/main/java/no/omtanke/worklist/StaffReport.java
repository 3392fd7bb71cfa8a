package no.omtanke.worklist;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.FileContent;
import no.omtanke.concern.Reports;
import no.omtanke.form.Answers;
import no.omtanke.form.Effects;
import org.springframework.stereotype.Component;

/** What an employee reports or registers for a family. */
@Component
class StaffReport implements Register {

    private final Reports reports;

    StaffReport(Reports reports) {
        this.reports = reports;
    }

    @Override
    public String purpose() {
        return "report-staff";
    }

    @Override
    public String path() {
        return "/reports/new";
    }

    @Override
    public CaseFile take(
            Reader reader, int schoolId, UUID source, Answers answers, Effects effects, List<FileContent> files, Locale locale) {
        return reports.take(new Reports.Incoming(
                "staff", schoolId, locale.getLanguage(), answers, effects, files, source, null, reader));
    }
}
