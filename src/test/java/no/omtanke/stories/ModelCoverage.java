package no.omtanke.stories;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.model.bpmn.instance.FlowNode;

/** Which steps of the models the run so far has reached, from the engine's own history. */
record ModelCoverage(TreeMap<String, Set<String>> all, TreeMap<String, Set<String>> reached) {

    static ModelCoverage of(ProcessEngine engine) {
        TreeMap<String, Set<String>> all = new TreeMap<>();
        TreeMap<String, Set<String>> reached = new TreeMap<>();
        for (ProcessDefinition model :
                engine.getRepositoryService().createProcessDefinitionQuery().latestVersion().list()) {
            all.put(model.getKey(), nodes(engine, model));
            Set<String> seen = engine.getHistoryService()
                    .createHistoricActivityInstanceQuery()
                    .processDefinitionId(model.getId())
                    .list()
                    .stream()
                    .map(HistoricActivityInstance::getActivityId)
                    .collect(Collectors.toCollection(TreeSet::new));
            seen.retainAll(all.get(model.getKey()));
            reached.put(model.getKey(), seen);
        }
        return new ModelCoverage(all, reached);
    }

    private static Set<String> nodes(ProcessEngine engine, ProcessDefinition model) {
        return engine.getRepositoryService()
                .getBpmnModelInstance(model.getId())
                .getModelElementsByType(FlowNode.class)
                .stream()
                .map(FlowNode::getId)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<String> missed() {
        List<String> missed = new ArrayList<>();
        all.forEach((model, nodes) -> nodes.stream()
                .filter(node -> !reached.get(model).contains(node))
                .forEach(node -> missed.add(model + "/" + node)));
        return missed;
    }

    String table() {
        StringBuilder table = new StringBuilder("Model coverage (steps reached)\n");
        all.forEach((model, nodes) -> table.append("  %-20s %3d of %3d  %3d %%%n"
                .formatted(model, reached.get(model).size(), nodes.size(), 100 * reached.get(model).size() / nodes.size())));
        return table.toString();
    }
}
