package no.omtanke.administration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import no.omtanke.access.Reader;
import no.omtanke.calendar.CalendarChange;
import no.omtanke.calendar.ClosureRegister;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Does what was looked at, unless somebody was first: then they are told who, and see it anew. */
@Controller
class CalendarChangeController {

    private final CalendarPlaces places;
    private final CalendarCheck check;
    private final CalendarChanges changes;
    private final ClosureRegister register;
    private final CalendarController years;
    private final AdministrationWords words;

    CalendarChangeController(
            CalendarPlaces places,
            CalendarCheck check,
            CalendarChanges changes,
            ClosureRegister register,
            CalendarController years,
            AdministrationWords words) {
        this.places = places;
        this.check = check;
        this.changes = changes;
        this.register = register;
        this.years = years;
        this.words = words;
    }

    @PostMapping("/administration/calendar/{slug}/{year:\\d{4}}/change")
    String change(
            @AuthenticationPrincipal Reader reader,
            @PathVariable String slug,
            @PathVariable int year,
            HttpServletRequest request,
            HttpServletResponse response,
            Locale locale,
            Model page) {
        CalendarPlace place = places.of(slug, year);
        String seen = CalendarCheck.given(request, "seen", 0);
        Optional<CalendarProposal> proposal = check.read(place, request);
        if (proposal.isPresent() && seen.matches("\\d{1,18}")) {
            boolean move = CalendarCheck.given(request, "dates", 0).equals("move");
            CalendarChanges.Outcome outcome = changes.make(reader, proposal.get(), Long.parseLong(seen), move);
            if (outcome instanceof CalendarChanges.Outcome.Done) {
                return "redirect:" + place.path() + "?done" + (move ? "=moved" : "");
            }
        }
        response.setStatus(HttpServletResponse.SC_CONFLICT);
        register.changes(1).stream().findFirst().ifPresent(first -> toldWho(first, locale, page));
        return proposal.isPresent() ? check.show(reader, proposal.get(), locale, page) : years.year(slug, year, locale, page);
    }

    private void toldWho(CalendarChange first, Locale locale, Model page) {
        page.addAttribute("firstWho", words.name(first.by()));
        page.addAttribute("firstWhen", words.time(first.at(), locale));
    }
}
