package no.omtanke.history;

import static org.springframework.http.HttpStatus.NOT_FOUND;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseGate;
import no.omtanke.organization.Directory;
import no.omtanke.organization.School;
import no.omtanke.network.Download;
import no.omtanke.process.AuditorOpenings;
import no.omtanke.process.ProcessHistory;
import no.omtanke.process.ProcessHistory.Run;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** One case's history. Every opening goes through the gate, which logs it. */
@Controller
class CaseHistoryController {

    private final CaseGate gate;
    private final ProcessHistory history;
    private final Chronicle chronicle;
    private final Readings readings;
    private final Directory directory;
    private final HistoryWords words;
    private final AuditorOpenings openings;

    CaseHistoryController(
            CaseGate gate,
            ProcessHistory history,
            Chronicle chronicle,
            Readings readings,
            Directory directory,
            HistoryWords words,
            AuditorOpenings openings) {
        this.gate = gate;
        this.history = history;
        this.chronicle = chronicle;
        this.readings = readings;
        this.directory = directory;
        this.words = words;
        this.openings = openings;
    }

    /** A run that can be drawn, in words. */
    record Tab(String id, String label, boolean current) {}

    @GetMapping("/history/{ref}")
    String one(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String ref,
            @RequestParam(required = false) String run,
            @RequestParam(required = false) String show,
            Locale locale,
            Model model) {
        CaseFile file = open(reader, ref, Part.HISTORY);
        List<Run> runs = history.runs(file.id());
        List<Line> lines = chronicle.of(file, runs, locale);
        Run drawn = runs.stream()
                .filter(r -> r.id().equals(run))
                .findFirst()
                .orElse(runs.isEmpty() ? null : runs.get(0));
        String shown = show != null && List.of("tasks", "all").contains(show) ? show : "steps";
        model.addAttribute("file", file);
        model.addAttribute("kind", words.kind(file.kind(), locale));
        model.addAttribute("school", directory.school(file.schoolId()).map(School::name).orElse(""));
        model.addAttribute("opened", words.time(file.openedAt(), locale));
        model.addAttribute("closed", words.time(file.closedAt(), locale));
        model.addAttribute("held", lines.stream().filter(l -> l.verdict().equals(words.text("verdict.held", locale))).count());
        model.addAttribute("missed", lines.stream().filter(Line::missed).count());
        model.addAttribute("shown", shown);
        model.addAttribute("lines", shown(lines, shown));
        model.addAttribute("drawn", drawn);
        model.addAttribute("drawnLabel", drawn == null ? "" : tab(drawn, true, locale).label());
        model.addAttribute("tabs", runs.stream().map(r -> tab(r, r == drawn, locale)).toList());
        model.addAttribute(
                "times",
                drawn == null ? List.of() : lines.stream().filter(l -> drawn.id().equals(l.runId())).toList());
        model.addAttribute("audits", reader.in("auditor"));
        model.addAttribute(
                "contentUntil",
                openings.until(reader, file.id()).map(at -> words.time(at, locale)).orElse(null));
        model.addAttribute("readings", readings.of(reader, file, locale));
        return "history/case";
    }

    @GetMapping(value = "/history/{ref}/steps.csv")
    ResponseEntity<byte[]> csv(@AuthenticationPrincipal Reader reader, @PathVariable String ref, Locale locale) {
        CaseFile file = open(reader, ref, Part.HISTORY_EXPORT);
        String table = StepsFile.of(chronicle.of(file, history.runs(file.id()), locale), words, locale);
        return Download.of(
                file.reference() + ".csv", "text/csv;charset=UTF-8", table.getBytes(StandardCharsets.UTF_8));
    }

    // What a helper run did, one without any task of a person, is told beside the task it helped with.
    private static List<Line> shown(List<Line> lines, String shown) {
        Set<String> worked = lines.stream()
                .filter(l -> l.kind().equals("task"))
                .map(Line::runId)
                .collect(Collectors.toSet());
        return switch (shown) {
            case "tasks" -> lines.stream().filter(l -> l.kind().equals("task")).toList();
            case "all" -> lines;
            default -> lines.stream().filter(l -> l.runId() == null || worked.contains(l.runId())).toList();
        };
    }

    private CaseFile open(Reader reader, String ref, Part part) {
        return gate.outside(reader, ref, part).orElseThrow(() -> new ResponseStatusException(NOT_FOUND));
    }

    private Tab tab(Run run, boolean current, Locale locale) {
        String label = words.known("label", run.name(), locale);
        return new Tab(
                run.id(),
                run.duty() == null ? label : label + ": " + words.task(run.duty(), run.duty(), locale),
                current);
    }
}
