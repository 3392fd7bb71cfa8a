package no.omtanke.absence;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.omtanke.absence.FollowUpStore.Step;
import no.omtanke.calendar.SchoolYear;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.OpenCase;
import no.omtanke.casefile.Party;
import no.omtanke.form.Answers;
import no.omtanke.organization.Directory;
import no.omtanke.organization.PupilEntry;
import no.omtanke.process.Fact;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskNote;
import no.omtanke.process.TaskRow;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The pupil's absence this school year, beside the tasks of those who see it anyway: following it up, and a contact teacher's view of an
 * application for leave. Whoever has a measure is told which one.
 */
@Component
class AbsenceNote implements TaskNote {

    /** Tasks of the pupil's contact teacher and of the leadership. */
    private static final Set<String> FIGURES =
            Set.of("teacher-view", "talk-absence", AbsenceCases.PLAN, AbsenceCases.EVALUATION, "review-absence");

    private static final String MEASURE = "do-absence-measure";

    private final PupilYears years;
    private final FollowUpStore store;
    private final NoticeStore notices;
    private final Directory directory;
    private final TaskForms tasks;
    private final MessageSource messages;
    private final Clock clock;

    AbsenceNote(
            PupilYears years,
            FollowUpStore store,
            NoticeStore notices,
            Directory directory,
            TaskForms tasks,
            MessageSource messages,
            Clock clock) {
        this.years = years;
        this.store = store;
        this.notices = notices;
        this.directory = directory;
        this.tasks = tasks;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public Optional<String> of(TaskRow task, OpenCase open, Locale locale) {
        if (task.taskKey().equals(MEASURE)) {
            return measure(task, open, locale);
        }
        return FIGURES.contains(task.taskKey())
                ? pupil(open).filter(pupil -> pupil.schoolId() == task.schoolId()).map(pupil -> figures(pupil, locale))
                : Optional.empty();
    }

    private Optional<PupilEntry> pupil(OpenCase open) {
        return open.parties().stream()
                .filter(p -> p.role().equals("affected") && p.personId() != null)
                .map(Party::personId)
                .findFirst()
                .flatMap(directory::pupil);
    }

    private String figures(PupilEntry pupil, Locale locale) {
        PupilYear year = years.of(pupil);
        List<String> said = new ArrayList<>();
        said.add(text("absence.note.year", locale, year.days(), year.hours(), year.unexcused(), year.late(), year.leave()));
        LocalDate today = LocalDate.now(clock);
        year.notices().stream()
                .filter(notice -> !notice.lastDay().isBefore(today))
                .forEach(notice -> said.add(
                        text("absence.note.notice", locale, day(notice.firstDay(), locale), day(notice.lastDay(), locale))));
        SchoolYear schoolYear = SchoolYear.of(today);
        notices.leaveOf(pupil.schoolId(), pupil.person().id(), schoolYear.first(), schoolYear.last())
                .forEach(leave -> said.add(
                        text("absence.note.leave", locale, day(leave.firstDay(), locale), day(leave.lastDay(), locale))));
        return String.join(" ", said);
    }

    // The words stand in the plan: whoever may not read that is told nothing.
    private Optional<String> measure(TaskRow task, OpenCase open, Locale locale) {
        Object id = tasks.context(task, Locale.ROOT).facts().get(Fact.ABSENCE_MEASURE.variable());
        return Optional.ofNullable(id).flatMap(known -> store.step(UUID.fromString(known.toString()))).flatMap(step -> open.entries().stream()
                .filter(entry -> entry.id().equals(step.entry()))
                .findFirst()
                .map(plan -> text("absence.note.measure", locale, what(plan, step), day(step.to(), locale))));
    }

    private static String what(Entry plan, Step step) {
        Map<String, Object> item = Answers.fromJson(plan.json()).items(AbsenceMeasures.LIST).get(step.number());
        return String.valueOf(item.get("measureWhat"));
    }

    private String day(LocalDate day, Locale locale) {
        return DateTimeFormatter.ofPattern(messages.getMessage("absence.pattern.day", null, locale), locale).format(day);
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args, locale);
    }
}
