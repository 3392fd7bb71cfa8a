package no.omtanke.administration;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import no.omtanke.access.Actor;
import no.omtanke.access.Actors;
import no.omtanke.access.Reader;
import no.omtanke.calendar.CalendarChange;
import no.omtanke.calendar.ClosureRegister;
import no.omtanke.calendar.SchoolDays;
import no.omtanke.organization.Directory;
import no.omtanke.organization.School;
import no.omtanke.process.RunningDate;
import no.omtanke.process.RunningDates;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a change of the calendar does, and then the change itself, with the running dates or without them. The program counts them: an
 * administrator is shown that they are there, and may read none of the cases.
 */
@Component
class CalendarChanges {

    private final ClosureRegister register;
    private final RunningDates running;
    private final SchoolDays days;
    private final Directory directory;
    private final TransactionTemplate transaction;

    CalendarChanges(
            ClosureRegister register,
            RunningDates running,
            SchoolDays days,
            Directory directory,
            TransactionTemplate transaction) {
        this.register = register;
        this.running = running;
        this.days = days;
        this.directory = directory;
        this.transaction = transaction;
    }

    /** How many school days the year has at a school. */
    record Days(String school, int before, int after) {}

    /** @param seen the newest change of the calendar by then; 0 for none */
    record Effect(List<Days> days, List<RunningDate> dates, long seen) {}

    sealed interface Outcome {

        record Done(int dates) implements Outcome {}

        /** @param first who was first */
        record Second(CalendarChange first) implements Outcome {}
    }

    /** Nothing of it is done. */
    Effect look(Reader administrator, CalendarProposal proposal) {
        return asTheProgram(() -> transaction.execute(status -> {
            status.setRollbackOnly();
            List<Integer> before = count(proposal);
            List<Integer> after = new ArrayList<>();
            long seen = newest();
            List<RunningDate> dates = running.look(administrator, ids(proposal), proposal.first(), () -> {
                change(administrator, proposal);
                after.addAll(count(proposal));
            });
            List<Days> counted = new ArrayList<>();
            for (int i = 0; i < before.size(); i++) {
                counted.add(new Days(schools(proposal).get(i).name(), before.get(i), after.get(i)));
            }
            return new Effect(counted, dates, seen);
        }));
    }

    /** @param seen the newest change when its effect was looked at: with another one since, nothing is done */
    Outcome make(Reader administrator, CalendarProposal proposal, long seen, boolean move) {
        return asTheProgram(() -> transaction.execute(status -> {
            CalendarChange last = register.alone().orElse(null);
            if (last != null && last.id() != seen) {
                return new Outcome.Second(last);
            }
            long[] number = new long[1];
            Runnable change = () -> number[0] = change(administrator, proposal);
            List<RunningDate> dates;
            if (move) {
                dates = running.move(administrator, ids(proposal), proposal.first(), change);
            } else {
                dates = running.look(administrator, ids(proposal), proposal.first(), change);
                change.run();
            }
            register.counted(number[0], dates.size(), move);
            return new Outcome.Done(dates.size());
        }));
    }

    long newest() {
        return register.changes(1).stream().mapToLong(CalendarChange::id).findFirst().orElse(0);
    }

    private long change(Reader administrator, CalendarProposal proposal) {
        return register.change(
                administrator.personId(), proposal.place().schoolId(), proposal.what(), proposal.ended(), proposal.adds());
    }

    private List<Integer> count(CalendarProposal proposal) {
        var year = proposal.place().year();
        return schools(proposal).stream().map(s -> days.count(s.id(), year.first(), year.last())).toList();
    }

    private List<School> schools(CalendarProposal proposal) {
        return proposal.place().school() == null ? directory.schools() : List.of(proposal.place().school());
    }

    private List<Integer> ids(CalendarProposal proposal) {
        return schools(proposal).stream().map(School::id).toList();
    }

    private static <T> T asTheProgram(Callable<T> work) {
        try {
            return Actors.as(Actor.PROGRAM, work);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
