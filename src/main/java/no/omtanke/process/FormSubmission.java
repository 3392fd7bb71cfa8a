package no.omtanke.process;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.EntryMarks;
import no.omtanke.casefile.FileContent;
import no.omtanke.casefile.Party;
import no.omtanke.form.Answers;
import no.omtanke.form.Effects;
import no.omtanke.form.PartyChoice;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Completes a task through its checked form: entry, parties, routing facts, the task and its row stand together or not at all.
 * Public because staff's task page sends forms here.
 */
@Service
public class FormSubmission {

    private final TaskService tasks;
    private final NamedPerson person;
    private final TaskRows rows;
    private final CaseGate gate;
    private final CaseFiles cases;
    private final EntryMarks marks;
    private final Completion completion;
    private final TheAccused accused;
    private final LeaderAccused leaderAccused;
    private final ApplicationEventPublisher happened;

    FormSubmission(
            TaskService tasks,
            NamedPerson person,
            TaskRows rows,
            CaseGate gate,
            CaseFiles cases,
            EntryMarks marks,
            Completion completion,
            TheAccused accused,
            LeaderAccused leaderAccused,
            ApplicationEventPublisher happened) {
        this.tasks = tasks;
        this.person = person;
        this.rows = rows;
        this.gate = gate;
        this.cases = cases;
        this.marks = marks;
        this.completion = completion;
        this.accused = accused;
        this.leaderAccused = leaderAccused;
        this.happened = happened;
    }

    /** What became of a form that was sent. Public as the answer. */
    public sealed interface Outcome {
        /** Everything stands. */
        record Completed(TaskRow task) implements Outcome {}

        /** Somebody was first. @param by null when the process itself ended the task */
        record AlreadyEnded(Long by, Instant at) implements Outcome {}

        /** Unknown or not the reader's. */
        record NotAllowed() implements Outcome {}
    }

    /** Sends a checked form. */
    @Transactional
    public Outcome complete(
            Reader reader, String taskId, Answers answers, Effects effects, List<FileContent> files) {
        TaskRow row = rows.lock(taskId).orElse(null);
        Sender sender = Sender.of(reader);
        if (row == null || !gate.allows(reader, row.caseId(), sender.part(reader, row))) {
            return new Outcome.NotAllowed();
        }
        if (!row.open()) {
            return new Outcome.AlreadyEnded(row.endedBy(), row.endedAt());
        }
        if (rows.audiences(taskId).stream().noneMatch(reader::in)) {
            return new Outcome.NotAllowed();
        }
        if (!answers.formId().equals(row.formId())) {
            throw new IllegalArgumentException("not the form of this task");
        }
        // Whoever came by a body's link is nobody in the directory.
        Long author = reader.personId() == 0 ? null : reader.personId();
        UUID entry = cases.addEntry(
                row.caseId(), answers.formId(), author, sender.kind(), row.pupil(), taskId, answers.toJson());
        files.forEach(f -> cases.addDocument(row.caseId(), entry, f.name(), f.mediaType(), f.bytes()));
        if (effects.story() != null && row.pupil() != null) {
            cases.keepStory(row.caseId(), entry, row.pupil(), effects.story());
        }
        if (effects.keepBack()) {
            marks.keepBackAtOnce(row.caseId(), entry, holders(row.caseId(), effects.passTo()), reader.personId());
        }
        keepParties(row.caseId(), taskId, effects.parties());
        Facts facts = keepFacts(row.caseId(), taskId, effects.facts(), answers);
        cases.event(
                row.caseId(),
                "task-completed",
                author,
                Map.of("task", row.taskKey(), "entry", entry.toString()));
        person.does(
                reader.personId(),
                () -> completion.through(
                        taskId, author, () -> tasks.complete(taskId, facts.asVariables())));
        happened.publishEvent(new TaskDone(row.caseId(), row.taskKey()));
        return new Outcome.Completed(row);
    }

    private Set<Long> holders(UUID caseId, String role) {
        return cases.parties(caseId).stream()
                .filter(p -> p.role().equals(role) && p.personId() != null)
                .map(Party::personId)
                .collect(Collectors.toSet());
    }

    private void keepParties(UUID caseId, String taskId, List<PartyChoice> choices) {
        for (String single : List.of("accused", "responsible", "investigator")) {
            if (choices.stream().anyMatch(c -> c.role().equals(single))) {
                cases.parties(caseId).stream()
                        .filter(p -> p.role().equals(single) && p.personId() != null)
                        .forEach(p -> cases.endParticipation(caseId, p.personId(), single));
                cases.endParties(caseId, single);
            }
        }
        if (choices.stream().anyMatch(c -> c.role().equals("affected"))) {
            cases.endNamedParties(caseId, "affected");
        }
        boolean named = false;
        for (PartyChoice choice : choices) {
            UUID party = cases.addParty(caseId, choice.role(), choice.personId());
            // Of several affected pupils the report is about the one who is named first.
            if (choice.role().equals("affected") && !named) {
                cases.reportIsAbout(caseId, party);
                named = true;
            }
            if (choice.role().equals("accused")) {
                accused.takeTasksFrom(caseId, choice.personId(), taskId);
            }
            if (choice.role().equals("responsible") || choice.role().equals("investigator")) {
                cases.addParticipant(caseId, choice.personId(), choice.role());
            }
        }
    }

    private Facts keepFacts(UUID caseId, String taskId, Map<String, Object> named, Answers answers) {
        Facts facts = Facts.of(named);
        CaseFile file = cases.file(caseId).orElseThrow();
        if (facts.has(Fact.ACCUSED) || facts.has(Fact.SERIOUS)) {
            boolean serious =
                    facts.has(Fact.SERIOUS) ? Boolean.TRUE.equals(facts.get(Fact.SERIOUS)) : file.serious();
            String about = facts.has(Fact.ACCUSED) ? (String) facts.get(Fact.ACCUSED) : file.accused();
            cases.classify(caseId, about, serious);
            if (serious != file.serious()) {
                rows.classify(caseId, serious);
            }
            if (about.equals("leader") && !file.accused().equals("leader")) {
                leaderAccused.handOver(caseId, file.schoolId(), taskId);
            }
        }
        if (!answers.text("principalKnew").isEmpty()) {
            cases.principalKnew(
                    caseId, LocalDate.parse(answers.text("principalKnew").substring(0, 10)));
        }
        return facts;
    }
}
