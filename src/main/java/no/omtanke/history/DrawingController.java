package no.omtanke.history;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseGate;
import no.omtanke.process.ProcessHistory;
import no.omtanke.process.ProcessHistory.Step;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What the drawing is made of: the model that a run followed, and how far the run came. */
@RestController
class DrawingController {

    private final CaseGate gate;
    private final ProcessHistory history;

    DrawingController(CaseGate gate, ProcessHistory history) {
        this.gate = gate;
        this.history = history;
    }

    /** A step of the model and how often it was reached. */
    record Reached(String id, int count, boolean open) {}

    record PathTaken(List<Reached> steps, Set<String> flows) {}

    @GetMapping(value = "/history/{ref}/model/{runId}", produces = MediaType.APPLICATION_XML_VALUE)
    String model(@AuthenticationPrincipal Reader reader, @PathVariable String ref, @PathVariable String runId) {
        caseOf(reader, ref, runId);
        return history.model(runId);
    }

    @GetMapping("/history/{ref}/path/{runId}")
    PathTaken path(@AuthenticationPrincipal Reader reader, @PathVariable String ref, @PathVariable String runId) {
        Map<String, List<Step>> steps = history.steps(caseOf(reader, ref, runId)).stream()
                .filter(step -> step.processId().equals(runId))
                .filter(step -> !step.type().equals("multiInstanceBody"))
                .collect(Collectors.groupingBy(Step::activityId));
        return new PathTaken(
                steps.entrySet().stream()
                        .map(e -> new Reached(
                                e.getKey(),
                                e.getValue().size(),
                                e.getValue().stream().anyMatch(s -> s.ended() == null)))
                        .toList(),
                history.flows(runId));
    }

    // A run of another case is unknown here, whoever asks.
    private UUID caseOf(Reader reader, String ref, String runId) {
        return gate.outside(reader, ref, Part.HISTORY)
                .map(CaseFile::id)
                .filter(id -> history.runs(id).stream().anyMatch(run -> run.id().equals(runId)))
                .orElseThrow(() -> new ResponseStatusException(NOT_FOUND));
    }
}
