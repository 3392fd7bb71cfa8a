package no.omtanke.leave;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.FileContent;
import no.omtanke.casefile.OpenCase;
import no.omtanke.form.Answers;
import no.omtanke.form.Typed;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.FamilyCase;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What a family may do with its application: take it back or change it before the decision, use less of the leave after it. */
@Component
class LeaveChanges implements FamilyCase {

    static final String CHANGE_FORM = "change-leave";
    static final String WITHDRAW_FORM = "withdraw-leave";
    static final String SHORTEN_FORM = "shorten-leave";

    private static final Act WITHDRAW = new Act("trekk", WITHDRAW_FORM);
    private static final Act CHANGE = new Act("endre", CHANGE_FORM);
    private static final Act SHORTEN = new Act("forkort", SHORTEN_FORM);

    /** So far an application has come when it is there, and when the decision is. */
    private static final int RECEIVED = 1;
    private static final int STEPS = 4;

    private final LeaveStore store;
    private final LeaveFamily family;
    private final LeaveCheck check;
    private final LeaveWords words;
    private final ProvisionalAnswer provisional;
    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final Clock clock;

    LeaveChanges(
            LeaveStore store,
            LeaveFamily family,
            LeaveCheck check,
            LeaveWords words,
            ProvisionalAnswer provisional,
            CaseFiles cases,
            CaseProcesses processes,
            Clock clock) {
        this.store = store;
        this.family = family;
        this.check = check;
        this.words = words;
        this.provisional = provisional;
        this.cases = cases;
        this.processes = processes;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return LeaveApplications.KIND;
    }

    @Override
    public int steps() {
        return STEPS;
    }

    @Override
    public int done(UUID caseId) {
        Leave.State state = store.get(caseId).state();
        return state.grants() || state == Leave.State.REFUSED ? STEPS : RECEIVED;
    }

    @Override
    public boolean over(UUID caseId) {
        Leave.State state = store.get(caseId).state();
        return !state.open() && !state.grants() && state != Leave.State.REFUSED;
    }

    @Override
    public List<String> said(OpenCase open, Locale locale) {
        return words.toFamily(store.get(open.file().id()), provisional.promised(open.file().id()), locale);
    }

    @Override
    public List<Act> acts(UUID caseId, long person) {
        Leave leave = store.get(caseId);
        List<Act> acts = new ArrayList<>();
        if (mayChange(leave, person)) {
            if (leave.state().open()) {
                acts.add(CHANGE);
                acts.add(WITHDRAW);
            } else if (leave.granted() != null && !leave.granted().last().isBefore(today())) {
                acts.add(SHORTEN);
            }
        }
        return acts;
    }

    @Override
    public Typed begin(String address, UUID caseId) {
        Leave leave = store.get(caseId);
        Period now = leave.granted() == null ? leave.asked() : leave.granted();
        return address.equals(WITHDRAW.address())
                ? Typed.empty()
                : Typed.empty().with("firstDay", now.first().toString()).with("lastDay", now.last().toString());
    }

    // Whoever applied, and a pupil who is of age; the other guardian says yes or no instead.
    private boolean mayChange(Leave leave, long person) {
        return family.ofAge(leave)
                ? leave.pupil() == person
                : leave.applicant() == null ? family.told(leave).contains(person) : leave.applicant() == person;
    }

    @Override
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean act(String address, UUID caseId, long person, Answers answers, List<FileContent> files) {
        return switch (address) {
            case "trekk" -> withdraw(caseId, person, answers);
            case "endre" -> change(caseId, person, answers);
            case "forkort" -> shorten(caseId, person, answers);
            default -> false;
        };
    }

    private boolean withdraw(UUID caseId, long person, Answers answers) {
        if (!processes.waitsFor("leave-withdrawn", caseId)) {
            return false;
        }
        keep(caseId, person, answers);
        return processes.tell("leave-withdrawn", caseId);
    }

    private boolean change(UUID caseId, long person, Answers answers) {
        if (!processes.waitsFor("leave-changed", caseId)) {
            return false;
        }
        store.lock(caseId);
        store.ask(caseId, LeaveApplications.period(answers));
        keep(caseId, person, answers);
        cases.event(caseId, "leave-changed", person, Map.of());
        return processes.tell("leave-changed", caseId);
    }

    // What is used less needs no new decision: it was granted.
    private boolean shorten(UUID caseId, long person, Answers answers) {
        Leave leave = store.lock(caseId);
        boolean none = answers.text("shortenHow").equals("none");
        Period shorter = none ? null : LeaveApplications.period(answers);
        boolean less = leave.granted() != null
                && (none || leave.granted().holds(shorter) && !leave.granted().equals(shorter));
        if (!less || !processes.waitsFor("leave-shortened", caseId)) {
            return false;
        }
        int school = cases.file(caseId).orElseThrow().schoolId();
        store.shortened(caseId, shorter, none ? 0 : check.days(shorter, school));
        keep(caseId, person, answers);
        cases.event(caseId, "leave-shortened", person, Map.of());
        return processes.tell("leave-shortened", caseId);
    }

    private void keep(UUID caseId, long person, Answers answers) {
        Leave leave = store.get(caseId);
        cases.addEntry(
                caseId,
                answers.formId(),
                person,
                leave.pupil() == person ? "pupil" : "guardian",
                family.party(caseId),
                null,
                answers.toJson());
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
