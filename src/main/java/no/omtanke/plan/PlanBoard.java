package no.omtanke.plan;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import no.omtanke.access.CasePolicy;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.access.Visible;
import no.omtanke.casefile.CaseGate;
import no.omtanke.plan.MeasureStore.MeasureRow;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Running measures across the plans of a school. Public because staff's doors show a week and a day of them. Every list starts from
 * what the reader may see.
 */
@Service
@Transactional(readOnly = true)
public class PlanBoard {

    private static final String RUNNING =
            """
             from plan_measure m join plan p on p.id = m.plan_id join case_file c on c.id = p.case_id
            where m.begun_at is not null and m.ended_at is null and p.ended_at is null and p.school_id = :school
            """;

    private static final String COLUMNS =
            """
            select m.*, p.case_id, p.school_id, p.pupil, c.reference,
                   (select x.given_name || ' ' || x.family_name from case_party a join person x on x.id = a.person_id
                     where a.id = p.pupil) as pupil_name
            """;

    private final JdbcClient jdbc;
    private final CasePolicy policy;
    private final CaseGate gate;
    private final MeasureStore measures;
    private final MeasureLog log;
    private final PlanSurroundings around;
    private final Clock clock;

    PlanBoard(
            JdbcClient jdbc,
            CasePolicy policy,
            CaseGate gate,
            MeasureStore measures,
            MeasureLog log,
            PlanSurroundings around,
            Clock clock) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.gate = gate;
        this.measures = measures;
        this.log = log;
        this.around = around;
        this.clock = clock;
    }

    /**
     * A running measure in a week. Public as the overview's row.
     *
     * @param reference the case's, or null when the reader sees the measure and not the case
     * @param days each day of the week on which it is done: what the log says, or null while nobody has answered
     */
    public record WeekLine(Measure measure, String reference, String pupil, Map<LocalDate, LogLine.Result> days) {}

    /** A line of the day's list: what to do, not why, nor in which case. Public as the page's row. */
    public record TodayLine(String moment, String place, String text, Long owner, Long substitute) {}

    /** The running measures that the reader may see, by owner's id and number. @param monday the week's first day */
    public List<WeekLine> week(Reader reader, int school, LocalDate monday) {
        Visible visible = policy.visible(reader);
        String inside = visible.condition() + " and " + policy.visibleAbout(reader, "p.pupil").condition();
        List<Row> rows = rows(
                COLUMNS
                        + ", (" + inside + ") as inside"
                        + RUNNING
                        + " and (" + inside + " or m.owner = :readerId) and not exists (select 1 from case_party s"
                        + " where s.case_id = c.id and s.role = 'accused' and s.person_id = :readerId and s.removed_at is null)"
                        + " and not exists (select 1 from case_recusal k where k.case_id = c.id and k.person_id = :readerId"
                        + " and k.until is null)"
                        + " order by m.owner nulls first, c.reference, m.number",
                visible.params(),
                school);
        Predicate<LocalDate> schoolDay = around.schoolDay(school);
        return allowed(reader, rows, row -> row.inside() ? Part.CONTENT : Part.MEASURE).stream()
                .map(row -> new WeekLine(
                        row.measure().measure(),
                        row.inside() ? row.reference() : null,
                        row.pupil(),
                        days(row.measure(), monday, schoolDay)))
                .toList();
    }

    /** How many plans hold at the school now, of those that the reader may see. */
    public int running(Reader reader, int school) {
        Visible visible = policy.visible(reader);
        return jdbc.sql(
                        """
                        select count(*) from plan p join case_file c on c.id = p.case_id
                        where p.ended_at is null and p.school_id = :school and exists (select 1 from plan_version v
                            where v.plan_id = p.id and v.state in ('provisional', 'approved')) and\s"""
                                + visible.condition() + " and " + policy.visibleAbout(reader, "p.pupil").condition())
                .params(visible.params())
                .param("school", school)
                .query(Integer.class)
                .single();
    }

    /** What everybody who works at the school may know is to be done on the day. */
    public List<TodayLine> today(Reader reader, int school, LocalDate day) {
        Visible visible = policy.visibleToday(reader);
        List<Row> rows = rows(
                COLUMNS + ", false as inside" + RUNNING + " and m.on_list and " + visible.condition()
                        + " order by m.moment nulls last, m.number",
                visible.params(),
                school);
        Predicate<LocalDate> schoolDay = around.schoolDay(school);
        List<Row> due = rows.stream()
                .filter(row -> Occurrences.onOrAfter(row.measure().measure(), day, schoolDay)
                                .filter(day::equals)
                                .isPresent()
                        || row.measure().measure().often() == Often.WHEN_NEEDED && during(row.measure().measure(), day))
                .toList();
        return allowed(reader, due, row -> Part.TODAY).stream()
                .map(row -> row.measure().measure())
                .map(m -> new TodayLine(m.moment(), m.place(), m.listText(), m.owner(), m.substitute()))
                .toList();
    }

    private record Row(MeasureRow measure, String reference, String pupil, boolean inside) {}

    private List<Row> rows(String sql, Map<String, Object> params, int school) {
        return jdbc.sql(sql)
                .params(params)
                .param("school", school)
                .query((row, n) -> new Row(
                        measures.row(row, n),
                        row.getString("reference"),
                        Optional.ofNullable(row.getString("pupil_name")).orElse(""),
                        row.getBoolean("inside")))
                .list();
    }

    // The gate is asked once for each case and part: its answer is what the access log shows.
    private List<Row> allowed(Reader reader, List<Row> rows, java.util.function.Function<Row, Part> part) {
        Map<Part, Map<UUID, Boolean>> answers = new HashMap<>();
        return rows.stream()
                .filter(row -> answers.computeIfAbsent(part.apply(row), p -> new HashMap<>())
                        .computeIfAbsent(row.measure().caseId(), id -> gate.allows(reader, id, part.apply(row))))
                .toList();
    }

    private Map<LocalDate, LogLine.Result> days(MeasureRow row, LocalDate monday, Predicate<LocalDate> schoolDay) {
        Map<LocalDate, LogLine.Result> days = new TreeMap<>(
                Promised.days(row.measure(), row.begunAt(), log.of(row.measure().id()), schoolDay, clock));
        days.keySet().removeIf(day -> day.isBefore(monday) || !day.isBefore(monday.plusDays(7)));
        return days;
    }

    private static boolean during(Measure m, LocalDate day) {
        return !day.isBefore(m.from()) && !day.isAfter(m.to());
    }
}
