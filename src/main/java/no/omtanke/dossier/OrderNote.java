package no.omtanke.dossier;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.OpenCase;
import no.omtanke.form.Answers;
import no.omtanke.process.Fact;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskNote;
import no.omtanke.process.TaskRow;
import org.springframework.stereotype.Component;

/** What exactly one order says, for whoever carries it out: of several the task is about one. */
@Component
class OrderNote implements TaskNote {

    private final OrderStore orders;
    private final TaskForms tasks;

    OrderNote(OrderStore orders, TaskForms tasks) {
        this.orders = orders;
        this.tasks = tasks;
    }

    @Override
    public Optional<String> of(TaskRow task, OpenCase open, Locale locale) {
        if (!task.taskKey().equals("carry-out-order")) {
            return Optional.empty();
        }
        Object id = tasks.context(task, Locale.ROOT).facts().get(Fact.ORDER.variable());
        return id == null ? Optional.empty() : words(orders.get(UUID.fromString(id.toString())), open);
    }

    /** Empty when the decision may not be read by whom the case was opened for. */
    static Optional<String> words(OrderStore.Order order, OpenCase open) {
        return open.entries().stream()
                .filter(entry -> entry.id().equals(order.entry()))
                .map(Entry::json)
                .map(json -> Answers.fromJson(json).items("orders"))
                .filter(items -> items.size() >= order.number())
                .map((List<Map<String, Object>> items) -> items.get(order.number() - 1).getOrDefault("orderWhat", "").toString())
                .findFirst();
    }
}
