package no.omtanke.decision;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.omtanke.calendar.WorkingDays;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.Party;
import no.omtanke.correspondence.LetterNumbers;
import no.omtanke.form.FormCatalog;
import no.omtanke.process.CallableFromModel;
import no.omtanke.process.Deadlines;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the model of an individual decision does and asks. Public because models call it by name. */
@Component("decisions")
@CallableFromModel
@Transactional
public class Decisions {

    /** The row of the table of deadlines that says how long one can appeal. */
    static final String WINDOW = "appeal-window";

    private final DecisionStore store;
    private final AppealStore appeals;
    private final DecisionParties parties;
    private final CaseFiles cases;
    private final TaskQueries tasks;
    private final FormCatalog forms;
    private final LetterNumbers numbers;
    private final Deadlines deadlines;
    private final WorkingDays workingDays;
    private final ApplicationEventPublisher happened;
    private final Clock clock;

    Decisions(
            DecisionStore store,
            AppealStore appeals,
            DecisionParties parties,
            CaseFiles cases,
            TaskQueries tasks,
            FormCatalog forms,
            LetterNumbers numbers,
            Deadlines deadlines,
            WorkingDays workingDays,
            ApplicationEventPublisher happened,
            Clock clock) {
        this.store = store;
        this.appeals = appeals;
        this.parties = parties;
        this.cases = cases;
        this.tasks = tasks;
        this.forms = forms;
        this.numbers = numbers;
        this.deadlines = deadlines;
        this.workingDays = workingDays;
        this.happened = happened;
        this.clock = clock;
    }

    /**
     * Keeps what was answered last in the task as a decision, with its number and its parties.
     *
     * @param decisionTask the user task that decided, e.g. {@code decide-leave}
     * @return the decision's id
     */
    public String keep(String caseId, String decisionTask) {
        UUID id = UUID.fromString(caseId);
        TaskRow task = tasks.ofCase(id).stream()
                .filter(row -> row.taskKey().equals(decisionTask) && row.state().equals("done"))
                .reduce((first, second) -> first.endedAt().isAfter(second.endedAt()) ? first : second)
                .orElseThrow(() -> new IllegalStateException("nobody has answered " + decisionTask));
        Entry entry = cases.entries(id, task.formId()).stream()
                .filter(e -> task.taskId().equals(e.taskId()))
                .findFirst()
                .orElseThrow();
        String kind = forms.form(task.formId()).decision();
        if (kind == null) {
            throw new IllegalStateException("the form " + task.formId() + " decides nothing");
        }
        return store.ofEntry(entry.id())
                .orElseGet(() -> keep(cases.file(id).orElseThrow(), pupil(id, task.pupil()), kind, task, entry))
                .id()
                .toString();
    }

    private Decision keep(CaseFile file, UUID pupil, String kind, TaskRow task, Entry entry) {
        Decision decision = new Decision(
                UUID.randomUUID(),
                file.id(),
                file.schoolId(),
                pupil,
                kind,
                task.taskKey(),
                entry.id(),
                numbers.draw(),
                null,
                entry.authorId(),
                clock.instant(),
                null);
        store.insert(decision);
        parties.of(file.id(), pupil).forEach(person -> store.addParty(decision, person.id()));
        cases.event(
                file.id(),
                "decision-made",
                entry.authorId(),
                Map.of("decision", decision.id().toString(), "number", decision.number().toString()));
        happened.publishEvent(new DecisionMade(file.id(), decision.id(), kind, entry.id()));
        return decision;
    }

    // The pupil whom the task is about, else the only one of the case.
    private UUID pupil(UUID caseId, UUID ofTask) {
        return ofTask != null
                ? ofTask
                : cases.reported(caseId).orElseGet(() -> cases.parties(caseId).stream()
                        .filter(party -> party.role().equals("affected") && party.personId() != null)
                        .map(Party::id)
                        .findFirst()
                        .orElseThrow());
    }

    /** The form in which it was decided: in it one decides anew. */
    public String formOf(String decision) {
        Decision made = store.find(UUID.fromString(decision)).orElseThrow();
        return cases.entry(made.caseId(), made.entry()).orElseThrow().formId();
    }

    /** Each party of the decision. */
    public List<String> parties(String decision) {
        return store.parties(UUID.fromString(decision)).stream().map(party -> party.id().toString()).toList();
    }

    /** Whether the party could read the letter. */
    public boolean available(String decisionParty) {
        return party(decisionParty).available();
    }

    /** The letter was handed over on paper, or came by post, on the day: the party's window begins with it. */
    public void handedOver(String decisionParty, String handedOn) {
        DecisionParty party = party(decisionParty);
        begin(party, "paper", LocalDate.parse(handedOn));
    }

    /** When the party can appeal no more: the end of the last day. */
    public Date windowEnds(String decisionParty) {
        return Date.from(end(party(decisionParty).lastDay()));
    }

    /** Whether the party can still appeal: there is time, nothing was decided about an appeal of theirs, and the decision is the newest. */
    public boolean windowOpen(String decisionParty) {
        DecisionParty party = party(decisionParty);
        return party.inTime(LocalDate.now(clock))
                && store.find(party.decision()).orElseThrow().replacedBy() == null
                && appeals.ofParty(party.id()).stream().allMatch(Appeal::withdrawn);
    }

    /** The appeal that the party has sent and nobody has decided yet. */
    public String openAppeal(String decisionParty) {
        return appeals.open(UUID.fromString(decisionParty)).orElseThrow().id().toString();
    }

    /** The letter was there for the party from the day on. */
    void begin(DecisionParty party, String way, LocalDate on) {
        store.available(party.id(), way, on, window().lastDay(on));
        cases.event(
                party.caseId(),
                "letter-available",
                null,
                Map.of("decision", party.decision().toString(), "way", way, "on", on.toString()));
    }

    /** Somebody has opened it. */
    void read(DecisionParty party) {
        store.read(party.id(), Timestamp.from(clock.instant()));
    }

    AppealWindow window() {
        return new AppealWindow(deadlines.rule(WINDOW, false).amount(), workingDays::isWorkingDay);
    }

    private Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(clock.getZone()).toInstant();
    }

    private DecisionParty party(String id) {
        return store.party(UUID.fromString(id)).orElseThrow();
    }
}
