package no.omtanke.planboard;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Map;
import no.omtanke.access.Reader;
import no.omtanke.plan.MeasureExample;
import no.omtanke.plan.MeasureExamples;
import no.omtanke.plan.Often;
import no.omtanke.plan.Target;
import no.omtanke.plan.WrittenExample;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds an example to the library or changes one: for those who keep it. */
@Controller
class ExampleController {

    private final MeasureExamples examples;
    private final Words words;

    ExampleController(MeasureExamples examples, Words words) {
        this.examples = examples;
        this.words = words;
    }

    @GetMapping("/plans/examples/new")
    String begin(
            @AuthenticationPrincipal Reader reader,
            @RequestParam String kind,
            @RequestParam(required = false) String language,
            Locale locale,
            Model page) {
        keeperOnly(reader, kind);
        WrittenExample empty = new WrittenExample("", "", "", "", "", false);
        return form(page, null, kind, ExampleListController.language(language, locale), 0, empty, Map.of());
    }

    @PostMapping("/plans/examples/new")
    String add(
            @AuthenticationPrincipal Reader reader,
            @RequestParam String kind,
            @RequestParam(required = false) String language,
            Typed typed,
            Locale locale,
            Model page,
            HttpServletResponse response,
            RedirectAttributes flash) {
        keeperOnly(reader, kind);
        WrittenExample written = typed.written();
        if (!written.problems().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return form(page, null, kind, ExampleListController.language(language, locale), 0, written, written.problems());
        }
        examples.add(reader, kind, ExampleListController.language(language, locale), written);
        return kept(flash, ExampleListController.language(language, locale), kind);
    }

    @GetMapping("/plans/examples/{id:\\d{1,9}}")
    String edit(@AuthenticationPrincipal Reader reader, @PathVariable long id, Model page) {
        MeasureExample now = examples.find(id).orElseThrow(SchoolChoice::notFound);
        keeperOnly(reader, now.kind());
        return form(page, now, now.kind(), now.language(), now.revision(), Typed.of(now), Map.of());
    }

    @PostMapping("/plans/examples/{id:\\d{1,9}}")
    String change(
            @AuthenticationPrincipal Reader reader,
            @PathVariable long id,
            @RequestParam(defaultValue = "0") int revision,
            Typed typed,
            Model page,
            HttpServletResponse response,
            RedirectAttributes flash) {
        MeasureExample before = examples.find(id).orElseThrow(SchoolChoice::notFound);
        keeperOnly(reader, before.kind());
        WrittenExample written = typed.written();
        if (!written.problems().isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return form(page, before, before.kind(), before.language(), revision, written, written.problems());
        }
        if (!examples.change(reader, id, revision, written)) {
            response.setStatus(HttpServletResponse.SC_CONFLICT);
            MeasureExample now = examples.find(id).orElseThrow(SchoolChoice::notFound);
            page.addAttribute("first", words.name(now.changedBy()));
            return form(page, now, now.kind(), now.language(), now.revision(), written, Map.of());
        }
        return kept(flash, before.language(), before.kind());
    }

    private String form(Model page, MeasureExample now, String kind, String language, int revision,
            WrittenExample written, Map<String, String> problems) {
        page.addAttribute("now", now);
        page.addAttribute("kind", kind);
        page.addAttribute("language", language);
        page.addAttribute("revision", revision);
        page.addAttribute("written", written);
        page.addAttribute("problems", problems);
        page.addAttribute("targets", Target.values());
        page.addAttribute("oftens", Often.values());
        return "planboard/example";
    }

    private static String kept(RedirectAttributes flash, String language, String kind) {
        flash.addFlashAttribute("kept", true);
        return "redirect:/plans/examples?language=" + language + "#" + kind;
    }

    private void keeperOnly(Reader reader, String kind) {
        if (!examples.mayKeep(reader) || !MeasureExamples.KINDS.contains(kind)) {
            throw SchoolChoice.notFound();
        }
    }
}
