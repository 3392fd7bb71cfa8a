package no.omtanke.escalation;

import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Facts;
import no.omtanke.process.TaskDone;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** When the thing itself is done, the ladder is told, in the same transaction: nobody has to answer for it any more. */
@Component
class ThingDone {

    private final Ladders ladders;
    private final CaseProcesses processes;

    ThingDone(Ladders ladders, CaseProcesses processes) {
        this.ladders = ladders;
        this.processes = processes;
    }

    @EventListener
    void done(TaskDone task) {
        if (ladders.doneMeanwhile(task.caseId())) {
            processes.tell("escalation-settled", task.caseId(), Facts.none());
        }
    }
}
