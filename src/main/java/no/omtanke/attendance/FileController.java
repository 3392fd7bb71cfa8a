package no.omtanke.attendance;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import no.omtanke.absence.ClassRegister;
import no.omtanke.absence.FileProblem;
import no.omtanke.absence.Imports;
import no.omtanke.absence.Review;
import no.omtanke.access.Reader;
import no.omtanke.organization.Directory;
import no.omtanke.organization.PupilEntry;
import no.omtanke.organization.School;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** A file of daily absence: sent, looked at, taken or thrown away. */
@Controller
class FileController {

    private static final int MOST_PROBLEMS = 50;
    private static final int MOST_SHOWN = 200;
    private static final String OUT = "out";
    private static final Map<String, String> SEPARATORS = Map.of(";", "semicolon", ",", "comma");

    private final Imports imports;
    private final ClassRegister register;
    private final Directory directory;
    private final AttendanceWords words;

    FileController(Imports imports, ClassRegister register, Directory directory, AttendanceWords words) {
        this.imports = imports;
        this.register = register;
        this.directory = directory;
        this.words = words;
    }

    /** A change as the page says it. */
    record Change(String pupil, String day, String before, String now) {}

    @GetMapping("/absence/import")
    String ask(@AuthenticationPrincipal Reader reader, Model page) {
        return ask(schools(reader), List.of(), Locale.ROOT, page);
    }

    @PostMapping("/absence/import")
    String receive(
            @AuthenticationPrincipal Reader reader,
            @RequestParam(defaultValue = "") String school,
            @RequestParam(required = false) MultipartFile file,
            HttpServletResponse response,
            Locale locale,
            Model page)
            throws IOException {
        List<School> schools = schools(reader);
        int chosen = schools.stream()
                .map(School::id)
                .filter(id -> schools.size() == 1 || school.equals(String.valueOf(id)))
                .findFirst()
                .orElse(0);
        Imports.Read read = chosen == 0
                ? new Imports.Read.Refused(List.of(new FileProblem(0, "no-school", "")))
                : imports.read(reader, chosen, bytes(file)).orElseThrow(FileController::notFound);
        if (read instanceof Imports.Read.Waits waits) {
            return "redirect:/absence/import/" + waits.id();
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
        return ask(schools, ((Imports.Read.Refused) read).problems(), locale, page);
    }

    // Of a file that is too large only so much is read as shows that it is.
    private static byte[] bytes(MultipartFile file) throws IOException {
        if (file == null) {
            return new byte[0];
        }
        try (var in = file.getInputStream()) {
            return in.readNBytes(Imports.MOST_BYTES + 1);
        }
    }

    private String ask(List<School> schools, List<FileProblem> problems, Locale locale, Model page) {
        page.addAttribute("schools", schools);
        page.addAttribute("more", Math.max(0, problems.size() - MOST_PROBLEMS));
        page.addAttribute("problems", problems.stream().limit(MOST_PROBLEMS).map(problem -> said(problem, locale)).toList());
        return "attendance/import";
    }

    private String said(FileProblem problem, Locale locale) {
        String text = words.text("problem." + problem.code(), locale, problem.detail());
        return problem.line() == 0 ? text : words.text("problem.line", locale, String.valueOf(problem.line()), text);
    }

    @GetMapping("/absence/import/{waiting:[0-9a-f]{8}-[0-9a-f-]{27}}")
    String look(@AuthenticationPrincipal Reader reader, @PathVariable UUID waiting, Locale locale, Model page) {
        Review review = imports.review(reader, waiting).orElseThrow(FileController::notFound);
        return look(review, Map.of(), List.of(), locale, page);
    }

    @PostMapping("/absence/import/{waiting:[0-9a-f]{8}-[0-9a-f-]{27}}")
    String take(
            @AuthenticationPrincipal Reader reader,
            @PathVariable UUID waiting,
            @RequestParam Map<String, String> sent,
            HttpServletResponse response,
            Locale locale,
            Model page,
            RedirectAttributes flash) {
        Review review = imports.review(reader, waiting).orElseThrow(FileController::notFound);
        if (!"take".equals(sent.get("action"))) {
            imports.throwAway(reader, waiting);
            flash.addFlashAttribute("kept", words.text("import.thrown-away", locale));
            return "redirect:/absence";
        }
        Map<Integer, Long> chosen = new HashMap<>();
        List<Integer> missing = review.unknown().stream()
                .map(Review.Unknown::number)
                .filter(number -> !choose(chosen, number, sent.getOrDefault("who" + number, "")))
                .toList();
        Optional<Imports.Taken> taken = missing.isEmpty() ? imports.take(reader, waiting, chosen) : Optional.empty();
        if (taken.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_ENTITY.value());
            return look(review, sent, missing, locale, page);
        }
        Imports.Taken done = taken.get();
        flash.addFlashAttribute(
                "kept",
                words.text(
                        "import.taken", locale, done.fresh(), done.changed(), done.unchanged(), done.leftOut(), done.followed()));
        return "redirect:/absence";
    }

    private static boolean choose(Map<Integer, Long> chosen, int number, String said) {
        if (said.equals(OUT)) {
            chosen.put(number, null);
        } else if (said.matches("\\d{1,18}")) {
            chosen.put(number, Long.valueOf(said));
        }
        return chosen.containsKey(number);
    }

    private String look(Review review, Map<String, String> sent, List<Integer> missing, Locale locale, Model page) {
        List<PupilEntry> pupils = directory.pupils(review.school());
        Map<Long, String> names = pupils.stream()
                .collect(Collectors.toMap(p -> p.person().id(), PupilEntry::label, (first, second) -> first));
        page.addAttribute("review", review);
        page.addAttribute("pupils", pupils);
        page.addAttribute("sent", sent);
        page.addAttribute("missing", missing);
        page.addAttribute("fresh", changes(review.fresh(), names, locale));
        page.addAttribute("changed", changes(review.changed(), names, locale));
        page.addAttribute("most", MOST_SHOWN);
        page.addAttribute("separator", words.text("separator." + SEPARATORS.getOrDefault(review.separator(), "tab"), locale));
        return "attendance/review";
    }

    private List<Change> changes(List<Review.Day> days, Map<Long, String> names, Locale locale) {
        return days.stream()
                .limit(MOST_SHOWN)
                .map(d -> new Change(
                        names.getOrDefault(d.pupil(), "?"),
                        words.day(d.day(), locale),
                        words.absences(d.before(), locale),
                        words.absences(d.now(), locale)))
                .toList();
    }

    private List<School> schools(Reader reader) {
        List<School> schools = register.led(reader).stream().flatMap(id -> directory.school(id).stream()).toList();
        if (schools.isEmpty()) {
            throw notFound();
        }
        return schools;
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
