package no.omtanke.worklist;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseGate;
import no.omtanke.form.Answers;
import no.omtanke.form.Check;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormContext;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.FormTexts;
import no.omtanke.form.Forms;
import no.omtanke.form.Problem;
import no.omtanke.form.Problems;
import no.omtanke.form.Typed;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.process.FamilyTold;
import no.omtanke.protection.ProtectionReports;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** An employee's report to child protection while it is written: its form, and what in the school's own case tells the family something. */
@Component
class ProtectionReport {

    static final String PURPOSE = "report-child-protection";

    private static final String DEPUTY = "deputy";

    private final FormCatalog catalog;
    private final Forms forms;
    private final FormTexts texts;
    private final CaseGate gate;
    private final FamilyTold familyTold;
    private final ProtectionReports reports;
    private final Directory directory;
    private final TaskWords words;
    private final Dates dates;
    private final MessageSource messages;

    ProtectionReport(
            FormCatalog catalog,
            Forms forms,
            FormTexts texts,
            CaseGate gate,
            FamilyTold familyTold,
            ProtectionReports reports,
            Directory directory,
            TaskWords words,
            Dates dates,
            MessageSource messages) {
        this.catalog = catalog;
        this.forms = forms;
        this.texts = texts;
        this.gate = gate;
        this.familyTold = familyTold;
        this.reports = reports;
        this.directory = directory;
        this.words = words;
        this.dates = dates;
        this.messages = messages;
    }

    FormDefinition form() {
        return catalog.form(PURPOSE);
    }

    FormContext context(int school, Locale locale) {
        return new FormContext(locale, school, Map.of(), Map.of());
    }

    Check check(Reader reader, Typed typed, int school, Locale locale) {
        Check check = forms.check(form(), null, typed, context(school, locale));
        boolean alone = check instanceof Check.Valid valid && ProtectionReports.deputy(valid.answers()) == reader.personId();
        return alone ? new Check.Invalid(Problems.none().with(ownDeputy(locale)), false) : check;
    }

    // Somebody else must be able to go on with it.
    private Problem ownDeputy(Locale locale) {
        return new Problem(
                DEPUTY,
                texts.label(form(), DEPUTY, locale),
                messages.getMessage("worklist.protection.own-deputy", null, locale),
                form().field(DEPUTY).orElseThrow().page(),
                false);
    }

    /**
     * What is open in the case that the employee came from and tells the family something; null when they came from none. It is read
     * as the case's page is read, and leaves the same line in the case's access log: everybody who sees the case has this way here.
     */
    List<NextStep> running(Reader reader, String from, Locale locale) {
        return Optional.of(from)
                .filter(reference -> !reference.isEmpty())
                .flatMap(reference -> gate.open(reader, reference, Part.CONTENT))
                .map(open -> familyTold.openIn(open.file().id()).stream()
                        .filter(task -> open.sees(task.pupil()))
                        .map(task -> new NextStep(
                                words.title(task.taskKey(), locale),
                                null,
                                task.assignee() == null
                                        ? null
                                        : directory.person(task.assignee()).map(Person::name).orElse("?"),
                                null,
                                dates.due(task.dueAt(), locale)))
                        .toList())
                .orElse(null);
    }

    /** The same form sent twice is one report. */
    CaseFile take(Reader reader, int school, String key, Answers answers, Locale locale) {
        String name = PURPOSE + " " + reader.personId() + " " + key;
        return reports.take(reader, school, answers, UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)), locale);
    }
}
