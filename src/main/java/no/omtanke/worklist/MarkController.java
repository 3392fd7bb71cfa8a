package no.omtanke.worklist;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.EntryMarks;
import no.omtanke.casefile.OpenCase;
import no.omtanke.concern.Stories;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who may read a single entry: «Ikke gi videre», and a new decision about what a pupil told. */
@Controller
class MarkController {

    private final CaseGate gate;
    private final CaseFiles cases;
    private final EntryMarks marks;
    private final Stories stories;
    private final Entries entries;
    private final Directory directory;

    MarkController(
            CaseGate gate, CaseFiles cases, EntryMarks marks, Stories stories, Entries entries, Directory directory) {
        this.gate = gate;
        this.cases = cases;
        this.marks = marks;
        this.stories = stories;
        this.entries = entries;
        this.directory = directory;
    }

    /** Somebody whom the mark can name. @param named it does */
    record Colleague(long id, String name, boolean named) {}

    @GetMapping("/cases/{reference}/entries/{id:[0-9a-f-]{36}}/mark")
    String ask(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String reference,
            @PathVariable UUID id,
            Locale locale,
            Model page) {
        OpenCase open = open(reader, reference);
        Entry entry = mine(open, id);
        page.addAttribute("reference", open.file().reference());
        page.addAttribute("entry", entries.words(open, entry, locale));
        page.addAttribute("colleagues", colleagues(reader, open, entry));
        return "worklist/mark";
    }

    @PostMapping("/cases/{reference}/entries/{id:[0-9a-f-]{36}}/mark")
    String mark(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String reference,
            @PathVariable UUID id,
            @RequestParam String action,
            @RequestParam(required = false) List<Long> to,
            RedirectAttributes flash) {
        OpenCase open = open(reader, reference);
        mine(open, id);
        Set<Long> named = new HashSet<>(to == null ? List.of() : to);
        named.retainAll(cases.participants(open.file().id()));
        boolean keep = action.equals("keep");
        if (!marks.keepBack(reader, open.file().id(), id, keep, keep ? named : Set.of())) {
            throw TaskDoor.notFound();
        }
        flash.addFlashAttribute("note", keep ? "kept-back" : "passed-on");
        return "redirect:/cases/" + open.file().reference() + "#entry-" + id;
    }

    @PostMapping("/cases/{reference}/stories/{pupil:[0-9a-f-]{36}}")
    String decideAgain(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String reference,
            @PathVariable UUID pupil,
            RedirectAttributes flash) {
        OpenCase open = open(reader, reference);
        boolean asked = stories.decideAgain(reader, open.file().id(), pupil);
        flash.addFlashAttribute("note", asked ? "decide-again" : "decide-already");
        return "redirect:/cases/" + open.file().reference();
    }

    private List<Colleague> colleagues(Reader reader, OpenCase open, Entry entry) {
        return cases.participants(open.file().id()).stream()
                .filter(id -> id != reader.personId() && !id.equals(entry.authorId()))
                .map(id -> new Colleague(
                        id, directory.person(id).map(Person::name).orElse("?"), entry.passedTo().contains(id)))
                .toList();
    }

    private OpenCase open(Reader reader, String reference) {
        return gate.open(reader, reference, Part.CONTENT).orElseThrow(TaskDoor::notFound);
    }

    private static Entry mine(OpenCase open, UUID id) {
        return open.entries().stream()
                .filter(entry -> entry.id().equals(id) && open.mayKeepBack(entry))
                .findFirst()
                .orElseThrow(TaskDoor::notFound);
    }
}
