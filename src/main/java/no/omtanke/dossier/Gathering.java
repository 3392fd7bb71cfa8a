package no.omtanke.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import no.omtanke.casefile.Attachment;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.OpenCase;
import no.omtanke.plan.Evaluation;
import no.omtanke.plan.Held;
import no.omtanke.plan.PlanBook;
import no.omtanke.plan.PlanDocument;
import no.omtanke.plan.PlanVersion;
import no.omtanke.plan.PlanView;
import org.springframework.stereotype.Component;

/** Gathers what a case has to show: what was written, plans with their versions, measures, evaluations, files, the timeline. */
@Component
class Gathering {

    /** Stands elsewhere in the package: drafts in the plan's versions, daily answers in the measures' log. */
    private static final Set<String> ELSEWHERE = Set.of("write-plan", "do-measure");

    /** What was written about the very request. */
    private static final Set<String> OF_THE_REQUEST = Set.of(Registering.FORM, "prepare-dossier", "send-dossier");

    /** What plans, evaluations and logs take words from. */
    private static final Set<String> MADE_FROM = Set.of(
            "write-plan", "hear-pupil-plan", "guardian-view", "approve-plan", "do-measure", "ask-pupil", "guardian-evaluation",
            "evaluate-measure", "evaluate-plan");

    /** What the program wrote and may leave; another kind is named here on purpose. */
    private static final Set<String> LETTERS = Set.of("plan", "evaluation");

    private final PlanBook plans;
    private final CaseFiles cases;

    Gathering(PlanBook plans, CaseFiles cases) {
        this.plans = plans;
        this.cases = cases;
    }

    /** @param open the case as it was opened for leaving @param asOf plans are shown as they stood then, too; or null */
    Gathered of(OpenCase open, LocalDate asOf) {
        Withheld withheld = Withheld.of(
                MADE_FROM.stream().flatMap(form -> cases.entries(open.file().id(), form).stream()).toList(), open.entries());
        List<PlanView> views = plans.of(open);
        List<Item> items = new ArrayList<>();
        items.add(new Item.Course());
        open.entries().stream()
                .filter(entry -> !ELSEWHERE.contains(entry.formId()) && !OF_THE_REQUEST.contains(entry.formId()))
                .map(Item.Written::new)
                .forEach(items::add);
        views.forEach(plan -> items.addAll(ofPlan(plan, asOf)));
        items.addAll(files(open, views, withheld));
        return new Gathered(open, inOrder(items), withheld);
    }

    /** By section, then by the time it came to be; what is made for the package comes last in its section. */
    static List<Item> inOrder(List<Item> items) {
        return items.stream()
                .sorted(Comparator.comparing(Item::section)
                        .thenComparing(Item::at, Comparator.nullsLast(Comparator.naturalOrder()))
                        .thenComparing(Item::key))
                .toList();
    }

    private List<Item> ofPlan(PlanView plan, LocalDate asOf) {
        Map<Integer, Held> held =
                plans.held(plan).stream().collect(Collectors.toMap(Held::version, Function.identity(), (a, b) -> b));
        List<Item> items = new ArrayList<>();
        for (PlanVersion version : plan.versions()) {
            items.add(new Item.Version(plan, version, held.get(version.number())));
        }
        if (asOf != null) {
            items.add(new Item.Stood(plan, plans.asOf(plan, asOf).orElse(null), asOf));
        }
        if (!plan.log().isEmpty()) {
            items.add(new Item.Log(plan));
        }
        for (Evaluation evaluation : plan.evaluations()) {
            if (evaluation.endedAt() != null) {
                items.add(new Item.Evaluated(plan, evaluation));
            }
        }
        return items;
    }

    private static List<Item> files(OpenCase open, List<PlanView> plans, Withheld withheld) {
        Map<UUID, Entry> entries = open.entries().stream().collect(Collectors.toMap(Entry::id, Function.identity()));
        Map<UUID, Instant> letters = new HashMap<>();
        plans.stream()
                .flatMap(plan -> plan.documents().stream())
                .filter(document -> !document.forFamily())
                .forEach((PlanDocument document) -> letters.put(document.id(), document.writtenAt()));
        return open.attachments().stream()
                .flatMap(file -> item(file, entries, letters, withheld).stream())
                .toList();
    }

    private static Optional<Item> item(
            Attachment file, Map<UUID, Entry> entries, Map<UUID, Instant> letters, Withheld withheld) {
        if (file.kind().equals(Attachment.ATTACHMENT)) {
            return Optional.ofNullable(entries.get(file.entryId()))
                    .filter(entry -> !OF_THE_REQUEST.contains(entry.formId()))
                    .map(entry -> new Item.Kept(file, entry, entry.writtenAt(), entry.about()));
        }
        // A letter cannot be changed: one that may hold withheld words stays as a whole.
        return LETTERS.contains(file.kind()) && letters.containsKey(file.id()) && !withheld.isIn(file.about())
                ? Optional.of(new Item.Kept(file, null, letters.get(file.id()), file.about()))
                : Optional.empty();
    }
}
