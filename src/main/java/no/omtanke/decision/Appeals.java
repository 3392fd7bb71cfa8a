package no.omtanke.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.FileContent;
import no.omtanke.form.Answers;
import no.omtanke.organization.Person;
import no.omtanke.process.CallableFromModel;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes appeals and notes how they go. Public because models call it by name. */
@Component("appeals")
@CallableFromModel
@Transactional
public class Appeals {

    private static final String OPEN = "open";

    private final AppealStore store;
    private final DecisionStore decisions;
    private final Decisions made;
    private final DecisionParties parties;
    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final Clock clock;

    Appeals(
            AppealStore store,
            DecisionStore decisions,
            Decisions made,
            DecisionParties parties,
            CaseFiles cases,
            CaseProcesses processes,
            Clock clock) {
        this.store = store;
        this.decisions = decisions;
        this.made = made;
        this.parties = parties;
        this.cases = cases;
        this.processes = processes;
        this.clock = clock;
    }

    /** What became of an appeal that came. Public because doors say it. */
    public enum Came {
        TAKEN,
        /** The party has one already that nobody has decided. */
        RUNNING,
        /** An appeal of the party was decided: there is no other. */
        DECIDED,
        /** Another decision has taken its place; that one can be appealed. */
        REPLACED
    }

    /** Whether the party may send one now, and if not, why. Whoever is late may: somebody decides about that. */
    Came mayCome(DecisionParty party) {
        List<Appeal> before = store.ofParty(party.id());
        if (before.stream().anyMatch(Appeal::running)) {
            return Came.RUNNING;
        }
        if (decisions.find(party.decision()).orElseThrow().replacedBy() != null) {
            return Came.REPLACED;
        }
        return before.stream().allMatch(Appeal::withdrawn) ? Came.TAKEN : Came.DECIDED;
    }

    /**
     * Takes an appeal, in time or late.
     *
     * @param author whose words it is
     * @param registeredBy who wrote it down for the party, or null
     */
    Came take(
            DecisionParty party, Answers answers, List<FileContent> files, String channel, LocalDate cameOn, Person author, Long registeredBy) {
        DecisionParty locked = decisions.lockParty(party.id()).orElseThrow();
        Came may = mayCome(locked);
        if (may != Came.TAKEN) {
            return may;
        }
        CaseFile file = cases.file(party.caseId()).orElseThrow();
        Decision decision = decisions.find(party.decision()).orElseThrow();
        boolean self = parties.pupil(file.id(), decision.pupil()).filter(p -> p.id() == author.id()).isPresent();
        UUID entry = cases.addEntry(
                file.id(),
                answers.formId(),
                registeredBy == null ? (Long) author.id() : registeredBy,
                registeredBy != null ? "staff" : self ? "pupil" : "guardian",
                decision.pupil(),
                null,
                answers.toJson());
        files.forEach(f -> cases.addDocument(file.id(), entry, f.name(), f.mediaType(), f.bytes()));
        Appeal appeal = new Appeal(
                UUID.randomUUID(),
                decision.id(),
                file.id(),
                party.id(),
                entry,
                channel,
                cameOn,
                !locked.inTime(cameOn),
                OPEN,
                null,
                false,
                !file.open(),
                null,
                null,
                clock.instant(),
                null);
        store.insert(appeal, registeredBy);
        if (!file.open()) {
            cases.reopen(file.id());
        }
        cases.event(
                file.id(),
                "appeal-came",
                registeredBy,
                Map.of("entry", entry.toString(), "decision", decision.id().toString(), "channel", channel));
        begin(file, decision, appeal);
        return Came.TAKEN;
    }

    // The decision's own process takes it while the party's window is open; else it is a process beside.
    private void begin(CaseFile file, Decision decision, Appeal appeal) {
        boolean heard = !appeal.late()
                && processes.tellOf("appeal-sent", file.id(), Fact.DECISION_PARTY, appeal.party().toString());
        if (!heard) {
            processes.start(
                    "appeal",
                    file.id(),
                    file.schoolId(),
                    Facts.none()
                            .with(Fact.ACCUSED, file.accused())
                            .with(Fact.SERIOUS, file.serious())
                            .with(Fact.PUPIL, decision.pupil().toString())
                            .with(Fact.DECISION, decision.id().toString())
                            .with(Fact.DECISION_PARTY, appeal.party().toString())
                            .with(Fact.APPEAL, appeal.id().toString())
                            .with(Fact.LATE, appeal.late()));
        }
    }

    /** The party does not want to appeal any more. @return false when it was decided before */
    boolean withdraw(Appeal appeal) {
        if (!store.withdraw(appeal.id(), clock.instant())) {
            return false;
        }
        event(appeal, "appeal-withdrawn");
        processes.tellOf("appeal-withdrawn", appeal.caseId(), Fact.APPEAL, appeal.id().toString());
        return true;
    }

    // --- what the model notes

    /** It came too late and is not taken up. */
    public void refuse(String appeal) {
        end(appeal, "refused", "appeal-refused");
    }

    /** The school stands by its decision. */
    public void upheld(String appeal) {
        Appeal one = one(appeal);
        store.become(one.id(), "upheld");
        event(one, "appeal-upheld");
    }

    /** The owner has sent it on. */
    public void forwarded(String appeal) {
        Appeal one = one(appeal);
        store.become(one.id(), "forwarded");
        event(one, "appeal-forwarded");
    }

    /** Whether the appeal had been sent on before it was withdrawn. */
    public boolean wasForwarded(String appeal) {
        return one(appeal).forwarded();
    }

    /** Statsforvalteren has decided. @param appealOutcome upheld, changed or annulled */
    public void decided(String appeal, String appealOutcome) {
        store.outcome(UUID.fromString(appeal), appealOutcome);
        end(appeal, "decided", "appeal-decided");
    }

    /** The school has decided anew: the new decision takes the old one's place, for all parties. */
    public void changed(String appeal) {
        Appeal one = one(appeal);
        UUID fresh = UUID.fromString(made.keep(one.caseId().toString(), "decide-anew"));
        decisions.replace(one.decision(), fresh);
        if (one.running()) {
            end(appeal, "changed", "appeal-changed");
        }
        decisions.parties(one.decision()).forEach(party -> processes.tellOf(
                "decision-replaced", one.caseId(), Fact.DECISION_PARTY, party.id().toString()));
    }

    /** Whether every party of the decision can be told by a link. */
    public boolean allReached(String appeal) {
        Decision decision = decisions.find(one(appeal).decision()).orElseThrow();
        return decisions.parties(decision.id()).stream()
                .map(party -> parties.still(decision, party.person()))
                .flatMap(Optional::stream)
                .allMatch(DecisionMails::hasAddress);
    }

    /** It is over; a case that was opened again for it is closed again. */
    public void finish(String appeal) {
        Appeal one = one(appeal);
        boolean others = store.ofCase(one.caseId()).stream().anyMatch(Appeal::running);
        if (one.reopened() && !others && cases.file(one.caseId()).filter(CaseFile::open).isPresent()) {
            cases.close(one.caseId());
        }
    }

    private void end(String appeal, String state, String event) {
        Appeal one = one(appeal);
        if (store.end(one.id(), state, clock.instant())) {
            event(one, event);
        }
    }

    private void event(Appeal appeal, String kind) {
        cases.event(
                appeal.caseId(), kind, null, Map.of("decision", appeal.decision().toString(), "entry", appeal.entry().toString()));
    }

    private Appeal one(String appeal) {
        return store.find(UUID.fromString(appeal)).orElseThrow();
    }
}
