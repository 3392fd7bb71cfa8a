package no.omtanke.planboard;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import no.omtanke.access.Reader;
import no.omtanke.plan.MeasureExample;
import no.omtanke.plan.MeasureExamples;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The library of measures: everybody at a school reads it, the municipality keeps it. */
@Controller
class ExampleListController {

    static final List<String> LANGUAGES = List.of("nb", "nn", "en");

    private final MeasureExamples examples;

    ExampleListController(MeasureExamples examples) {
        this.examples = examples;
    }

    @GetMapping("/plans/examples")
    String list(
            @AuthenticationPrincipal Reader reader,
            @RequestParam(required = false) String language,
            Locale locale,
            Model page) {
        String shown = language(language, locale);
        boolean keeper = examples.mayKeep(reader);
        page.addAttribute("keeper", keeper);
        page.addAttribute("languages", LANGUAGES);
        page.addAttribute("language", shown);
        page.addAttribute("kinds", keeper ? withHidden(shown) : examples.all(shown));
        return "planboard/examples";
    }

    private Map<String, List<MeasureExample>> withHidden(String language) {
        Map<String, List<MeasureExample>> kinds = new LinkedHashMap<>();
        MeasureExamples.KINDS.forEach(kind -> kinds.put(kind, examples.of(kind, language)));
        return kinds;
    }

    /** The language that was asked for, or the page's own. */
    static String language(String asked, Locale locale) {
        return LANGUAGES.contains(String.valueOf(asked)) ? asked : locale.getLanguage();
    }
}
