package no.omtanke.process;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;

/** Which arrows of the model a run went along. The engine keeps only the steps; the arrows follow from their order. */
class TakenFlows {

    private final Set<String> ids = new HashSet<>();
    private final Map<String, String> choices = new HashMap<>();

    /** @param steps the run's steps in the order of their beginning */
    TakenFlows(BpmnModelInstance model, List<HistoricActivityInstance> steps) {
        Map<String, List<Integer>> reached = new HashMap<>();
        for (int i = 0; i < steps.size(); i++) {
            reached.computeIfAbsent(steps.get(i).getActivityId(), id -> new java.util.ArrayList<>()).add(i);
        }
        for (SequenceFlow flow : model.getModelElementsByType(SequenceFlow.class)) {
            // A choice goes one way; it is settled below.
            if (flow.getSource() instanceof ExclusiveGateway || flow.getSource() instanceof EventBasedGateway) {
                continue;
            }
            for (int from : reached.getOrDefault(flow.getSource().getId(), List.of())) {
                if (left(steps.get(from)) && begunAfter(steps, steps.get(from), reached.get(flow.getTarget().getId()))) {
                    ids.add(flow.getId());
                }
            }
        }
        for (ExclusiveGateway gateway : model.getModelElementsByType(ExclusiveGateway.class)) {
            for (int from : reached.getOrDefault(gateway.getId(), List.of())) {
                gateway.getOutgoing().stream()
                        .filter(flow -> next(reached, flow, from) != null)
                        .min(Comparator.comparing(flow -> next(reached, flow, from)))
                        .ifPresent(flow -> {
                            ids.add(flow.getId());
                            if (flow.getName() != null) {
                                choices.put(steps.get(from).getId(), flow.getName());
                            }
                        });
            }
        }
    }

    Set<String> ids() {
        return ids;
    }

    /** What was chosen in the gateway's instance, in the model's words; null where there was nothing to choose. */
    String choice(String instanceId) {
        return choices.get(instanceId);
    }

    private static boolean left(HistoricActivityInstance step) {
        return step.getEndTime() != null && !step.isCanceled();
    }

    // By time, not by order: branches that begin in the same moment stand in any order.
    private static boolean begunAfter(List<HistoricActivityInstance> steps, HistoricActivityInstance from, List<Integer> at) {
        return at != null
                && at.stream()
                        .map(steps::get)
                        .anyMatch(step -> step != from && !step.getStartTime().before(from.getStartTime()));
    }

    private static Integer next(Map<String, List<Integer>> reached, SequenceFlow flow, int from) {
        return reached.getOrDefault(flow.getTarget().getId(), List.of()).stream()
                .filter(at -> at > from)
                .findFirst()
                .orElse(null);
    }
}
