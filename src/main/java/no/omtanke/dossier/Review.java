package no.omtanke.dossier;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.OpenCase;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Going through the list before a package is made. Public because stories in other rooms pass it on their way. */
@Service
@Transactional
public class Review {

    static final String TASK = "prepare-dossier";

    private final TaskQueries tasks;
    private final TaskForms forms;
    private final CaseGate gate;
    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final RequestStore requests;
    private final Gathering gathering;

    Review(
            TaskQueries tasks,
            TaskForms forms,
            CaseGate gate,
            CaseFiles cases,
            CaseProcesses processes,
            RequestStore requests,
            Gathering gathering) {
        this.tasks = tasks;
        this.forms = forms;
        this.gate = gate;
        this.cases = cases;
        this.processes = processes;
        this.requests = requests;
        this.gathering = gathering;
    }

    /** The list of a request as it is now, with what was chosen so far. */
    record Listed(TaskRow task, SupervisionRequest request, Gathered gathered, Map<String, RequestStore.Choice> choices) {

        /** What is left out unless somebody takes it: pieces about other pupils. Whatever is new since the list was saved as well. */
        boolean taken(Item item) {
            RequestStore.Choice choice = choices.get(item.key());
            return choice != null ? choice.taken() : choices.isEmpty() && !gathered.isAnothers(item);
        }

        boolean fresh(Item item) {
            return !choices.isEmpty() && !choices.containsKey(item.key());
        }

        String reason(Item item) {
            return Optional.ofNullable(choices.get(item.key())).map(RequestStore.Choice::reason).orElse("");
        }
    }

    /** Empty unless the task asks for this and is addressed to the reader. @param asOf instead of the day that was chosen before, or null */
    Optional<Listed> open(Reader reader, String taskId, LocalDate asOf) {
        return tasks.task(taskId)
                .filter(TaskRow::open)
                .filter(task -> task.taskKey().equals(TASK) && tasks.addressedTo(reader, taskId))
                .flatMap(task -> {
                    SupervisionRequest request = request(task);
                    return gate.open(reader, task.caseId(), Part.DOSSIER, "task:" + taskId)
                            .map((OpenCase open) -> new Listed(
                                    task, request, gathering.of(open, asOf != null ? asOf : request.asOf()), requests.choices(request)));
                });
    }

    /** Keeps what was chosen; the task can be sent from now on. @param choices by the keys of the items that were seen */
    void keep(Reader reader, Listed list, Map<String, RequestStore.Choice> choices, LocalDate asOf) {
        requests.review(list.request(), choices, asOf, reader.personId());
        cases.event(list.request().caseId(), "dossier-reviewed", reader.personId(), Map.of());
        processes.know(
                list.request().caseId(),
                Fact.REQUEST,
                list.request().id().toString(),
                Facts.none().with(Fact.REVIEWED, true));
    }

    /** Takes the list as it is proposed. @param why for everything that is left out @return false when the task is not the reader's */
    public boolean accept(Reader reader, String taskId, String why) {
        Optional<Listed> list = open(reader, taskId, null);
        list.ifPresent(l -> {
            Map<String, RequestStore.Choice> choices = new LinkedHashMap<>();
            l.gathered().items().forEach(item -> choices.put(
                    item.key(), new RequestStore.Choice(l.taken(item), l.taken(item) ? "" : why)));
            keep(reader, l, choices, l.request().asOf());
        });
        return list.isPresent();
    }

    /** The keys of what was taken. */
    static Set<String> taken(Map<String, RequestStore.Choice> choices) {
        Set<String> taken = new LinkedHashSet<>();
        choices.forEach((key, choice) -> {
            if (choice.taken()) {
                taken.add(key);
            }
        });
        return taken;
    }

    private SupervisionRequest request(TaskRow task) {
        Object id = forms.context(task, Locale.ROOT).facts().get(Fact.REQUEST.variable());
        return requests.find(UUID.fromString(id.toString())).orElseThrow();
    }
}
