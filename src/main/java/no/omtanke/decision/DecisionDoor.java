package no.omtanke.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.FileContent;
import no.omtanke.form.Answers;
import no.omtanke.form.ReadAnswer;
import no.omtanke.organization.Person;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A decision as its parties see it through a link, and what they may do: read, appeal, withdraw. Public because the portal opens it. Who
 * was a party when the link was sent is asked anew every time.
 */
@Service
@Transactional
public class DecisionDoor {

    /** The form of an appeal. */
    public static final String FORM = "send-appeal";

    private final DecisionStore store;
    private final AppealStore appealStore;
    private final Appeals appeals;
    private final Decisions decisions;
    private final DecisionText text;
    private final DecisionLetters letters;
    private final DecisionParties parties;
    private final CaseGate gate;
    private final CaseProcesses processes;
    private final Clock clock;

    DecisionDoor(
            DecisionStore store,
            AppealStore appealStore,
            Appeals appeals,
            Decisions decisions,
            DecisionText text,
            DecisionLetters letters,
            DecisionParties parties,
            CaseGate gate,
            CaseProcesses processes,
            Clock clock) {
        this.store = store;
        this.appealStore = appealStore;
        this.appeals = appeals;
        this.decisions = decisions;
        this.text = text;
        this.letters = letters;
        this.parties = parties;
        this.gate = gate;
        this.processes = processes;
        this.clock = clock;
    }

    /**
     * What one party sees. Public because the portal shows it.
     *
     * @param child the pupil's name
     * @param appeal the party's latest appeal, or null
     * @param came whether the party may appeal now, and if not, why
     * @param inTime an appeal that is sent today is in time
     */
    public record Seen(
            Decision decision,
            DecisionParty party,
            CaseFile file,
            String child,
            String title,
            List<ReadAnswer> outcome,
            List<ReadAnswer> grounds,
            List<ReadAnswer> basis,
            Appeal appeal,
            Appeals.Came came,
            boolean inTime) {

        /** The letter can be read. */
        public boolean written() {
            return decision.document() != null;
        }

        /** Without the words: this may reach a log. */
        @Override
        public String toString() {
            return "decision " + decision.id();
        }
    }

    /** Whether the person still is a party. */
    @Transactional(readOnly = true)
    public boolean open(UUID decision, long person) {
        return reader(decision, person).isPresent();
    }

    /** Where mail to the person goes. */
    @Transactional(readOnly = true)
    public Optional<String> address(UUID decision, long person) {
        return store.find(decision).flatMap(d -> parties.still(d, person)).filter(DecisionMails::hasAddress).map(Person::email);
    }

    /** Sends a new link to the address that the directory has. */
    public void sendAgain(UUID decision, long person) {
        party(decision, person)
                .filter(party -> address(decision, person).isPresent())
                .ifPresent(party -> processes.start(
                        "send-decision-link",
                        party.caseId(),
                        store.find(decision).orElseThrow().schoolId(),
                        Facts.none().with(Fact.DECISION_PARTY, party.id().toString())));
    }

    /** Opens it for the person of a link; empty when they may not see it any more. */
    public Optional<Seen> show(UUID decision, long person, Locale language) {
        Optional<Reader> reader = reader(decision, person);
        if (reader.isEmpty()) {
            return Optional.empty();
        }
        Decision made = store.find(decision).orElseThrow();
        return gate.open(reader.get(), made.caseId(), Part.DECISION, "decision:" + decision)
                .map(open -> seen(made, party(decision, person).orElseThrow(), open.file(), language));
    }

    private Seen seen(Decision made, DecisionParty party, CaseFile file, Locale language) {
        decisions.read(party);
        DecisionText.Parts parts = text.parts(letters.answers(made), language);
        List<Appeal> own = appealStore.ofParty(party.id());
        return new Seen(
                made,
                party,
                file,
                parties.pupil(file.id(), made.pupil()).map(Person::name).orElse(""),
                parts.title(),
                parts.outcome(),
                parts.grounds(),
                parts.basis(),
                own.isEmpty() ? null : own.get(own.size() - 1),
                appeals.mayCome(party),
                party.inTime(LocalDate.now(clock)));
    }

    /** One of the letters: the decision's, or the one about the outcome of the party's appeal or another's. */
    public Optional<FileContent> letter(UUID decision, long person, UUID document) {
        Optional<Reader> reader = reader(decision, person);
        if (reader.isEmpty()) {
            return Optional.empty();
        }
        Decision made = store.find(decision).orElseThrow();
        boolean its = document.equals(made.document()) || outcomes(made).contains(document);
        return its ? gate.decisionDocument(reader.get(), made.caseId(), document) : Optional.empty();
    }

    /** The letters about what was decided in appeals over the decision. */
    @Transactional(readOnly = true)
    public List<UUID> outcomes(Decision decision) {
        return appealStore.ofCase(decision.caseId()).stream()
                .filter(appeal -> appeal.decision().equals(decision.id()))
                .map(Appeal::outcomeLetter)
                .filter(Objects::nonNull)
                .toList();
    }

    /** Sends the party's appeal. @return what became of it; empty when they are no party any more */
    public Optional<Appeals.Came> appeal(UUID decision, long person, Answers answers, List<FileContent> files) {
        Optional<Reader> reader = reader(decision, person);
        if (reader.isEmpty() || !gate.allows(reader.get(), store.find(decision).orElseThrow().caseId(), Part.DECISION)) {
            return Optional.empty();
        }
        Person who = parties.still(store.find(decision).orElseThrow(), person).orElseThrow();
        return Optional.of(appeals.take(
                party(decision, person).orElseThrow(), answers, files, "page", LocalDate.now(clock), who, null));
    }

    /** Takes the party's running appeal back. @return false when there is none any more */
    public boolean withdraw(UUID decision, long person) {
        Optional<Reader> reader = reader(decision, person);
        if (reader.isEmpty() || !gate.allows(reader.get(), store.find(decision).orElseThrow().caseId(), Part.DECISION)) {
            return false;
        }
        return appealStore.open(party(decision, person).orElseThrow().id()).map(appeals::withdraw).orElse(false);
    }

    private Optional<DecisionParty> party(UUID decision, long person) {
        return store.parties(decision).stream().filter(party -> party.person() == person).findFirst();
    }

    private Optional<Reader> reader(UUID decision, long person) {
        Optional<Decision> found = store.find(decision);
        if (found.isEmpty() || party(decision, person).isEmpty()) {
            return Optional.empty();
        }
        Decision made = found.get();
        return parties.still(made, person).map(known -> {
            boolean self = parties.pupil(made.caseId(), made.pupil()).filter(p -> p.id() == person).isPresent();
            Set<String> audiences = new HashSet<>(Set.of("decision-link:" + made.caseId(), "child:" + made.pupil()));
            audiences.add(self ? "pupil:" + made.pupil() : "guardian:" + person);
            return new Reader(person, known.name(), audiences);
        });
    }
}
