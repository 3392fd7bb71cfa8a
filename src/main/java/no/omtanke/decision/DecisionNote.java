package no.omtanke.decision;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.casefile.OpenCase;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.process.Fact;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskNote;
import no.omtanke.process.TaskRow;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Which decision a task is about, and which party: of several letters and appeals the task is about one. */
@Component
class DecisionNote implements TaskNote {

    private final DecisionStore decisions;
    private final AppealStore appeals;
    private final TaskForms tasks;
    private final Directory directory;
    private final MessageSource texts;

    DecisionNote(
            DecisionStore decisions, AppealStore appeals, TaskForms tasks, Directory directory, MessageSource texts) {
        this.decisions = decisions;
        this.appeals = appeals;
        this.tasks = tasks;
        this.directory = directory;
        this.texts = texts;
    }

    @Override
    public Optional<String> of(TaskRow task, OpenCase open, Locale locale) {
        if (!task.open() || !task.processKey().matches("individual-decision|appeal")) {
            return Optional.empty();
        }
        var facts = tasks.context(task, Locale.ROOT).facts();
        return id(facts.get(Fact.DECISION_PARTY.variable()))
                .flatMap(decisions::party)
                .map(party -> words(party, id(facts.get(Fact.APPEAL.variable())).flatMap(appeals::find), locale));
    }

    private String words(DecisionParty party, Optional<Appeal> appeal, Locale locale) {
        String number = decisions.find(party.decision()).orElseThrow().number().toString();
        String name = directory.person(party.person()).map(Person::name).orElse("?");
        return appeal.isEmpty()
                ? texts.getMessage("decision.note.letter", new Object[] {number, name}, locale)
                : texts.getMessage("decision.note.appeal", new Object[] {number, name, day(appeal.get().cameOn(), locale)}, locale);
    }

    private String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern(texts.getMessage("letter.date", null, locale), locale).format(day);
    }

    private static Optional<UUID> id(Object value) {
        return value instanceof String text && !text.isEmpty() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
