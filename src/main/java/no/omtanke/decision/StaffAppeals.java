package no.omtanke.decision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.FileContent;
import no.omtanke.casefile.OpenCase;
import no.omtanke.form.Answers;
import no.omtanke.organization.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Appeals that come on paper or are spoken, written down by the school for a party. Public because the case's pages do. */
@Service
@Transactional
public class StaffAppeals {

    /** The form in which one is written down. */
    public static final String FORM = "register-appeal";

    private final DecisionStore decisions;
    private final DecisionParties parties;
    private final Appeals appeals;
    private final CaseGate gate;

    StaffAppeals(DecisionStore decisions, DecisionParties parties, Appeals appeals, CaseGate gate) {
        this.decisions = decisions;
        this.parties = parties;
        this.appeals = appeals;
        this.gate = gate;
    }

    /** Who may appeal what. Public because the page offers it. @param lastDay null while the letter is not there */
    public record Choice(UUID party, String name, String kind, String number, LocalDate lastDay) {

        /** Without the name: this may reach a log. */
        @Override
        public String toString() {
            return "party " + party;
        }
    }

    /** Whoever works in the whole case writes down what came. */
    @Transactional(readOnly = true)
    public Optional<OpenCase> open(Reader reader, String reference) {
        return gate.open(reader, reference, Part.CONTENT)
                .filter(OpenCase::whole)
                .filter(open -> !open.reason().equals("auditor-opened"))
                .filter(open -> open.file().lane() == null && !decisions.ofCase(open.file().id()).isEmpty());
    }

    /** Whether the case has a decision that somebody can appeal. The caller has opened it. */
    @Transactional(readOnly = true)
    public boolean possible(OpenCase open) {
        return open.whole() && open.file().lane() == null && !choices(open).isEmpty();
    }

    /** The parties who have no appeal yet, for each decision that holds. */
    @Transactional(readOnly = true)
    public List<Choice> choices(OpenCase open) {
        return decisions.ofCase(open.file().id()).stream()
                .flatMap(decision -> decisions.parties(decision.id()).stream()
                        .filter(party -> appeals.mayCome(party) == Appeals.Came.TAKEN)
                        .flatMap(party -> parties.still(decision, party.person()).stream()
                                .map(person -> new Choice(
                                        party.id(), person.name(), decision.kind(), decision.number().toString(), party.lastDay()))))
                .toList();
    }

    /** Takes it. @return what became of it; empty when the party is none of this case's */
    public Optional<Appeals.Came> register(Reader reader, OpenCase open, UUID party, Answers answers, List<FileContent> files) {
        Optional<DecisionParty> whose = decisions.party(party).filter(p -> p.caseId().equals(open.file().id()));
        return whose.flatMap(p -> parties.still(decisions.find(p.decision()).orElseThrow(), p.person())
                .map((Person author) -> appeals.take(
                        p,
                        answers,
                        files,
                        answers.text("appealChannel"),
                        LocalDate.parse(answers.text("cameOn")),
                        author,
                        reader.personId())));
    }
}
