package no.omtanke.worklist;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.FileContent;
import no.omtanke.form.Answers;
import no.omtanke.form.Effects;
import no.omtanke.intervention.InterventionReports;
import org.springframework.stereotype.Component;

/** The record of a physical intervention. */
@Component
class InterventionRecord implements Register {

    private final InterventionReports reports;

    InterventionRecord(InterventionReports reports) {
        this.reports = reports;
    }

    @Override
    public String purpose() {
        return InterventionReports.KIND;
    }

    @Override
    public String path() {
        return "/reports/intervention";
    }

    @Override
    public CaseFile take(
            Reader reader, int schoolId, UUID source, Answers answers, Effects effects, List<FileContent> files, Locale locale) {
        return reports.take(reader, schoolId, source, answers, effects, files, locale.getLanguage());
    }
}
