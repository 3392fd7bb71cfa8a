package no.omtanke.concern;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.Party;
import no.omtanke.form.Answers;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormContext;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.Forms;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.process.CallableFromModel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Reports for an employee what came up in another kind of case: a pupil who is not safe [law § 12-4]. Public because models call it by
 * name. The form there has the questions of the staff's report under the same names.
 */
@Component("staffConcerns")
@CallableFromModel
@Transactional
public class StaffConcerns {

    private static final String FORM = "report-staff";

    private final CaseFiles cases;
    private final Reports reports;
    private final FormCatalog catalog;
    private final Forms forms;
    private final Directory directory;

    StaffConcerns(CaseFiles cases, Reports reports, FormCatalog catalog, Forms forms, Directory directory) {
        this.cases = cases;
        this.reports = reports;
        this.catalog = catalog;
        this.forms = forms;
        this.directory = directory;
    }

    /** Makes a report of what was last written in the form; once, however often it is asked for. */
    public void report(String caseId, String form) {
        UUID id = UUID.fromString(caseId);
        CaseFile file = cases.file(id).orElseThrow();
        Entry entry = cases.entries(id, form).stream().reduce((first, second) -> second).orElseThrow();
        long pupil = cases.parties(id).stream()
                .filter(p -> p.role().equals("affected") && p.personId() != null)
                .map(Party::personId)
                .findFirst()
                .orElseThrow();
        FormDefinition staff = catalog.form(FORM);
        Answers answers = answers(Answers.fromJson(entry.json()), pupil);
        FormContext context =
                new FormContext(Locale.forLanguageTag(file.language()), file.schoolId(), Map.of(), Map.of());
        reports.take(new Reports.Incoming(
                "staff",
                file.schoolId(),
                file.language(),
                answers,
                forms.effects(staff, answers, context),
                List.of(),
                UUID.nameUUIDFromBytes(("concern " + entry.id()).getBytes(StandardCharsets.UTF_8)),
                null,
                new Reader(
                        entry.authorId(),
                        directory.person(entry.authorId()).map(Person::name).orElse("?"),
                        Set.of("person:" + entry.authorId()))));
        cases.event(id, "concern-reported", entry.authorId(), Map.of());
    }

    private static Answers answers(Answers said, long pupil) {
        Map<String, Object> report = new LinkedHashMap<>();
        report.put("pupil", String.valueOf(pupil));
        report.put("knowHow", "told");
        report.put("whatHappened", said.text("whatHappened"));
        report.put("whenHappenedAt", said.text("whenHappenedAt"));
        report.put("steppedIn", "yes");
        report.put("steppedInHow", said.text("steppedInHow"));
        report.put("aboutEmployee", said.text("aboutEmployee"));
        report.put("urgent", said.text("urgent"));
        report.put("behalfOf", "self");
        return new Answers(FORM, report);
    }
}
