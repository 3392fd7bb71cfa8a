package no.omtanke.planboard;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.OpenCase;
import no.omtanke.casefile.StepBacks;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.organization.StaffEntry;
import no.omtanke.plan.HandingOver;
import no.omtanke.plan.PlanBook;
import no.omtanke.plan.PlanView;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The plans of one case: what was promised, what was done, how it goes. */
@Controller
class PlanController {

    private final CaseGate gate;
    private final PlanBook book;
    private final PlanCards cards;
    private final HandingOver handingOver;
    private final Directory directory;
    private final Marks marks;
    private final Words words;
    private final StepBacks stepBacks;

    PlanController(
            CaseGate gate,
            PlanBook book,
            PlanCards cards,
            HandingOver handingOver,
            Directory directory,
            Marks marks,
            Words words,
            StepBacks stepBacks) {
        this.gate = gate;
        this.book = book;
        this.cards = cards;
        this.handingOver = handingOver;
        this.directory = directory;
        this.marks = marks;
        this.words = words;
        this.stepBacks = stepBacks;
    }

    @GetMapping("/cases/{reference}/plan")
    String show(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String reference,
            @RequestParam(required = false) String week,
            Locale locale,
            Model page) {
        OpenCase open = open(reader, reference);
        page.addAttribute("colleagues", colleagues(open));
        return lay(open, "/cases/", week, locale, page);
    }

    /** For an auditor who opened the case: nothing to do, only to read. */
    @GetMapping("/history/{reference}/plan")
    String toRead(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String reference,
            @RequestParam(required = false) String week,
            Locale locale,
            Model page) {
        return lay(open(reader, reference), "/history/", week, locale, page);
    }

    @PostMapping("/cases/{reference}/plan/measures/{measure}")
    String give(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String reference,
            @PathVariable UUID measure,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String week,
            RedirectAttributes flash) {
        OpenCase open = open(reader, reference);
        boolean ours = book.of(open).stream()
                .flatMap(plan -> plan.inForce().stream())
                .flatMap(version -> version.content().measures().stream())
                .anyMatch(m -> m.id().equals(measure));
        Long person = to.matches("\\d{1,18}") ? Long.valueOf(to) : null;
        boolean given = ours && person != null && handingOver.give(reader, measure, person);
        flash.addFlashAttribute("note", given ? "given" : !ours ? "over" : person == null ? "nobody" : "refused");
        flash.addFlashAttribute("noteWho", given ? words.name(person) : "");
        return "redirect:/cases/" + open.file().reference() + "/plan?week=" + Week.asked(week, words.today());
    }

    private String lay(OpenCase open, String room, String week, Locale locale, Model page) {
        List<PlanView> plans = book.of(open);
        if (plans.isEmpty()) {
            throw SchoolChoice.notFound();
        }
        String reference = open.file().reference();
        Week shown = Week.asked(week, words.today());
        page.addAttribute("reference", reference);
        page.addAttribute("toRead", room.equals("/history/"));
        page.addAttribute("room", room + reference);
        page.addAttribute("say", new Say(words, locale));
        page.addAttribute("week", shown);
        page.addAttribute("weekWords", words.week(shown, locale));
        page.addAttribute("thisWeek", shown.contains(words.today()));
        page.addAttribute("heads", marks.heads(shown, locale));
        page.addAttribute("plans", plans.stream().map(plan -> cards.of(plan, shown, locale)).toList());
        return "planboard/plan";
    }

    private OpenCase open(Reader reader, String reference) {
        return gate.open(reader, reference, Part.CONTENT).orElseThrow(SchoolChoice::notFound);
    }

    private List<Person> colleagues(OpenCase open) {
        Set<Long> keptOut = stepBacks.keptOut(open.file().id());
        return directory.staff(open.file().schoolId()).stream()
                .map(StaffEntry::person)
                .filter(p -> !keptOut.contains(p.id()))
                .distinct()
                .sorted(Comparator.comparing(Person::name))
                .toList();
    }
}
