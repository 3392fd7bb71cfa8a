package no.omtanke.leave;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import no.omtanke.casefile.OpenCase;
import no.omtanke.process.TaskNote;
import no.omtanke.process.TaskRow;
import org.springframework.stereotype.Component;

/** What one must know to answer: the days, what was used before, what was found, what the others say. */
@Component
class LeaveNote implements TaskNote {

    private static final Set<String> TASKS = Set.of("teacher-view", "decide-leave");

    private final LeaveStore store;
    private final LeaveSteps steps;
    private final LeaveWords words;

    LeaveNote(LeaveStore store, LeaveSteps steps, LeaveWords words) {
        this.store = store;
        this.steps = steps;
        this.words = words;
    }

    @Override
    public Optional<String> of(TaskRow task, OpenCase open, Locale locale) {
        if (!TASKS.contains(task.taskKey())) {
            return Optional.empty();
        }
        Leave leave = store.get(task.caseId());
        List<String> said = new ArrayList<>(List.of(words.days(leave, locale)));
        said.addAll(words.flags(leave, locale));
        if (task.taskKey().equals("decide-leave")) {
            said.add(words.say("leave.note.guardians." + steps.guardiansAgree(task.caseId().toString()), locale));
        }
        if (!steps.pupilIsHere(task.caseId().toString())) {
            said.add(words.say("leave.note.moved", locale));
        }
        return Optional.of(String.join(" ", said));
    }
}
