package no.omtanke.demo;

import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.Clock;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** The demo's clock: time goes ahead by hours, days, or to the next deadline. */
@Controller
@Profile("demo")
class DevClockPage {

    private final DemoClock time;
    private final ZoneId zone;

    DevClockPage(DemoClock time, Clock clock) {
        this.time = time;
        this.zone = clock.getZone();
    }

    @GetMapping("/dev/clock")
    String show(Model page) {
        page.addAttribute("now", time.now().atZone(zone));
        page.addAttribute("next", time.nextDeadline().map(t -> t.atZone(zone)).orElse(null));
        return "demo/clock";
    }

    /** @param advance an ISO duration or period such as PT2H or P1D, or {@code next} for the next deadline */
    @PostMapping("/dev/clock")
    String advance(@RequestParam String advance) {
        if (advance.equals("next")) {
            time.nextDeadline().ifPresent(time::passTo);
        } else {
            time.advance(parse(advance));
        }
        return "redirect:/dev/clock";
    }

    private Duration parse(String text) {
        try {
            if (text.contains("T")) {
                return Duration.parse(text);
            }
            // Days by the calendar: 24 hours are not a day when summer time begins.
            var now = time.now().atZone(zone);
            return Duration.between(now, now.plus(Period.parse(text)));
        } catch (DateTimeParseException | IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        }
    }
}
