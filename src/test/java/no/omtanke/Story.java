package no.omtanke;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.TestTown.Town;
import no.omtanke.absence.ClassRegister;
import no.omtanke.absence.Mark;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.concern.Reports;
import no.omtanke.form.Answers;
import no.omtanke.form.Check;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormContext;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.Forms;
import no.omtanke.form.Typed;
import no.omtanke.intervention.InterventionReports;
import no.omtanke.process.FamilyForm;
import no.omtanke.process.FormSubmission.Outcome;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import no.omtanke.support.SupportNeeds;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.boot.test.context.TestComponent;

/** Tells what people do in a case, through the same services as the pages. */
@TestComponent
public class Story {

    private final Reports reports;
    private final Forms forms;
    private final FormCatalog catalog;
    private final TaskForms taskForms;
    private final TaskQueries tasks;
    private final CaseFiles cases;
    private final TestTown towns;
    private final InterventionReports interventions;
    private final SupportNeeds needs;
    private final List<FamilyForm> families;
    private final TransactionTemplate transactions;
    private final ClassRegister register;
    private final JdbcClient jdbc;

    Story(
            Reports reports,
            Forms forms,
            FormCatalog catalog,
            TaskForms taskForms,
            TaskQueries tasks,
            CaseFiles cases,
            TestTown towns,
            InterventionReports interventions,
            SupportNeeds needs,
            List<FamilyForm> families,
            TransactionTemplate transactions,
            ClassRegister register,
            JdbcClient jdbc) {
        this.needs = needs;
        this.families = families;
        this.transactions = transactions;
        this.register = register;
        this.jdbc = jdbc;
        this.interventions = interventions;
        this.reports = reports;
        this.forms = forms;
        this.catalog = catalog;
        this.taskForms = taskForms;
        this.tasks = tasks;
        this.cases = cases;
        this.towns = towns;
    }

    /** A guardian sends the open form. */
    public CaseFile guardianReports(Town town, Map<String, String> said) {
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "school", String.valueOf(town.school()),
                "childName", "Elev " + town.tag(),
                "childGrade", "6",
                "relation", "parent",
                "whatHappened", "De stenger henne ute i friminuttene.",
                "aboutEmployee", "none",
                "safeTomorrow", "yes",
                "reporterName", "Foresatt " + town.tag(),
                "phone", "40 00 00 00",
                "email", "foresatt." + town.tag() + "@hjemme.example"));
        all.putAll(said);
        return report(town, "report-guardian", "open", all, null);
    }

    public CaseFile report(Town town, String formId, String entrance, Map<String, String> said, Reader by) {
        FormDefinition form = catalog.form(formId);
        FormContext context = new FormContext(Locale.forLanguageTag("nb"), town.school(), Map.of(), Map.of());
        Answers answers = valid(forms.check(form, null, typed(said), context));
        return reports.take(new Reports.Incoming(
                entrance,
                town.school(),
                "nb",
                answers,
                forms.effects(form, answers, context),
                List.of(),
                UUID.randomUUID(),
                null,
                by));
    }

    /** An employee writes down a physical intervention. @param said what differs from the usual */
    public CaseFile intervention(Town town, Reader by, Map<String, String> said) {
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "pupil", String.valueOf(town.pupil()),
                "intervener", String.valueOf(town.social()),
                "happenedAt", "2026-11-23T09:00",
                "happenedWhere", "Ved porten",
                "before", "Eleven løp mot veien.",
                "triedFirst", "Vi ropte.",
                "whatDone", "Holdt eleven i armen.",
                "howLong", "Et halvt minutt",
                "injured", "no"));
        all.putAll(said);
        FormDefinition form = catalog.form(InterventionReports.KIND);
        FormContext context = new FormContext(Locale.forLanguageTag("nb"), town.school(), Map.of(), Map.of());
        Answers answers = valid(forms.check(form, null, typed(all), context));
        return interventions.take(
                by, town.school(), UUID.randomUUID(), answers, forms.effects(form, answers, context), List.of(), "nb");
    }

    /** An employee says that a pupil needs adaptation. @param said what differs from the usual */
    public CaseFile needRaised(Town town, Reader by, Map<String, String> said) {
        Map<String, String> all = new LinkedHashMap<>(Map.of(
                "pupil", String.valueOf(town.pupil()),
                "raisedBy", "staff",
                "needKinds", "learning",
                "needWhat", "Leser sakte og gir opp."));
        all.putAll(said);
        FormDefinition form = catalog.form(SupportNeeds.FORM);
        FormContext context = new FormContext(Locale.forLanguageTag("nb"), town.school(), Map.of(), Map.of());
        Answers answers = valid(forms.check(form, null, typed(all), context));
        return needs.take(by, town.school(), UUID.randomUUID(), answers, forms.effects(form, answers, context), List.of(), "nb");
    }

    /** Whether families of the school are offered the form of the address. */
    public boolean offers(String address, int schoolId) {
        return families.stream().filter(f -> f.address().equals(address)).findFirst().orElseThrow().offeredAt(schoolId);
    }

    /** Somebody of a family sends the form of the address. @param said every answer */
    public CaseFile familySends(String address, long sender, long child, Map<String, String> said) {
        FamilyForm taken = families.stream().filter(f -> f.address().equals(address)).findFirst().orElseThrow();
        Map<String, String> all = new LinkedHashMap<>(said);
        all.put("child", String.valueOf(child));
        FormDefinition form = catalog.form(taken.formId());
        FormContext context = new FormContext(Locale.forLanguageTag("nb"), null, null, Map.of(), Map.of(), List.of(child));
        Answers answers = valid(forms.check(form, null, typed(all), context));
        return transactions.execute(t -> taken.take(new FamilyForm.Sent(
                        sender, answers, forms.effects(form, answers, context), List.of(), "nb", UUID.randomUUID())))
                .get(0);
    }

    /** The contact teacher marks the pupil on the class's list of each day. */
    public void marks(Town town, long pupil, Mark mark, boolean told, LocalDate... days) {
        for (LocalDate day : days) {
            register.keep(
                            towns.reader(town.teacher()),
                            group(town),
                            day,
                            Map.of(pupil, new ClassRegister.Marked(mark, told)))
                    .orElseThrow();
        }
    }

    /** The class of the town's pupils. */
    public long group(Town town) {
        return jdbc.sql("select id from school_class where school_id = ? order by id limit 1").param(town.school()).query(Long.class).single();
    }

    /** The case in which the pupil's absence was followed up last. */
    public Optional<CaseFile> followedUp(long pupil) {
        return jdbc.sql("select case_id from absence_follow_up where pupil_id = ? order by begun_at desc limit 1")
                .param(pupil)
                .query(UUID.class)
                .optional()
                .flatMap(cases::file);
    }

    /** A person completes the case's open task of the name. */
    public Outcome does(long person, CaseFile file, String task, Map<String, String> said) {
        return does(person, open(file, task), said);
    }

    public Outcome does(long person, TaskRow task, Map<String, String> said) {
        TaskForms.Sent sent = sends(person, task, said);
        if (sent instanceof TaskForms.Sent.Answered answered) {
            return answered.outcome();
        }
        throw new AssertionError(task.taskKey() + ": " + ((TaskForms.Sent.Unfinished) sent).problems());
    }

    /** A person sends a task's form, whole or not. */
    public TaskForms.Sent sends(long person, TaskRow task, Map<String, String> said) {
        return taskForms.send(towns.reader(person), task, typed(said), List.of(), Locale.forLanguageTag("nb"));
    }

    public TaskRow open(CaseFile file, String task) {
        return tasks.ofCase(file.id()).stream()
                .filter(TaskRow::open)
                .filter(t -> t.taskKey().equals(task))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no open " + task + " but " + openTasks(file)));
    }

    public List<String> openTasks(CaseFile file) {
        return tasks.ofCase(file.id()).stream()
                .filter(TaskRow::open)
                .map(TaskRow::taskKey)
                .sorted()
                .toList();
    }

    public CaseFile now(CaseFile file) {
        return now(file.id());
    }

    public CaseFile now(UUID id) {
        return cases.file(id).orElseThrow();
    }

    private static Typed typed(Map<String, String> said) {
        Typed typed = Typed.empty();
        for (var entry : said.entrySet()) {
            typed = typed.with(entry.getKey(), entry.getValue());
        }
        return typed;
    }

    private static Answers valid(Check check) {
        if (check instanceof Check.Valid valid) {
            return valid.answers();
        }
        throw new AssertionError(((Check.Invalid) check).problems().toString());
    }
}
