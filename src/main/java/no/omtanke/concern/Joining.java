package no.omtanke.concern;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseCopies;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.CaseLinks;
import no.omtanke.casefile.CaseLinks.Link;
import no.omtanke.casefile.OpenCase;
import no.omtanke.casefile.Party;
import no.omtanke.casefile.StepBacks;
import no.omtanke.form.Answers;
import no.omtanke.process.AnswerOwed;
import no.omtanke.process.Assignments;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import no.omtanke.process.Recusals;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Joins two cases about the same, and parts them again when that was wrong. One ends and goes on in the other: its pupils and what was
 * written come along as copies, it stays readable as it was. Public because the case page has the button.
 */
@Service
@Transactional
public class Joining {

    private static final Set<String> ABOUT_STAFF = Set.of("employee", "leader");

    private final CaseGate gate;
    private final CaseFiles cases;
    private final CaseLinks links;
    private final CaseCopies copies;
    private final CaseProcesses processes;
    private final Assignments assignments;
    private final Recusals recusals;
    private final StepBacks stepBacks;
    private final TaskQueries tasks;
    private final Stories stories;
    private final AnswerOwed answers;

    Joining(
            CaseGate gate,
            CaseFiles cases,
            CaseLinks links,
            CaseCopies copies,
            CaseProcesses processes,
            Assignments assignments,
            Recusals recusals,
            StepBacks stepBacks,
            TaskQueries tasks,
            Stories stories,
            AnswerOwed answers) {
        this.answers = answers;
        this.gate = gate;
        this.cases = cases;
        this.links = links;
        this.copies = copies;
        this.processes = processes;
        this.assignments = assignments;
        this.recusals = recusals;
        this.stepBacks = stepBacks;
        this.tasks = tasks;
        this.stories = stories;
    }

    /** Whether the reader may join the case with others: who leads it and sees all of it, while it runs. */
    public boolean mayJoin(Reader reader, UUID caseId) {
        return cases.file(caseId).filter(f -> f.open() && f.kind().equals(Reports.PROCESS)).isPresent() && leads(reader, caseId);
    }

    /** The same for a case that was opened for the reader. */
    public boolean mayJoin(Reader reader, OpenCase open) {
        CaseFile file = open.file();
        return file.open() && file.kind().equals(Reports.PROCESS) && open.whole() && recusals.mayLetIn(reader, file.id());
    }

    /** Why the one cannot go on in the other, as a word of the page's texts; empty when it can. The reader may join both. */
    public Optional<String> hindrance(UUID ends, UUID goesOn) {
        CaseFile ending = cases.file(ends).orElseThrow();
        CaseFile going = cases.file(goesOn).orElseThrow();
        if (ends.equals(goesOn)) {
            return Optional.of("same");
        }
        if (ending.schoolId() != going.schoolId()) {
            return Optional.of("school");
        }
        if ((ABOUT_STAFF.contains(ending.accused()) || ABOUT_STAFF.contains(going.accused()))
                && (!ending.accused().equals(going.accused()) || !accused(ends).equals(accused(goesOn)))) {
            return Optional.of("accused");
        }
        if (pupils(ends).isEmpty()) {
            return Optional.of("unread");
        }
        if (answers.owed(ends)) {
            return Optional.of("unheard");
        }
        if (tasks.ofCase(ends).stream().anyMatch(t -> t.open() && t.processKey().equals("supervision"))) {
            return Optional.of("supervision");
        }
        if (planned(ends, null)) {
            return Optional.of("plan");
        }
        return concluded(goesOn) && !here(goesOn).containsAll(persons(ends)) ? Optional.of("concluded") : Optional.empty();
    }

    /** @return false when the reader may not, or something stands against it */
    public boolean join(Reader reader, UUID ends, UUID goesOn, Answers why) {
        if (!mayJoin(reader, ends) || !mayJoin(reader, goesOn) || hindrance(ends, goesOn).isPresent()) {
            return false;
        }
        List<UUID> brought = new ArrayList<>();
        Map<UUID, UUID> whose = bringPupils(ends, goesOn, brought);
        recusals.alsoOut(goesOn, stepBacks.recused(ends));
        Set<UUID> told = copies.bring(ends, goesOn, whose, true);
        links.join(ends, goesOn, brought, reader.personId());
        note(reader, ends, why, "case-joined");
        note(reader, goesOn, why, "case-taken-in");
        end(ends);
        CaseFile going = graver(cases.file(ends).orElseThrow(), cases.file(goesOn).orElseThrow());
        told.forEach(pupil -> stories.told(goesOn.toString(), pupil.toString()));
        processes.start(
                "case-taken-in",
                goesOn,
                going.schoolId(),
                Facts.none()
                        .with(Fact.JOINED_CASE, ends.toString())
                        .with(Fact.ACCUSED, going.accused())
                        .with(Fact.SERIOUS, going.serious()));
        return true;
    }

    /** Whether the case was joined into the other and could be its own again for this reader. */
    public Optional<Link> joined(Reader reader, UUID goesOn, UUID ended) {
        return links.of(goesOn).stream()
                .filter(link -> link.joinedNow() && link.to().equals(goesOn) && link.from().equals(ended))
                .findFirst()
                .filter(link -> mayJoin(reader, goesOn) && leads(reader, ended));
    }

    /** Whether a pupil who came with it has a plan in the case: then it stays. */
    public boolean planned(Link link) {
        return link.brought().stream().anyMatch(pupil -> planned(link.to(), pupil));
    }

    /** @return false when the reader may not, or a plan stands against it */
    public boolean part(Reader reader, UUID goesOn, UUID ended, Answers why) {
        Optional<Link> link = joined(reader, goesOn, ended).filter(l -> !planned(l));
        link.ifPresent(l -> {
            processes.tellOf("case-parted", goesOn, Fact.JOINED_CASE, ended.toString());
            l.brought().forEach(pupil -> leaves(goesOn, pupil));
            copies.putAway(ended, goesOn);
            links.part(ended);
            note(reader, goesOn, why, "case-parted");
            note(reader, ended, why, "case-parted");
            CaseFile own = cases.file(ended).orElseThrow();
            processes.startByMessage("case-reopened", ended, own.schoolId(), Reopening.facts(own, assignments));
        });
        return link.isPresent();
    }

    /** The pupil is in the case no more; what was written about them stays. */
    void leaves(UUID caseId, UUID pupil) {
        processes.tellOf("pupil-left", caseId, Fact.PUPIL, pupil.toString());
        cases.endParticipations(caseId, pupil);
        cases.endParty(caseId, pupil);
    }

    /** Whether anybody, or the one pupil, has or had a plan in the case. */
    boolean planned(UUID caseId, UUID pupil) {
        return tasks.ofCase(caseId).stream()
                .anyMatch(t -> t.processKey().equals("activity-plan") && (pupil == null || pupil.equals(t.pupil())));
    }

    boolean leads(Reader reader, UUID caseId) {
        return gate.open(reader, caseId, Part.CONTENT).filter(OpenCase::whole).isPresent() && recusals.mayLetIn(reader, caseId);
    }

    private Map<UUID, UUID> bringPupils(UUID ends, UUID goesOn, List<UUID> brought) {
        Map<UUID, UUID> whose = new HashMap<>();
        for (Party pupil : pupils(ends)) {
            List<Party> before = pupils(goesOn).stream().filter(p -> p.personId().equals(pupil.personId())).toList();
            Optional<Party> same = before.stream().filter(p -> p.role().equals(pupil.role())).findFirst();
            // Who may be unsafe is that besides whatever else they are; other parts come only to who has none.
            Optional<Party> found = same.isPresent() || pupil.role().equals("affected") ? same : before.stream().findFirst();
            whose.put(pupil.id(), found.map(Party::id).orElseGet(() -> {
                UUID fresh = cases.addParty(goesOn, pupil.role(), pupil.personId());
                brought.add(fresh);
                return fresh;
            }));
        }
        return whose;
    }

    private void note(Reader reader, UUID caseId, Answers why, String event) {
        UUID entry = cases.addEntry(caseId, why.formId(), reader.personId(), "staff", null, null, why.toJson());
        cases.event(caseId, event, reader.personId(), Map.of("entry", entry.toString()));
    }

    // What waits in it ends, and the timeline says of each why.
    private void end(UUID caseId) {
        tasks.ofCase(caseId).stream()
                .filter(TaskRow::open)
                .forEach(t -> cases.event(caseId, "task-ended-by-joining", null, Map.of("task", t.taskKey())));
        pupils(caseId).forEach(p -> processes.tellOf("pupil-left", caseId, Fact.PUPIL, p.id().toString()));
        if (!processes.tellAll("case-joined", caseId) || cases.file(caseId).orElseThrow().open()) {
            cases.close(caseId);
        }
    }

    // The graver of the two is what goes on.
    private CaseFile graver(CaseFile ending, CaseFile going) {
        if (ending.serious() && !going.serious()) {
            cases.classify(going.id(), going.accused(), true);
            processes.learn(going.id(), Facts.none().with(Fact.SERIOUS, true));
        }
        if (ending.escalated()) {
            cases.escalate(going.id());
        }
        return cases.file(going.id()).orElseThrow();
    }

    private boolean concluded(UUID caseId) {
        Instant begun = cases.lastEvent(caseId, "reopened").orElse(Instant.MIN);
        return tasks.ofCase(caseId).stream()
                .anyMatch(t -> t.taskKey().equals("conclude") && t.state().equals("done") && t.endedAt().isAfter(begun));
    }

    private Set<Long> here(UUID caseId) {
        return Set.copyOf(persons(caseId));
    }

    private List<Long> persons(UUID caseId) {
        return pupils(caseId).stream().map(Party::personId).distinct().toList();
    }

    private List<Party> pupils(UUID caseId) {
        return cases.parties(caseId).stream().filter(p -> p.isPupil() && p.personId() != null).toList();
    }

    private Set<Long> accused(UUID caseId) {
        return cases.parties(caseId).stream()
                .filter(p -> p.role().equals("accused"))
                .map(Party::personId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
