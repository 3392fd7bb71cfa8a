package no.omtanke.involvement;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.omtanke.access.Actor;
import no.omtanke.access.Actors;
import no.omtanke.access.Reader;
import no.omtanke.form.Typed;
import no.omtanke.organization.Bodies;
import no.omtanke.organization.Body;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a body without an account does by its link. Public because the portal opens it. */
@Service
public class BodyDoor {

    private final InvolvementStore store;
    private final Sharing sharing;
    private final Bodies bodies;
    private final TaskQueries tasks;
    private final TaskForms forms;
    private final CaseProcesses processes;

    BodyDoor(
            InvolvementStore store,
            Sharing sharing,
            Bodies bodies,
            TaskQueries tasks,
            TaskForms forms,
            CaseProcesses processes) {
        this.store = store;
        this.sharing = sharing;
        this.bodies = bodies;
        this.tasks = tasks;
        this.forms = forms;
        this.processes = processes;
    }

    /** Whether a link to it may open anything: it is with the body, which has no account, and the consent holds. */
    @Transactional(readOnly = true)
    public boolean open(UUID involvement) {
        return store.find(involvement)
                .filter(one -> bodies.holders(one.body()).isEmpty() && sharing.mayRead(one))
                .isPresent();
    }

    /** Where mail to the body goes: what the directory has today. */
    @Transactional(readOnly = true)
    public Optional<String> address(UUID involvement) {
        return store.find(involvement).filter(one -> open(involvement)).map(sharing::body).map(Body::email);
    }

    /** Sends a new link to the address that the directory has; nobody else is ever mailed by it. */
    @Transactional
    public void sendAgain(UUID involvement) {
        store.find(involvement)
                .filter(one -> open(involvement))
                .ifPresent(one -> processes.start(
                        "send-involvement-link",
                        one.caseId(),
                        one.schoolId(),
                        Facts.none().with(Fact.INVOLVEMENT, involvement.toString()).with(Fact.LINK_KIND, "body")));
    }

    /** Who comes by the link: the body, and nobody else of the directory. */
    @Transactional(readOnly = true)
    public Reader reader(UUID involvement) {
        Involvement one = store.find(involvement).orElseThrow();
        // From here to the end of the request the database shows this involvement and nothing else.
        Actors.narrow(Actor.ofInvolvement(involvement));
        return new Reader(0, sharing.body(one).name(), Set.of("body-link:" + one.caseId(), "body:" + one.body()));
    }

    /** What the body is asked now; empty while it waits for nothing of it. */
    @Transactional(readOnly = true)
    public Optional<TaskRow> task(UUID involvement) {
        Involvement one = store.find(involvement).orElseThrow();
        return tasks.ofCase(one.caseId()).stream()
                .filter(task -> task.open() && task.forBody() && involvement.equals(task.involvement()))
                .findFirst();
    }

    /** Sends the body's answer. */
    public TaskForms.Sent send(UUID involvement, TaskRow task, Typed typed, Locale locale) {
        return forms.send(reader(involvement), task, typed, List.of(), locale);
    }
}
