package no.omtanke.process;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.form.Effects;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.FormField;
import no.omtanke.form.FormTexts;
import no.omtanke.form.PartyChoice;
import no.omtanke.form.Problem;
import no.omtanke.form.Problems;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Keeps the adult whom a case is about away from its work: never responsible, never the investigator, never a task. */
@Component
class TheAccused {

    private static final List<String> WORKING = List.of("responsible", "investigator");

    private final CaseFiles cases;
    private final TaskRows rows;
    private final TaskService tasks;
    private final FormTexts texts;
    private final MessageSource messages;

    TheAccused(CaseFiles cases, TaskRows rows, TaskService tasks, FormTexts texts, MessageSource messages) {
        this.cases = cases;
        this.rows = rows;
        this.tasks = tasks;
        this.texts = texts;
        this.messages = messages;
    }

    /** The form's choices that would give the accused something to do. */
    Problems among(UUID caseId, FormDefinition form, Effects effects, Locale locale) {
        Set<Long> accused = new HashSet<>();
        effects.parties().stream().filter(p -> p.role().equals("accused")).forEach(p -> accused.add(p.personId()));
        if (accused.isEmpty()) {
            cases.parties(caseId).stream()
                    .filter(p -> p.role().equals("accused") && p.personId() != null)
                    .forEach(p -> accused.add(p.personId()));
        }
        Problems problems = Problems.none();
        for (PartyChoice choice : effects.parties()) {
            if (WORKING.contains(choice.role()) && accused.contains(choice.personId())) {
                problems = problems.with(problem(form, choice.role(), locale));
            }
        }
        return problems;
    }

    /** Takes back what the person had before they were known to be accused. */
    void takeTasksFrom(UUID caseId, long person) {
        List<TaskRow> open = rows.ofCase(caseId).stream().filter(TaskRow::open).toList();
        open.stream()
                .filter(row -> rows.audiences(row.taskId()).contains("person:" + person))
                .forEach(row -> tasks.deleteCandidateUser(row.taskId(), String.valueOf(person)));
        cases.endParticipation(caseId, person, Writers.ROLE);
        open.stream()
                .filter(row -> Long.valueOf(person).equals(row.assignee()))
                .forEach(row -> tasks.setAssignee(row.taskId(), null));
    }

    private Problem problem(FormDefinition form, String role, Locale locale) {
        String key = form.parties().entrySet().stream()
                .filter(p -> p.getValue().equals(role))
                .findFirst()
                .orElseThrow()
                .getKey();
        FormField field = form.field(key).orElseThrow();
        return new Problem(
                key,
                texts.label(form, key, locale),
                messages.getMessage("form.wrong.accused", null, locale),
                field.page(),
                false);
    }
}
