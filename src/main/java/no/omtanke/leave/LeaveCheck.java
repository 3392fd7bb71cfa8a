package no.omtanke.leave;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import no.omtanke.calendar.SchoolDays;
import no.omtanke.calendar.WorkingDays;
import org.springframework.stereotype.Component;

/** Looks an application over before anybody reads it: its days, earlier leave, the same days twice, too late. */
@Component
class LeaveCheck {

    private static final UUID NONE = new UUID(0, 0);

    private final LeaveStore store;
    private final LeaveRules rules;
    private final SchoolDays schoolDays;
    private final WorkingDays workingDays;
    private final Clock clock;

    LeaveCheck(LeaveStore store, LeaveRules rules, SchoolDays schoolDays, WorkingDays workingDays, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.schoolDays = schoolDays;
        this.workingDays = workingDays;
        this.clock = clock;
    }

    Leave.Found of(Leave leave, int schoolId) {
        Period asked = leave.asked();
        List<LeaveStore.Other> others = store.others(leave.pupil(), leave.together());
        LocalDate came = LocalDate.ofInstant(leave.askedAt(), clock.getZone());
        UUID same = others.stream()
                .filter(other -> asked.equals(other.leave().state().open() ? other.leave().asked() : other.leave().granted()))
                .map(LeaveStore.Other::caseId)
                .findFirst()
                .orElse(null);
        return new Leave.Found(
                DayCount.asked(asked, open(schoolId)),
                used(others, asked),
                same,
                others.stream().anyMatch(other -> meets(asked, other.leave())),
                asked.first().isBefore(came),
                !asked.first().isBefore(came) && workingDays.between(came, asked.first()) < rules.now().leadDays(),
                clock.instant());
    }

    /** How many school days the pupil has been granted in the school year of the period. */
    int used(long pupil, Period asked) {
        return used(store.others(pupil, NONE), asked);
    }

    private int used(List<LeaveStore.Other> others, Period asked) {
        return DayCount.used(
                asked,
                others.stream()
                        .filter(other -> other.leave().granted() != null)
                        .map(other -> new DayCount.Granted(other.leave().granted(), open(other.schoolId())))
                        .toList());
    }

    int days(Period period, int schoolId) {
        return DayCount.asked(period, open(schoolId));
    }

    private static boolean meets(Period asked, Leave other) {
        return other.state().open() ? asked.meets(other.asked()) : other.granted() != null && asked.meets(other.granted());
    }

    private Predicate<LocalDate> open(int schoolId) {
        return schoolDays.of(schoolId);
    }
}
