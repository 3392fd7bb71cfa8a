package no.omtanke.involvement;

import java.util.Locale;
import java.util.Optional;
import no.omtanke.casefile.OpenCase;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.process.Fact;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskNote;
import no.omtanke.process.TaskRow;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Whose consent is to be taken at the school: of several guardians the task is about one. */
@Component
class ConsentNote implements TaskNote {

    private final Directory directory;
    private final InvolvementStore store;
    private final Sharing sharing;
    private final TaskForms tasks;
    private final MessageSource texts;

    ConsentNote(Directory directory, InvolvementStore store, Sharing sharing, TaskForms tasks, MessageSource texts) {
        this.directory = directory;
        this.store = store;
        this.sharing = sharing;
        this.tasks = tasks;
        this.texts = texts;
    }

    @Override
    public Optional<String> of(TaskRow task, OpenCase open, Locale locale) {
        if (!task.taskKey().equals("take-consent")) {
            return Optional.empty();
        }
        Object consenter = tasks.context(task, Locale.ROOT).facts().get(Fact.CONSENTER.variable());
        String body = store.find(task.involvement()).map(one -> sharing.body(one).name()).orElse("");
        return Optional.ofNullable(consenter)
                .flatMap(id -> directory.person(Long.parseLong(id.toString())))
                .map(Person::name)
                .map(name -> texts.getMessage("help.consent.take", new Object[] {name, body}, locale));
    }
}
