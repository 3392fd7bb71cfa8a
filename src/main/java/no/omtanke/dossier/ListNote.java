package no.omtanke.dossier;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.casefile.OpenCase;
import no.omtanke.process.Fact;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskNote;
import no.omtanke.process.TaskRow;
import org.springframework.stereotype.Component;

/** How far the list has come, for whoever prepares the documents. */
@Component
class ListNote implements TaskNote {

    private final RequestStore requests;
    private final TaskForms tasks;
    private final DossierWords words;

    ListNote(RequestStore requests, TaskForms tasks, DossierWords words) {
        this.requests = requests;
        this.tasks = tasks;
        this.words = words;
    }

    @Override
    public Optional<String> of(TaskRow task, OpenCase open, Locale locale) {
        if (!task.taskKey().equals(Review.TASK)) {
            return Optional.empty();
        }
        Object id = tasks.context(task, Locale.ROOT).facts().get(Fact.REQUEST.variable());
        return requests.find(UUID.fromString(id.toString()))
                .filter(request -> request.reviewedAt() != null)
                .map(request -> {
                    var choices = requests.choices(request);
                    int taken = Review.taken(choices).size();
                    return words.text(
                            "review.kept", locale, words.moment(request.reviewedAt(), locale), taken, choices.size() - taken);
                });
    }
}
