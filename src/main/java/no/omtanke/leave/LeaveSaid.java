package no.omtanke.leave;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.omtanke.calendar.ClosedDays;
import no.omtanke.calendar.WorkingDays;
import no.omtanke.form.Typed;
import no.omtanke.organization.Directory;
import no.omtanke.organization.PupilEntry;
import org.springframework.stereotype.Component;

/** What a family is told while it chooses days: how many are school days at each child's school, when that is closed, what was used before. */
@Component
class LeaveSaid {

    /** How far ahead the school's calendar is shown while no days are chosen. */
    private static final int AHEAD = 90;

    /** How much around the chosen days. */
    private static final int AROUND = 7;

    private static final int MOST = 366;

    private final LeaveCheck check;
    private final LeaveRules rules;
    private final LeaveWords words;
    private final Directory directory;
    private final ClosedDays closed;
    private final WorkingDays workingDays;
    private final Clock clock;

    LeaveSaid(
            LeaveCheck check,
            LeaveRules rules,
            LeaveWords words,
            Directory directory,
            ClosedDays closed,
            WorkingDays workingDays,
            Clock clock) {
        this.check = check;
        this.rules = rules;
        this.words = words;
        this.directory = directory;
        this.closed = closed;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    /** @param mine whom the sender may apply for; what was typed may name others, of whom nothing is said */
    List<String> of(Typed typed, List<Long> mine, Locale locale) {
        List<PupilEntry> children = mine.stream()
                .filter(child -> mine.size() == 1 || typed.values("children").contains(String.valueOf(child)))
                .flatMap(child -> directory.pupil(child).stream())
                .toList();
        Optional<Period> asked = period(typed.text("firstDay"), typed.text("lastDay"));
        List<String> said = new ArrayList<>();
        children.forEach(child -> said.addAll(of(child, asked, locale)));
        if (asked.isPresent() && !children.isEmpty()) {
            late(asked.get(), locale).ifPresent(said::add);
        }
        return said;
    }

    private List<String> of(PupilEntry child, Optional<Period> asked, Locale locale) {
        List<String> said = new ArrayList<>();
        String name = child.person().givenName();
        asked.ifPresent(period -> {
            int days = check.days(period, child.schoolId());
            said.add(days == 0 ? words.say("leave.said.none", locale, name) : words.say("leave.said.days", locale, name, days));
            int used = check.used(child.person().id(), period);
            int cap = rules.now().capDays();
            if (used > 0) {
                said.add(words.say("leave.said.used", locale, name, used));
            }
            if (days + used > cap) {
                said.add(words.say("leave.said.over", locale, cap));
            }
        });
        Period shown = asked.map(period -> new Period(period.first().minusDays(AROUND), period.last().plusDays(AROUND)))
                .orElseGet(() -> new Period(today(), today().plusDays(AHEAD)));
        String school = directory.school(child.schoolId()).orElseThrow().name();
        closed.between(child.schoolId(), shown.first(), shown.last()).forEach(day -> said.add(day.fromDate().equals(day.toDate())
                ? words.say("leave.said.closed.one", locale, school, words.day(day.fromDate(), locale), day.name())
                : words.say("leave.said.closed", locale, school, words.day(day.fromDate(), locale), words.day(day.toDate(), locale), day.name())));
        return said;
    }

    private Optional<String> late(Period asked, Locale locale) {
        int lead = rules.now().leadDays();
        return asked.first().isBefore(today())
                ? Optional.of(words.say("leave.said.afterwards", locale))
                : workingDays.between(today(), asked.first()) < lead
                        ? Optional.of(words.say("leave.said.late", locale, lead))
                        : Optional.empty();
    }

    // What was typed may be anything.
    private static Optional<Period> period(String first, String last) {
        try {
            LocalDate from = LocalDate.parse(first);
            LocalDate to = LocalDate.parse(last);
            return to.isBefore(from) || from.plusDays(MOST).isBefore(to) ? Optional.empty() : Optional.of(new Period(from, to));
        } catch (DateTimeParseException nothingYet) {
            return Optional.empty();
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
