package no.omtanke.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.FileContent;
import no.omtanke.casefile.OpenCase;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.Forms;
import no.omtanke.form.Typed;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskRow;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The letter as it would be, of what is typed now: nothing of it is kept. Public because the task's page shows it. */
@Service
@Transactional
public class DecisionPreview {

    private final TaskForms taskForms;
    private final Forms forms;
    private final CaseFiles cases;
    private final DecisionLetter letter;
    private final Decisions decisions;
    private final MessageSource texts;
    private final Clock clock;

    DecisionPreview(
            TaskForms taskForms,
            Forms forms,
            CaseFiles cases,
            DecisionLetter letter,
            Decisions decisions,
            MessageSource texts,
            Clock clock) {
        this.taskForms = taskForms;
        this.forms = forms;
        this.cases = cases;
        this.letter = letter;
        this.decisions = decisions;
        this.texts = texts;
        this.clock = clock;
    }

    /** Empty when the task decides nothing. @param open the case as it was opened for the task */
    public Optional<FileContent> of(Reader reader, TaskRow task, OpenCase open, Typed typed, Locale locale) {
        FormDefinition form = taskForms.form(task);
        UUID pupil = task.pupil() != null ? task.pupil() : cases.reported(task.caseId()).orElse(null);
        if (form.decision() == null || pupil == null) {
            return Optional.empty();
        }
        byte[] pdf = letter.print(
                open.file(),
                pupil,
                forms.soFar(form, typed, taskForms.context(task, locale)),
                null,
                reader.personId(),
                LocalDate.now(clock),
                decisions.window().days());
        return Optional.of(new FileContent(texts.getMessage("decision.draft.file", null, locale), "application/pdf", pdf));
    }
}
