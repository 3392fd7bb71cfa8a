package no.omtanke.administration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.omtanke.access.Reader;
import no.omtanke.administration.ImportSorting.Sorted;
import no.omtanke.calendar.CalendarFile;
import no.omtanke.calendar.ClosureKind;
import no.omtanke.calendar.ClosureRules;
import no.omtanke.calendar.PlannedClosure;
import no.omtanke.calendar.SchoolClosure;
import no.omtanke.casefile.FileCheck;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A calendar file: looked through event by event, before what it does is looked at. */
@Controller
class CalendarImportController {

    private static final int MOST_BYTES = 1024 * 1024;
    private static final String TYPE = "text/calendar";

    private final CalendarPlaces places;
    private final ImportSorting sorting;
    private final ClosureRules rules;
    private final CalendarCheck check;
    private final AdministrationWords words;
    private final Clock clock;

    CalendarImportController(
            CalendarPlaces places,
            ImportSorting sorting,
            ClosureRules rules,
            CalendarCheck check,
            AdministrationWords words,
            Clock clock) {
        this.places = places;
        this.sorting = sorting;
        this.rules = rules;
        this.check = check;
        this.words = words;
        this.clock = clock;
    }

    /** An event that can be chosen, as it is or as it was typed. @param instead what it takes the place of, in words */
    record Row(
            int number, String from, String to, String days, String name, String kind, String meaning, String instead,
            String moved, boolean take, Map<String, String> problems) {}

    /** One with nothing to choose. */
    record Left(String name, String days, String meaning) {}

    @GetMapping("/administration/calendar/{slug}/{year:\\d{4}}/file")
    String ask(@PathVariable String slug, @PathVariable int year, Model page) {
        return upload(places.of(slug, year), page);
    }

    @PostMapping("/administration/calendar/{slug}/{year:\\d{4}}/file")
    String read(
            @PathVariable String slug,
            @PathVariable int year,
            @RequestParam(name = "file", required = false) MultipartFile file,
            HttpServletResponse response,
            Locale locale,
            Model page) {
        CalendarPlace place = places.of(slug, year);
        byte[] bytes = bytes(file);
        String wrong = bytes.length == 0
                ? "empty"
                : bytes.length > MOST_BYTES
                        ? "big"
                        : FileCheck.look(file.getOriginalFilename(), bytes).mediaType().equals(TYPE) ? null : "type";
        CalendarFile.Read read = wrong == null
                ? CalendarFile.read(text(bytes), place.year(), clock.getZone())
                : new CalendarFile.Read(List.of(), List.of());
        if (wrong != null || !read.troubles().isEmpty()) {
            response.setStatus(422);
            page.addAttribute("wrong", wrong);
            page.addAttribute("troubles", read.troubles());
            return upload(place, page);
        }
        List<Sorted> sorted = sorting.sort(read.events(), place);
        List<Row> rows = new ArrayList<>();
        for (Sorted one : sorted) {
            if (one.choosable()) {
                rows.add(row(rows.size(), one, locale));
            }
        }
        page.addAttribute("left", sorted.stream()
                .filter(one -> !one.choosable())
                .map(one -> new Left(one.event().name(), words.days(one.event().from(), one.event().to(), locale), one.meaning()))
                .toList());
        return review(place, rows, Map.of(), page);
    }

    @PostMapping("/administration/calendar/{slug}/{year:\\d{4}}/review")
    String choose(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String slug,
            @PathVariable int year,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model page) {
        CalendarPlace place = places.of(slug, year);
        List<Row> rows = new ArrayList<>();
        List<PlannedClosure> adds = new ArrayList<>();
        Set<SchoolClosure> ends = new LinkedHashSet<>();
        int most = Math.min(CalendarFile.MOST_EVENTS, request.getParameterMap().size());
        for (int i = 0; i < most && request.getParameter("from." + i) != null; i++) {
            Row typed = typed(request, i);
            if (!typed.take()) {
                rows.add(inWords(typed, Map.of(), locale));
                continue;
            }
            List<SchoolClosure> instead = instead(place, typed);
            ClosureRules.Judged judged = rules.judge(
                    place.schoolId(),
                    typed.from(),
                    typed.to(),
                    typed.name(),
                    typed.kind(),
                    instead.stream().map(SchoolClosure::id).collect(Collectors.toSet()));
            Map<String, String> problems = new HashMap<>(judged.problems());
            judged.closure().ifPresent(closure -> {
                if (adds.stream().anyMatch(other -> other.meets(closure.from(), closure.to()))) {
                    problems.put("from", "overlaps-chosen");
                } else {
                    adds.add(closure);
                    ends.addAll(instead);
                }
            });
            rows.add(inWords(typed, problems, locale));
        }
        Map<String, String> problems = new LinkedHashMap<>();
        rows.forEach(row -> row.problems().forEach((field, what) -> problems.put(field + "." + row.number(), what)));
        if (adds.isEmpty() && problems.isEmpty()) {
            problems.put("take.0", "nothing");
        }
        if (!problems.isEmpty()) {
            response.setStatus(422);
            page.addAttribute("left", List.of());
            return review(place, rows, problems, page);
        }
        return check.show(reader, new CalendarProposal(place, "import", List.copyOf(ends), adds), locale, page);
    }

    private List<SchoolClosure> instead(CalendarPlace place, Row typed) {
        List<Long> moved = Stream.of(typed.moved().split(" ")).filter(id -> id.matches("\\d{1,18}")).map(Long::valueOf).toList();
        return day(typed.from())
                .flatMap(from -> day(typed.to()).map(to -> sorting.instead(place, from, to, moved)))
                .orElse(List.of());
    }

    private Row row(int number, Sorted one, Locale locale) {
        return new Row(
                number,
                one.event().from().toString(),
                one.event().to().toString(),
                words.days(one.event().from(), one.event().to(), locale),
                one.event().name(),
                one.kind().id(),
                one.meaning(),
                one.instead().stream()
                        .map(c -> c.name() + ", " + words.days(c.from(), c.to(), locale))
                        .collect(Collectors.joining("; ")),
                one.instead().stream().map(c -> String.valueOf(c.id())).collect(Collectors.joining(" ")),
                one.proposed(),
                Map.of());
    }

    private static Row typed(HttpServletRequest request, int i) {
        return new Row(
                i,
                said(request, "from." + i),
                said(request, "to." + i),
                "",
                said(request, "name." + i),
                said(request, "kind." + i),
                said(request, "meaning." + i),
                said(request, "instead." + i),
                said(request, "moved." + i),
                request.getParameter("take." + i) != null,
                Map.of());
    }

    private Row inWords(Row row, Map<String, String> problems, Locale locale) {
        LocalDate from = day(row.from()).orElse(null);
        LocalDate to = day(row.to()).orElse(null);
        String days = from == null || to == null ? row.from() + "–" + row.to() : words.days(from, to, locale);
        String meaning = Set.of("new", "changed", "overlaps", "not-closure").contains(row.meaning()) ? row.meaning() : "new";
        return new Row(
                row.number(), row.from(), row.to(), days, row.name(), row.kind(), meaning, row.instead(), row.moved(), row.take(), problems);
    }

    private static String said(HttpServletRequest request, String name) {
        return Objects.requireNonNullElse(request.getParameter(name), "");
    }

    private String upload(CalendarPlace place, Model page) {
        frame(place, page);
        return "administration/calendar-file";
    }

    private String review(CalendarPlace place, List<Row> rows, Map<String, String> problems, Model page) {
        frame(place, page);
        page.addAttribute("rows", rows);
        page.addAttribute("problems", problems);
        page.addAttribute("kinds", ClosureKind.ids());
        return "administration/calendar-review";
    }

    private static void frame(CalendarPlace place, Model page) {
        page.addAttribute("school", place.school());
        page.addAttribute("path", place.path());
        page.addAttribute("yearName", CalendarController.name(place.year()));
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file == null ? new byte[0] : file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Older programs write in the alphabet of Western Europe, whatever the format says.
    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }
}
