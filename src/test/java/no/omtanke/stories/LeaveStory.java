package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.form.Answers;
import no.omtanke.form.Check;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormContext;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.Forms;
import no.omtanke.form.Problem;
import no.omtanke.form.Typed;
import no.omtanke.leave.LeaveApplications;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.process.FamilyCases;
import no.omtanke.process.FormSubmission.Outcome;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskRow;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What stories of leave have besides: a second guardian, an application, and what the family does with it. */
abstract class LeaveStory extends ProcessStory {

    static final LocalDate LONG_AGO = LocalDate.of(2020, 8, 1);
    static final Locale NB = Locale.forLanguageTag("nb");

    /** A Monday three weeks ahead. */
    static final LocalDate FIRST = LocalDate.of(2026, 12, 14);

    @Autowired
    LeaveApplications applications;

    @Autowired
    FamilyCases own;

    @Autowired
    Forms forms;

    @Autowired
    FormCatalog catalog;

    @Autowired
    DirectoryRegister register;

    @Autowired
    TransactionTemplate together;

    long father;

    void secondGuardian() {
        father = register.addPerson("Far", town.tag(), "far." + town.tag() + "@town.example", null, null, "nb");
        register.addGuardian(father, town.pupil(), true, LONG_AGO, null);
    }

    void born(LocalDate day) {
        jdbc.sql("update person set birth_date = ? where id = ?").params(day, town.pupil()).update();
    }

    /** The guardian applies for so many days from a Monday. */
    CaseFile applied(int days, String... more) {
        return sent(town.guardian(), days, more).get(0);
    }

    List<CaseFile> sent(long sender, int days, String... more) {
        Map<String, String> said = new LinkedHashMap<>(Map.of(
                "children", String.valueOf(town.pupil()),
                "leaveKind", "ordinary",
                "firstDay", FIRST.toString(),
                "lastDay", FIRST.plusDays(days - 1).toString(),
                "reason", "Bestemor fyller 80.",
                "childOpinion", "Hun gleder seg.",
                "bothAgree", "yes"));
        for (int i = 0; i < more.length; i += 2) {
            said.put(more[i], more[i + 1]);
        }
        return send(sender, said, UUID.randomUUID());
    }

    List<CaseFile> send(long sender, Map<String, String> said, UUID source) {
        Answers answers = ((Check.Valid) checked("apply-leave", said)).answers();
        List<CaseFile> files = applications.byFamily(sender, answers, List.of(), "nb", source);
        time.settle();
        return files;
    }

    /** What keeps the form from being sent. */
    List<String> refusedForm(String form, Map<String, String> said) {
        return checked(form, said) instanceof Check.Invalid invalid
                ? invalid.problems().list().stream().map(Problem::name).toList()
                : List.of();
    }

    private Check checked(String form, Map<String, String> said) {
        FormDefinition definition = catalog.form(form);
        Typed typed = Typed.empty();
        for (var answer : said.entrySet()) {
            typed = typed.with(answer.getKey(), answer.getValue().split(","));
        }
        List<Long> children = List.of(town.pupil(), town.other(), town.third());
        return forms.check(
                definition, null, typed, new FormContext(NB, town.school(), null, Map.of(), Map.of(), children));
    }

    /** The second guardian says yes or no. */
    void says(CaseFile file, long guardian, String agrees) {
        assertThat(byGuardian(file, guardian, agrees)).isInstanceOf(Outcome.Completed.class);
        time.settle();
    }

    Outcome byGuardian(CaseFile file, long guardian, String agrees) {
        TaskRow task = tasks.ofCase(file.id()).stream()
                .filter(t -> t.taskKey().equals("guardian-agrees"))
                .filter(t -> !t.open() || tasks.audiences(t.taskId()).contains("guardian:" + guardian))
                .reduce((first, second) -> second)
                .orElseThrow();
        return own.send(file.id(), guardian, task.taskId(), Typed.empty().with("agrees", agrees), NB)
                .map(sent -> ((TaskForms.Sent.Answered) sent).outcome())
                .orElse(new Outcome.NotAllowed());
    }

    /** The family does something with it. */
    boolean acts(CaseFile file, long person, String act, String... said) {
        Map<String, Object> answers = new HashMap<>();
        for (int i = 0; i < said.length; i += 2) {
            answers.put(said[i], said[i + 1]);
        }
        String form = Map.of("trekk", "withdraw-leave", "endre", "change-leave", "forkort", "shorten-leave").get(act);
        boolean done = Boolean.TRUE.equals(
                together.execute(t -> own.act(file.id(), person, act, new Answers(form, answers), List.of())));
        time.settle();
        return done;
    }

    String state(CaseFile file) {
        return jdbc.sql("select state from leave_application where case_id = ?").param(file.id()).query(String.class).single();
    }

    Map<String, Object> row(CaseFile file) {
        return jdbc.sql("select * from leave_application where case_id = ?").param(file.id()).query().singleRow();
    }

    /** One for the pupil that was decided before. */
    CaseFile granted(LocalDate first, int days) {
        CaseFile file = applied(days, "firstDay", first.toString(), "lastDay", first.plusDays(days - 1).toString());
        if (openTasks(file).contains("teacher-view")) {
            done(file, "teacher-view");
        }
        done(file, "decide-leave");
        return file;
    }
}
