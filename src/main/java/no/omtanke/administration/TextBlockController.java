package no.omtanke.administration;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import no.omtanke.decision.TextBlock;
import no.omtanke.decision.TextBlocks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The municipality's ready texts for the grounds of decisions. */
@Controller
class TextBlockController {

    private static final String NEW = "new";
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST = 4000;

    private final TextBlocks blocks;

    TextBlockController(TextBlocks blocks) {
        this.blocks = blocks;
    }

    @GetMapping("/administration/text-blocks")
    String list(Model page) {
        page.addAttribute("blocks", blocks.all());
        return "administration/text-blocks";
    }

    @GetMapping("/administration/text-blocks/{block:new|\\d{1,9}}")
    String ask(@PathVariable String block, Model page) {
        return page(block, known(block), Map.of(), page);
    }

    @PostMapping("/administration/text-blocks/{block:new|\\d{1,9}}")
    String keep(@PathVariable String block, @RequestParam Map<String, String> said, HttpServletResponse response, Model page) {
        TextBlock written = new TextBlock(
                known(block).id(),
                blocks.kinds().contains(said.getOrDefault("kind", "")) ? said.get("kind") : known(block).kind(),
                text(said, "title"),
                text(said, "nb"),
                text(said, "nn"),
                text(said, "en"),
                said.containsKey("closed"));
        Map<String, String> problems = problems(written);
        if (!problems.isEmpty()) {
            response.setStatus(422);
            return page(block, written, problems, page);
        }
        blocks.keep(written);
        return "redirect:/administration/text-blocks?done";
    }

    private static Map<String, String> problems(TextBlock block) {
        Map<String, String> problems = new LinkedHashMap<>();
        if (block.kind().isEmpty()) {
            problems.put("kind", "kind");
        }
        if (block.title().isEmpty() || block.title().length() > LONGEST_TITLE) {
            problems.put("title", "title");
        }
        Map.of("nb", block.nb(), "nn", block.nn(), "en", block.en()).entrySet().stream()
                .filter(words -> words.getValue().isEmpty() || words.getValue().length() > LONGEST)
                .map(Map.Entry::getKey)
                .sorted()
                .forEach(language -> problems.put(language, "words"));
        return problems;
    }

    private String page(String path, TextBlock block, Map<String, String> problems, Model page) {
        page.addAttribute("path", "/administration/text-blocks/" + path);
        page.addAttribute("fresh", path.equals(NEW));
        page.addAttribute("block", block);
        page.addAttribute("kinds", blocks.kinds());
        page.addAttribute("problems", problems);
        return "administration/text-block";
    }

    private TextBlock known(String block) {
        return block.equals(NEW)
                ? new TextBlock(0, "", "", "", "", "", false)
                : blocks.find(Integer.parseInt(block)).orElseThrow(AdministrationController::notFound);
    }

    private static String text(Map<String, String> said, String name) {
        return said.getOrDefault(name, "").strip().replace("\r\n", "\n");
    }
}
