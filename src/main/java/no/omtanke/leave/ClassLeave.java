package no.omtanke.leave;

import biweekly.Biweekly;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.property.Uid;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.omtanke.access.CasePolicy;
import no.omtanke.access.Reader;
import no.omtanke.access.Visible;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who of a class has leave, and when: for its contact teacher and the school's leadership, as a list and as a file for a calendar. Public
 * because a page shows it. It says who is away, never why.
 */
@Service
@Transactional(readOnly = true)
public class ClassLeave {

    private static final String OF_CLASSES =
            """
            select k.id as class_id, k.name as class_name, p.given_name || ' ' || p.family_name as pupil,
                   l.case_id, l.granted_first, l.granted_last, l.granted_days
              from leave_application l
              join case_file c on c.id = l.case_id
              join person p on p.id = l.pupil
              join enrolment e on e.pupil_id = l.pupil and e.from_date <= :today and (e.to_date is null or e.to_date > :today)
              join school_class k on k.id = e.class_id and k.school_id = c.school_id
             where l.granted_first is not null and l.granted_last >= :today and l.state in ('granted', 'part')
               and (k.contact_teacher_id = :readerId or k.school_id = any(:leads))
               and %s
             order by k.grade, k.name, l.granted_first, p.family_name, p.given_name
            """;

    private final JdbcClient jdbc;
    private final CasePolicy policy;
    private final LeaveWords words;
    private final Clock clock;

    ClassLeave(JdbcClient jdbc, CasePolicy policy, LeaveWords words, Clock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.words = words;
        this.clock = clock;
    }

    /** One pupil who is away. Public because the page lists them. */
    public record Away(long classId, String className, String pupil, UUID caseId, Period period, int days) {}

    /** From today on, by class. */
    public List<Away> from(Reader reader) {
        Visible visible = policy.visibleToday(reader);
        Map<String, Object> params = new HashMap<>(visible.params());
        params.put("today", LocalDate.now(clock));
        return jdbc.sql(OF_CLASSES.formatted(visible.condition()))
                .params(params)
                .query((row, n) -> new Away(
                        row.getLong("class_id"),
                        row.getString("class_name"),
                        row.getString("pupil"),
                        row.getObject("case_id", UUID.class),
                        new Period(row.getObject("granted_first", LocalDate.class), row.getObject("granted_last", LocalDate.class)),
                        row.getInt("granted_days")))
                .list();
    }

    /** The same of one class as a file for a calendar; null when the reader sees nothing of it. */
    public byte[] calendar(Reader reader, long classId, Locale locale) {
        List<Away> away = from(reader).stream().filter(one -> one.classId() == classId).toList();
        if (away.isEmpty()) {
            return null;
        }
        ICalendar calendar = new ICalendar();
        calendar.setProductId("-//Omtanke//NONSGML Omtanke//NO");
        away.forEach(one -> calendar.addEvent(event(one, locale)));
        return Biweekly.write(calendar).go().getBytes(StandardCharsets.UTF_8);
    }

    private VEvent event(Away one, Locale locale) {
        VEvent event = new VEvent();
        event.setUid(new Uid(one.caseId() + "@omtanke"));
        event.setDateTimeStamp(Date.from(clock.instant()));
        event.setSummary(words.say("leave.calendar", locale, one.pupil(), one.className()));
        event.setDateStart(day(one.period().first()));
        // A calendar's whole day ends where the next begins.
        event.setDateEnd(day(one.period().last().plusDays(1)));
        return event;
    }

    private static ICalDate day(LocalDate day) {
        return new ICalDate(new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
    }
}
