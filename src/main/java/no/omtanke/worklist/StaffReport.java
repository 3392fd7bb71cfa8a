package no.omtanke.worklist;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.FileContent;
import no.omtanke.concern.Reports;
import no.omtanke.form.Answers;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormContext;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.Forms;
import org.springframework.stereotype.Component;

/** The employee's report: its form, what surrounds it, and taking it. */
@Component
class StaffReport {

    static final String PURPOSE = "report-staff";

    private final FormCatalog catalog;
    private final Forms forms;
    private final Reports reports;
    private final Clock clock;

    StaffReport(FormCatalog catalog, Forms forms, Reports reports, Clock clock) {
        this.catalog = catalog;
        this.forms = forms;
        this.reports = reports;
        this.clock = clock;
    }

    FormDefinition form() {
        return catalog.form(PURPOSE);
    }

    FormContext context(int schoolId, Locale locale) {
        return new FormContext(
                locale,
                schoolId,
                Map.of(),
                Map.of(
                        "now", LocalDateTime.now(clock).truncatedTo(ChronoUnit.MINUTES).toString(),
                        "today", LocalDate.now(clock).toString()));
    }

    /** The same form sent twice is one report. */
    CaseFile take(
            Reader reader, int schoolId, String formKey, Answers answers, List<FileContent> files, Locale locale) {
        return reports.take(new Reports.Incoming(
                "staff",
                schoolId,
                locale.getLanguage(),
                answers,
                forms.effects(form(), answers, context(schoolId, locale)),
                files,
                source(reader, formKey),
                null,
                reader));
    }

    /** Bound to the reader: nobody reaches another's report by its key. */
    static UUID source(Reader reader, String formKey) {
        String name = PURPOSE + " " + reader.personId() + " " + formKey;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
