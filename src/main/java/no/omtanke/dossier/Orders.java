package no.omtanke.dossier;

import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.StepBacks;
import no.omtanke.form.Answers;
import no.omtanke.process.CallableFromModel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What Statsforvalteren has ordered, each with a date of its own. Public because models call it by name. */
@Component("orders")
@CallableFromModel
@Transactional
public class Orders {

    static final String FORM = "register-ruling";

    private final RequestStore requests;
    private final OrderStore orders;
    private final CaseFiles cases;
    private final StepBacks stepBacks;
    private final LetterDates dates;

    Orders(RequestStore requests, OrderStore orders, CaseFiles cases, StepBacks stepBacks, LetterDates dates) {
        this.requests = requests;
        this.orders = orders;
        this.cases = cases;
        this.stepBacks = stepBacks;
        this.dates = dates;
    }

    /** Keeps the orders of the decision that was sent just now, if it has any. */
    public void keep(String request) {
        SupervisionRequest asked = requests.get(request);
        List<Entry> rulings = cases.entries(asked.caseId(), FORM);
        Entry ruling = rulings.get(rulings.size() - 1);
        int number = 0;
        for (Map<String, Object> order : Answers.fromJson(ruling.json()).items("orders")) {
            Object who = order.get("orderWho");
            orders.add(
                    asked,
                    ruling.id(),
                    ++number,
                    LocalDate.parse(order.get("orderBy").toString().substring(0, 10)),
                    who != null && who.toString().matches("\\d{1,18}") ? Long.valueOf(who.toString()) : null);
        }
        if (number > 0) {
            cases.event(asked.caseId(), "orders-registered", ruling.authorId(), Map.of("entry", ruling.id().toString()));
        }
    }

    /** Their ids; asked once for each of them. */
    public List<String> of(String request) {
        return orders.of(UUID.fromString(request)).stream().map(order -> order.id().toString()).toList();
    }

    public Date due(String order) {
        return dates.due(order(order).dueOn());
    }

    /** When following up begins. */
    public Date watchFrom(String order) {
        return dates.watchFrom(order(order).dueOn());
    }

    /** Who was named to carry it out; nobody when the owner does, or when that person is kept out of the case. */
    public String holder(String order) {
        OrderStore.Order named = order(order);
        return named.holder() == null || stepBacks.keptOut(named.caseId()).contains(named.holder())
                ? null
                : named.holder().toString();
    }

    private OrderStore.Order order(String id) {
        return orders.get(UUID.fromString(id));
    }
}
