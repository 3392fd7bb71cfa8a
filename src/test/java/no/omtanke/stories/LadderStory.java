package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import no.omtanke.access.Part;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseGate;
import no.omtanke.escalation.CaseLadder;
import no.omtanke.escalation.Ground;
import no.omtanke.escalation.Ladder;
import no.omtanke.escalation.StaffLift;
import no.omtanke.form.Answers;
import no.omtanke.organization.DirectoryRegister;
import org.springframework.beans.factory.annotation.Autowired;

/** What stories about lifted cases have: families and staff who press, and the ladder as the timeline tells it. */
abstract class LadderStory extends RoadToTask {

    @Autowired
    CaseLadder ladders;

    @Autowired
    CaseGate gate;

    @Autowired
    StaffLift staffLift;

    @Autowired
    DirectoryRegister register;

    /** The family presses «Jeg blir ikke hørt». @param from contact-teacher, principal, owner or any */
    void press(CaseFile file, String from) {
        door.notHeard(file.id(), new Answers("not-heard", new HashMap<>(Map.of("missing", "no-call", "answerFrom", from))));
        time.settle();
    }

    boolean lifted(long by, CaseFile file, String to) {
        boolean done = staffLift.lift(
                towns.reader(by), file.id(), new Answers("lift-case", Map.of("whyLift", "Det skjer ingenting.", "liftTo", to)));
        time.settle();
        return done;
    }

    List<Ladder> ladders(CaseFile file) {
        return ladders.ofOwn(file.id());
    }

    Ladder ladder(CaseFile file) {
        List<Ladder> all = ladders(file);
        return all.get(all.size() - 1);
    }

    /** Who has had the case, in turn. */
    List<String> rungs(CaseFile file) {
        return ladder(file).steps().stream()
                .filter(s -> s.what() == Ladder.What.REACHED)
                .map(s -> s.rung().code())
                .toList();
    }

    List<String> why(CaseFile file) {
        return ladder(file).grounds().stream().map(g -> g.task() == null ? g.cause() : g.task()).toList();
    }

    /** The open tasks of the ladder, everything else of the case left out. */
    List<String> onTheLadder(CaseFile file) {
        List<String> tasks = new ArrayList<>(openTasks(file));
        tasks.retainAll(Arrays.asList("answer-escalation", "answer-family", "carry-out-owner-order"));
        return tasks;
    }

    long running(CaseFile file) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(file.id().toString())
                .processDefinitionKey("escalation")
                .count();
    }

    void ends(CaseFile file) {
        assertThat(ladder(file).running()).as("the ladder runs").isFalse();
        assertThat(running(file)).isZero();
        assertThat(onTheLadder(file)).isEmpty();
        assertThat(events(file, "lift-settled")).isNotEmpty();
    }

    List<Ground> grounds(CaseFile file) {
        return ladder(file).grounds();
    }

    boolean reads(long person, CaseFile file) {
        return gate.allows(towns.reader(person), file.id(), Part.CONTENT);
    }
}
