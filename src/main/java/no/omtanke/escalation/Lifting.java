package no.omtanke.escalation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Party;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Begins a case's ladder, or adds to the one that runs: a case never has two. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Lifting {

    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final Rungs rungs;
    private final AnswerTo answerTo;
    private final JdbcClient jdbc;

    Lifting(CaseFiles cases, CaseProcesses processes, Rungs rungs, AnswerTo answerTo, JdbcClient jdbc) {
        this.answerTo = answerTo;
        this.cases = cases;
        this.processes = processes;
        this.rungs = rungs;
        this.jdbc = jdbc;
    }

    /**
     * @param actor the employee who lifts it, or null
     * @param grounds codes and ids of each ground; a missed task that is known already is no new one
     * @param presser who of the family said it, or null
     * @param wanted who shall answer, or null for whoever stands above those who have the case
     */
    void lift(CaseFile file, String cause, Long actor, Presser presser, List<Map<String, String>> grounds, Rung wanted) {
        oneAtATime(file.id());
        Optional<Ladder> running = Ladder.of(cases.eventsAnew(file.id())).stream().filter(Ladder::running).findFirst();
        List<Map<String, String>> fresh = grounds.stream()
                .filter(g -> running.filter(l -> g.containsKey("taskId") && l.knows(g.get("taskId"))).isEmpty())
                .toList();
        fresh.forEach(args -> cases.event(file.id(), Ground.KIND + cause, actor, args));
        if (fresh.isEmpty()) {
            return;
        }
        boolean words = cause.equals("family") || cause.equals("staff");
        Facts facts = Facts.none().with(Fact.WANTED, wanted == null ? "any" : wanted.code());
        if (cause.equals("age")) {
            facts.with(Fact.AGED, true);
        }
        if (presser != null) {
            facts.with(Fact.ANSWER_TO, answerTo.of(file, cause, presser)).with(Fact.PUPIL, pupil(file.id(), presser));
        }
        if (running.isPresent()) {
            add(file.id(), running.get(), words, cause, wanted, facts);
        } else {
            begin(file, cause, presser, wanted, facts);
        }
    }

    private void begin(CaseFile file, String cause, Presser presser, Rung wanted, Facts facts) {
        processes.start(
                "escalation",
                file.id(),
                file.schoolId(),
                facts.with(Fact.CAUSE, cause)
                        .with(Fact.RUNG, (wanted == null ? rungs.standing(file.id()) : Rung.NONE).code())
                        .with(Fact.ANSWER_TO, answerTo.of(file, cause, presser))
                        .with(Fact.AGED, cause.equals("age"))
                        .with(Fact.CLIMBED, false)
                        .with(Fact.OWNER_FOLLOWS, "none")
                        .with(Fact.ACCUSED, file.accused())
                        .with(Fact.SERIOUS, file.serious())
                        .with(Fact.PUPIL, pupil(file.id(), presser)));
    }

    /** Whoever has answered already has had their turn; whoever has not gets the words as well, unless a higher rung is asked for. */
    private void add(UUID caseId, Ladder ladder, boolean words, String cause, Rung wanted, Facts facts) {
        if (words && processes.tell("escalation-again", caseId, facts)) {
            return;
        }
        boolean higher = wanted != null && wanted.compareTo(ladder.rung()) > 0;
        if (higher && processes.tell("escalation-higher", caseId, facts)) {
            return;
        }
        if (words || cause.equals("age") || cause.equals("joining")) {
            processes.tell("escalation-more", caseId, facts);
        }
    }

    // Whose contact teacher is asked; what is answered is about that pupil.
    private String pupil(UUID caseId, Presser presser) {
        return presser != null && presser.pupil() != null ? presser.pupil().toString() : firstAffected(caseId);
    }

    private String firstAffected(UUID caseId) {
        return cases.parties(caseId).stream()
                .filter(p -> p.role().equals("affected") && p.personId() != null)
                .findFirst()
                .map(Party::id)
                .map(UUID::toString)
                .orElse("");
    }

    // Two missed deadlines of the same minute, or a family that presses while a timer runs. The case's own row, because whoever lifts may
    // have changed it before, and then two locks would wait for each other.
    private void oneAtATime(UUID caseId) {
        jdbc.sql("select 1 from case_file where id = ? for no key update").param(caseId).query(Integer.class).list();
    }
}
