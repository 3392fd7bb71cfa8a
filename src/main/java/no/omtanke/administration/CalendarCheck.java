package no.omtanke.administration;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.omtanke.access.Reader;
import no.omtanke.calendar.ClosureRegister;
import no.omtanke.calendar.ClosureRules;
import no.omtanke.calendar.PlannedClosure;
import no.omtanke.calendar.SchoolClosure;
import no.omtanke.form.FormTexts;
import no.omtanke.organization.Directory;
import no.omtanke.organization.School;
import no.omtanke.process.RunningDate;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page that shows what a change does before it is done. It carries the change in its fields: nothing is kept until it is confirmed. */
@Component
class CalendarCheck {

    private final CalendarChanges changes;
    private final ClosureRegister register;
    private final ClosureRules rules;
    private final Directory directory;
    private final FormTexts texts;
    private final AdministrationWords words;
    private final Clock clock;

    CalendarCheck(
            CalendarChanges changes,
            ClosureRegister register,
            ClosureRules rules,
            Directory directory,
            FormTexts texts,
            AdministrationWords words,
            Clock clock) {
        this.changes = changes;
        this.register = register;
        this.rules = rules;
        this.directory = directory;
        this.texts = texts;
        this.words = words;
        this.clock = clock;
    }

    record Line(String name, String kind, String days) {}

    /** @param over that day is over already */
    record DateLine(String reference, String from, String to, boolean over) {}

    record Group(String school, String title, boolean task, List<DateLine> dates) {}

    String show(Reader administrator, CalendarProposal proposal, Locale locale, Model page) {
        CalendarChanges.Effect effect = changes.look(administrator, proposal);
        CalendarPlace place = proposal.place();
        page.addAttribute("school", place.school());
        page.addAttribute("path", place.path());
        page.addAttribute("yearName", CalendarController.name(place.year()));
        page.addAttribute("what", proposal.what());
        page.addAttribute("ends", proposal.ends().stream().map(c -> line(c.asPlanned(), locale)).toList());
        page.addAttribute("adds", proposal.adds().stream().map(c -> line(c, locale)).toList());
        page.addAttribute("ended", proposal.ended());
        page.addAttribute("added", proposal.adds());
        page.addAttribute("days", effect.days());
        page.addAttribute("least", CalendarController.LEAST);
        page.addAttribute("dates", effect.dates().size());
        page.addAttribute("lost", effect.dates().stream().filter(d -> d.to() == null).count());
        page.addAttribute("groups", groups(effect.dates(), locale));
        page.addAttribute("seen", effect.seen());
        return "administration/calendar-check";
    }

    /** The change that the page carried; empty when it is not possible any more. */
    Optional<CalendarProposal> read(CalendarPlace place, HttpServletRequest request) {
        String what = given(request, "what", 0);
        List<SchoolClosure> ends = Stream.of(all(request, "end"))
                .filter(id -> id.matches("\\d{1,18}"))
                .flatMap(id -> register.find(Long.parseLong(id)).stream())
                .filter(closure -> java.util.Objects.equals(closure.schoolId(), place.schoolId()))
                .toList();
        List<PlannedClosure> adds = new ArrayList<>();
        int wanted = all(request, "from").length;
        for (int i = 0; i < wanted; i++) {
            rules.judge(
                            place.schoolId(),
                            given(request, "from", i),
                            given(request, "to", i),
                            given(request, "name", i),
                            given(request, "kind", i),
                            ends.stream().map(SchoolClosure::id).collect(Collectors.toSet()))
                    .closure()
                    .filter(closure -> adds.stream().noneMatch(other -> other.meets(closure.from(), closure.to())))
                    .ifPresent(adds::add);
        }
        boolean possible = List.of("add", "change", "remove", "import").contains(what)
                && ends.size() == all(request, "end").length
                && adds.size() == wanted
                && ends.size() + adds.size() > 0;
        return possible ? Optional.of(new CalendarProposal(place, what, ends, adds)) : Optional.empty();
    }

    private List<Group> groups(List<RunningDate> dates, Locale locale) {
        Map<String, List<RunningDate>> grouped = new LinkedHashMap<>();
        dates.forEach(date -> grouped
                .computeIfAbsent(date.schoolId() + date.taskKey() + date.task(), key -> new ArrayList<>())
                .add(date));
        return grouped.values().stream().map(group -> {
            RunningDate one = group.get(0);
            return new Group(
                    directory.school(one.schoolId()).map(School::name).orElse("?"),
                    texts.title(one.taskKey(), locale, one.taskKey()),
                    one.task(),
                    group.stream()
                            .map(d -> new DateLine(
                                    d.reference(), words.time(d.from(), locale), d.to() == null ? null : words.time(d.to(), locale), over(d.to())))
                            .toList());
        }).toList();
    }

    private boolean over(Instant at) {
        return at != null && at.isBefore(clock.instant());
    }

    private Line line(PlannedClosure closure, Locale locale) {
        return new Line(closure.name(), closure.kind().id(), words.days(closure.from(), closure.to(), locale));
    }

    static String given(HttpServletRequest request, String name, int number) {
        String[] all = all(request, name);
        return number < all.length ? all[number] : "";
    }

    private static String[] all(HttpServletRequest request, String name) {
        String[] all = request.getParameterValues(name);
        return all == null ? new String[0] : all;
    }
}
