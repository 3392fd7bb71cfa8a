package no.omtanke.process;

import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Refuses to complete a task whose form was not checked first. */
@Component
class FormGuard implements TaskListener {

    private final Completion completion;

    FormGuard(Completion completion) {
        this.completion = completion;
    }

    @Override
    public void notify(DelegateTask task) {
        if (!completion.covers(task.getId())) {
            throw new ProcessEngineException("A task is completed through its form only");
        }
    }
}
