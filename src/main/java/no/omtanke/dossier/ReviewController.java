package no.omtanke.dossier;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import no.omtanke.access.Reader;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The list before the package: everything that can leave, each with a tick, and why something stays behind. */
@Controller
class ReviewController {

    /** A package is read in one piece by the one who downloads it. */
    static final long MOST_BYTES = 100L * 1024 * 1024;

    private static final int LONGEST_REASON = 500;

    private final Review review;
    private final DossierWords words;

    ReviewController(Review review, DossierWords words) {
        this.review = review;
        this.words = words;
    }

    /**
     * An item as the page shows it. Public because the template engine reads it.
     *
     * @param path where the reader looks at it, or null
     * @param another it is about a pupil whom the case is not about
     * @param fresh it came after the list was saved
     */
    public record Row(
            String id,
            String key,
            String title,
            String about,
            String when,
            String who,
            String extent,
            String path,
            boolean taken,
            boolean another,
            boolean fresh,
            String reason,
            boolean wrong) {}

    /** A part of the list. Public because the template engine reads it. */
    public record Part(String heading, List<Row> rows) {}

    @GetMapping("/tasks/{id}/documents")
    String show(@AuthenticationPrincipal Reader reader, @PathVariable String id, Locale locale, Model page) {
        Review.Listed list = review.open(reader, id, null).orElseThrow(Unknown::here);
        Map<String, String> reasons = new LinkedHashMap<>();
        list.gathered().items().forEach(item -> reasons.put(item.key(), reason(list, item, locale)));
        Set<String> taken = list.gathered().items().stream().filter(list::taken).map(Item::key).collect(Collectors.toSet());
        return lay(list, taken, reasons, list.request().asOf(), List.of(), page, locale);
    }

    @PostMapping("/tasks/{id}/documents")
    String save(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String id,
            @RequestParam(defaultValue = "save") String action,
            @RequestParam(defaultValue = "") String asOf,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        LocalDate day = day(asOf);
        Review.Listed list = review.open(reader, id, day).orElseThrow(Unknown::here);
        Set<String> taken = Set.copyOf(Arrays.asList(
                request.getParameterValues("take") == null ? new String[0] : request.getParameterValues("take")));
        Map<String, String> reasons = new LinkedHashMap<>();
        Map<String, RequestStore.Choice> choices = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        for (Item item : list.gathered().items()) {
            String typed = request.getParameter("why:" + item.key());
            String reason = typed == null ? reason(list, item, locale) : typed.strip();
            reasons.put(item.key(), reason);
            boolean takes = taken.contains(item.key());
            // What came while the list was read was not seen: nobody has chosen about it.
            if (typed != null) {
                choices.put(item.key(), new RequestStore.Choice(takes, takes ? "" : reason));
            }
            if (typed != null && !takes && (reason.isEmpty() || reason.length() > LONGEST_REASON)) {
                wrong.add(item.key());
            }
        }
        boolean badDay = !asOf.isBlank() && day == null;
        boolean tooMuch = bytes(list, taken) > MOST_BYTES;
        page.addAttribute("badDay", badDay);
        page.addAttribute("tooMuch", tooMuch);
        if (action.equals("show") || !wrong.isEmpty() || badDay || tooMuch) {
            // A plan as it stood on another day is taken unless somebody says otherwise.
            Set<String> ticked = new TreeSet<>(taken);
            list.gathered().items().stream()
                    .map(Item::key)
                    .filter(key -> key.startsWith("stood:") && request.getParameter("why:" + key) == null)
                    .forEach(ticked::add);
            if (!action.equals("show")) {
                response.setStatus(422);
            }
            return lay(list, ticked, reasons, day, action.equals("show") ? List.of() : wrong, page, locale);
        }
        review.keep(reader, list, choices, day);
        flash.addFlashAttribute("note", "saved");
        return "redirect:/tasks/" + id;
    }

    private String lay(
            Review.Listed list,
            Set<String> taken,
            Map<String, String> reasons,
            LocalDate asOf,
            List<String> wrong,
            Model page,
            Locale locale) {
        List<Part> parts = new ArrayList<>();
        int nr = 0;
        for (Section section : Section.values()) {
            List<Row> rows = new ArrayList<>();
            for (Item item : list.gathered().items()) {
                if (item.section() == section) {
                    rows.add(row(list, item, ++nr, taken, reasons, wrong, locale));
                }
            }
            if (!rows.isEmpty()) {
                parts.add(new Part(words.text("section." + section.code(), locale), rows));
            }
        }
        page.addAttribute("parts", parts);
        page.addAttribute("wrong", parts.stream().flatMap(p -> p.rows().stream()).filter(Row::wrong).toList());
        page.addAttribute("task", list.task().taskId());
        page.addAttribute("reference", list.gathered().open().file().reference());
        page.addAttribute("asOf", asOf == null ? "" : asOf.toString());
        page.addAttribute("longest", LONGEST_REASON);
        page.addAttribute("count", parts.stream().mapToInt(p -> p.rows().size()).sum());
        return "dossier/review";
    }

    private Row row(
            Review.Listed list,
            Item item,
            int nr,
            Set<String> taken,
            Map<String, String> reasons,
            List<String> wrong,
            Locale locale) {
        return new Row(
                "item-" + nr,
                item.key(),
                words.title(item, locale),
                words.about(item, list.gathered(), locale),
                words.moment(item.at(), locale),
                words.whose(item, locale),
                extent(item, locale),
                path(list, item),
                taken.contains(item.key()),
                list.gathered().isAnothers(item),
                list.fresh(item),
                reasons.getOrDefault(item.key(), ""),
                wrong.contains(item.key()));
    }

    private String reason(Review.Listed list, Item item, Locale locale) {
        String kept = list.reason(item);
        if (!kept.isEmpty() || list.taken(item)) {
            return kept;
        }
        return list.gathered().isAnothers(item) ? words.text("reason.another", locale) : "";
    }

    private String extent(Item item, Locale locale) {
        if (item instanceof Item.Kept kept) {
            return words.text("size", locale, Math.max(1, kept.attachment().bytes() / 1024));
        }
        return item instanceof Item.Version version ? words.held(version, locale)
                : item instanceof Item.Written written ? words.text("extent", locale, Extent.pages(written.entry().json())) : "";
    }

    private static String path(Review.Listed list, Item item) {
        String page = "/cases/" + list.gathered().open().file().reference();
        if (item instanceof Item.Written written) {
            return page + "#entry-" + written.entry().id();
        }
        if (item instanceof Item.Kept kept) {
            return page + "/files/" + kept.attachment().id();
        }
        return item instanceof Item.Course ? "/history/" + list.gathered().open().file().reference() : page + "/plan";
    }

    private static long bytes(Review.Listed list, Set<String> taken) {
        return list.gathered().items().stream()
                .filter(item -> taken.contains(item.key()))
                .filter(Item.Kept.class::isInstance)
                .mapToLong(item -> ((Item.Kept) item).attachment().bytes())
                .sum();
    }

    private static LocalDate day(String typed) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}
