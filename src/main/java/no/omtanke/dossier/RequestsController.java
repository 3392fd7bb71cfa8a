package no.omtanke.dossier;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.OpenCase;
import no.omtanke.form.Answers;
import no.omtanke.network.Download;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A case's requests from Statsforvalteren: what was asked for, the packages that were made, what was ordered. */
@Controller
class RequestsController {

    private final CaseGate gate;
    private final RequestStore requests;
    private final DossierStore dossiers;
    private final OrderStore orders;
    private final Packing packing;
    private final TaskQueries tasks;
    private final DossierWords words;

    RequestsController(
            CaseGate gate,
            RequestStore requests,
            DossierStore dossiers,
            OrderStore orders,
            Packing packing,
            TaskQueries tasks,
            DossierWords words) {
        this.gate = gate;
        this.requests = requests;
        this.dossiers = dossiers;
        this.orders = orders;
        this.packing = packing;
        this.tasks = tasks;
        this.words = words;
    }

    /** A request in words. Public because the template engine reads it. */
    public record Card(
            UUID id,
            String letterOn,
            String theirs,
            String asked,
            String answerBy,
            String registered,
            List<Package> packages,
            List<OrderLine> orders) {}

    /** A package in words. Public because the template engine reads it. @param stale something in it must not leave any more */
    public record Package(UUID id, String made, int documents, boolean stale) {}

    /** An order in words. Public because the template engine reads it. */
    public record OrderLine(int number, String what, String due, String holder) {}

    /** An open task. Public because the template engine reads it. @param path null when it is not the reader's */
    public record Waiting(String title, String path, String due) {}

    @GetMapping("/cases/{reference}/requests")
    String show(@AuthenticationPrincipal Reader reader, @PathVariable String reference, Locale locale, Model page) {
        OpenCase open = gate.open(reader, reference, Part.DOSSIER).orElseThrow(Unknown::here);
        page.addAttribute("reference", open.file().reference());
        page.addAttribute(
                "requests",
                requests.ofCase(open.file().id()).stream().map(r -> card(r, open, locale)).toList());
        page.addAttribute(
                "waiting",
                tasks.ofCase(open.file().id()).stream()
                        .filter(task -> task.open() && task.processKey().equals("supervision"))
                        .map(task -> waiting(task, reader, locale))
                        .toList());
        return "dossier/requests";
    }

    @GetMapping("/cases/{reference}/dossiers/{id:[0-9a-f]{8}-[0-9a-f-]{27}}")
    Object download(@AuthenticationPrincipal Reader reader, @PathVariable String reference, @PathVariable String id) {
        Packing.Outcome outcome =
                packing.pack(reader, reference, UUID.fromString(id)).orElseThrow(Unknown::here);
        return outcome instanceof Packing.Outcome.Packed packed
                ? Download.of(packed.name(), "application/zip", packed.zip())
                // The page itself says why it cannot leave.
                : ResponseEntity.status(302).header("Location", "/cases/" + reference + "/requests").build();
    }

    private Card card(SupervisionRequest request, OpenCase open, Locale locale) {
        Answers letter = open.entries().stream()
                .filter(entry -> entry.id().equals(request.entry()))
                .map(Entry::json)
                .map(Answers::fromJson)
                .findFirst()
                .orElseGet(() -> new Answers(Registering.FORM, Map.of()));
        return new Card(
                request.id(),
                words.day(request.letterOn(), locale),
                letter.text("theirReference"),
                letter.text("askedFor"),
                words.day(request.answerBy(), locale),
                words.text("request.registered", locale, words.moment(request.registeredAt(), locale), words.name(request.registeredBy())),
                dossiers.of(request.id()).stream()
                        .map(made -> new Package(
                                made.id(),
                                words.text("request.made", locale, words.moment(made.at(), locale), words.name(made.by())),
                                dossiers.items(made.id()).size(),
                                packing.stale(open, made)))
                        .toList(),
                orders.of(request.id()).stream()
                        .map(order -> new OrderLine(
                                order.number(),
                                OrderNote.words(order, open).orElse(""),
                                words.day(order.dueOn(), locale),
                                order.holder() == null ? words.text("request.owner", locale) : words.name(order.holder())))
                        .toList());
    }

    private Waiting waiting(TaskRow task, Reader reader, Locale locale) {
        LocalDate due = task.dueAt() == null ? null : LocalDate.ofInstant(task.dueAt(), words.zone());
        return new Waiting(
                words.task(task.taskKey(), locale),
                tasks.addressedTo(reader, task.taskId()) ? "/tasks/" + task.taskId() : null,
                words.day(due, locale));
    }
}
