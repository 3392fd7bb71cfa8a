package no.omtanke.stories;

import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.omtanke.Story;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseGate;
import no.omtanke.concern.FamilyDoor;
import no.omtanke.form.Answers;
import no.omtanke.form.Typed;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.organization.Role;
import no.omtanke.plan.FamilyPlans;
import no.omtanke.process.FormSubmission.Outcome;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A school year of many cases: families report, staff answer in their own time or never, people come and go. */
class SimulatedYear {

    private static final LocalTime MORNING = LocalTime.of(7, 45);
    private static final LocalTime AFTERNOON = LocalTime.of(14, 15);

    private final Story story;
    private final TestTown towns;
    private final TestTime time;
    private final TaskQueries tasks;
    private final CaseGate gate;
    private final FamilyDoor door;
    private final FamilyPlans plans;
    private final DirectoryRegister register;
    private final JdbcClient jdbc;

    private final List<Town> schools = new ArrayList<>();
    private final Map<UUID, Town> cases = new LinkedHashMap<>();
    private final Map<UUID, Integer> numbers = new HashMap<>();
    private final Map<UUID, LocalDate> pressed = new HashMap<>();
    private final Set<Long> gone = new HashSet<>();
    private final Map<Long, Reader> readers = new HashMap<>();
    final Map<String, Integer> figures = new LinkedHashMap<>();
    private Habits habits;

    SimulatedYear(
            Story story,
            TestTown towns,
            TestTime time,
            TaskQueries tasks,
            CaseGate gate,
            FamilyDoor door,
            FamilyPlans plans,
            DirectoryRegister register,
            JdbcClient jdbc) {
        this.story = story;
        this.towns = towns;
        this.time = time;
        this.tasks = tasks;
        this.gate = gate;
        this.door = door;
        this.plans = plans;
        this.register = register;
        this.jdbc = jdbc;
    }

    /** Three schools live from the first day to the last; so many families report on the way. */
    void live(LocalDate first, LocalDate last, int families, long seed) {
        habits = new Habits(seed);
        time.startAt(first + "T07:00");
        for (int i = 0; i < 3; i++) {
            schools.add(towns.found());
        }
        List<LocalDate> days = first.datesUntil(last.plusDays(1)).filter(day -> day.getDayOfWeek().getValue() < 6).toList();
        // Whoever reports does so while somebody still can do something about it before the summer.
        int reporting = days.size() - 15;
        int reported = 0;
        for (int n = 0; n < days.size(); n++) {
            changeStaff(n);
            for (LocalTime at : List.of(MORNING, AFTERNOON)) {
                time.passTo(days.get(n).atTime(at).toString());
                for (; at == MORNING && n < reporting && reported < families * (n + 1) / reporting; reported++) {
                    report(reported);
                }
                work();
            }
            families();
        }
        sum();
    }

    // What became of them.
    private void sum() {
        UUID[] all = cases.keySet().toArray(UUID[]::new);
        figures.put("tasks", number("select count(*) from task_row where case_id = any(?)", all));
        figures.put("in time", number("select count(*) from task_row where case_id = any(?) and state = 'done' and ended_at <= due_at", all));
        figures.put("deadlines missed", number("select count(*) from case_event where case_id = any(?) and kind = 'deadline-missed'", all));
        figures.put("lifted", number("select count(distinct case_id) from case_event where case_id = any(?) and kind like 'lifted-by-%'", all));
        figures.put("closed", number("select count(*) from case_file where id = any(?) and state = 'closed'", all));
    }

    private int number(String sql, UUID[] all) {
        return jdbc.sql(sql).param(all).query(Integer.class).single();
    }

    Set<UUID> cases() {
        return cases.keySet();
    }

    List<Town> schools() {
        return schools;
    }

    // A principal leaves in the winter without a successor for two weeks; a social teacher in the spring for good.
    private void changeStaff(int day) {
        if (day == 90) {
            Town left = schools.get(0);
            towns.leave(left.principal(), Role.LEADERSHIP, left.school(), today());
            towns.leave(left.deputy(), Role.LEADERSHIP, left.school(), today());
            gone.addAll(List.of(left.principal(), left.deputy()));
        }
        if (day == 100) {
            register.giveRole(schools.get(0).social(), Role.LEADERSHIP, schools.get(0).school(), false, today(), null);
        }
        if (day == 150) {
            towns.leave(schools.get(1).social(), Role.SOCIAL_TEACHER, schools.get(1).school(), today());
            gone.add(schools.get(1).social());
        }
        readers.clear();
    }

    private void report(int number) {
        Town school = schools.get(number % schools.size());
        String tag = school.tag() + "-" + number;
        long pupil = register.addPerson("Elev", tag, null, null, LocalDate.of(2009 + number % 11, 5, 4), "nb");
        register.enrol(pupil, groupOf(school), LocalDate.of(2020, 8, 1), null);
        long guardian = register.addPerson("Foresatt", tag, "foresatt." + tag + "@town.example", null, null, "nb");
        register.addGuardian(guardian, pupil, true, LocalDate.of(2020, 8, 1), null);
        Town family = new Town(
                tag, school.school(), school.principal(), school.deputy(), school.teacher(), school.social(), school.owner(),
                school.auditor(), pupil, school.other(), school.third(), guardian);
        String about = habits.perhaps(12, number + "about") ? habits.one(List.of("employee", "leader"), number + "whom") : "none";
        CaseFile file = story.guardianReports(
                family,
                Map.of("aboutEmployee", about, "safeTomorrow", habits.perhaps(20, number + "safe") ? "no" : "yes"));
        cases.put(file.id(), family);
        numbers.put(file.id(), number);
        count("reported");
    }

    private int groupOf(Town school) {
        return jdbc.sql("select id from school_class where school_id = ? limit 1")
                .param(school.school())
                .query(Integer.class)
                .single();
    }

    // Once over all open tasks; what they lead to is seen the next time.
    private void work() {
        time.settle();
        LocalDateTime now = LocalDateTime.ofInstant(time.now(), TestTime.NORWAY);
        var open = jdbc.sql("select task_id, case_id, task_key || created_at || coalesce(raised_to, '') as asked from task_row"
                        + " where state = 'open' and case_id = any(?) order by created_at, task_key, task_id")
                .param(cases.keySet().toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getString(1), numbers.get(row.getObject(2, UUID.class)) + row.getString(3)))
                .list();
        for (var asked : open) {
            if (habits.doesNow(asked.getValue(), now)) {
                tasks.task(asked.getKey()).filter(TaskRow::open).ifPresent(this::act);
            }
        }
        time.settle();
    }

    private void act(TaskRow task) {
        Town town = working(cases.get(task.caseId()), accusedOf(task));
        Map<String, String> said = Said.in(task.formId(), town, today(), differently(task, town));
        if (familys(task)) {
            byLink(task, said);
            return;
        }
        Long person = whoCan(task);
        if (person == null) {
            count("nobody can: " + task.taskKey());
            return;
        }
        TaskForms.Sent sent = story.sends(person, task, said);
        if (sent instanceof TaskForms.Sent.Unfinished && task.taskKey().startsWith("approve-")) {
            // The quality gate missed something in it.
            sent = story.sends(person, task, Map.of("approved", "override", "overrideReason", "Det haster."));
        }
        if (sent instanceof TaskForms.Sent.Unfinished unfinished) {
            throw new AssertionError(task.taskKey() + ": " + unfinished.problems());
        }
        Outcome outcome = ((TaskForms.Sent.Answered) sent).outcome();
        if (!(outcome instanceof Outcome.Completed)) {
            throw new AssertionError(task.taskKey() + " by " + person + ": " + outcome);
        }
        count("done");
    }

    // What makes the cases different from one another.
    private String[] differently(TaskRow task, Town town) {
        List<String> said = new ArrayList<>();
        switch (task.formId()) {
            case "read-report" -> {
                String accused = accusedOf(task);
                say(said, "accused", accused);
                if (accused.equals("employee")) {
                    say(said, "accusedPerson", cases.get(task.caseId()).teacher());
                    say(said, "responsible", town.social());
                    say(said, "investigator", "");
                } else if (accused.equals("leader")) {
                    say(said, "accusedPerson", gone.contains(town.principal()) ? cases.get(task.caseId()).social() : town.principal());
                    say(said, "responsible", town.teacher());
                }
                if (habits.perhaps(15, drawn(task))) {
                    say(said, "seriousCriteria", "violence");
                }
            }
            case "conclude" -> {
                if (habits.perhaps(45, drawn(task))) {
                    say(said, "safe", "no");
                    say(said, "plan", "yes");
                }
            }
            case "approve-plan" -> {
                if (habits.perhaps(10, drawn(task))) {
                    say(said, "approved", "no");
                    say(said, "changesNeeded", "Hvem?");
                }
            }
            case "evaluate-plan" -> {
                if (habits.perhaps(30, drawn(task))) {
                    say(said, "safe", "no");
                    say(said, "outcome", "revise");
                }
            }
            default -> {}
        }
        return said.toArray(String[]::new);
    }

    private String drawn(TaskRow task) {
        return numbers.get(task.caseId()) + task.taskKey() + task.createdAt();
    }

    // Whom the forms name: never the accused teacher, nor who has left.
    private Town working(Town town, String accused) {
        boolean leads = accused.equals("leader") && gone.contains(town.principal());
        long social = gone.contains(town.social()) ? town.deputy() : leads ? town.teacher() : town.social();
        long teacher = accused.equals("employee") ? social : town.teacher();
        return new Town(
                town.tag(), town.school(), town.principal(), town.deputy(), teacher, social, town.owner(), town.auditor(),
                town.pupil(), town.other(), town.third(), town.guardian());
    }

    private static void say(List<String> said, String name, Object answer) {
        said.add(name);
        said.add(answer.toString());
    }

    private String accusedOf(TaskRow task) {
        return jdbc.sql("select accused from case_file where id = ?").param(task.caseId()).query(String.class).single();
    }

    private void byLink(TaskRow task, Map<String, String> said) {
        long guardian = cases.get(task.caseId()).guardian();
        UUID plan = jdbc.sql("select id from plan where case_id = ? and pupil = ? order by begun_at desc limit 1")
                .params(task.caseId(), task.pupil())
                .query(UUID.class)
                .single();
        Typed typed = Typed.empty();
        for (var answer : said.entrySet()) {
            typed = typed.with(answer.getKey(), answer.getValue());
        }
        plans.send(plan, guardian, task.taskId(), typed, Locale.forLanguageTag("nb"));
        count("answered by the family");
    }

    static boolean familys(TaskRow task) {
        return task.taskKey().startsWith("guardian-");
    }

    /** Who has the task, or else somebody whom it is addressed to and who may do it. */
    Long whoCan(TaskRow task) {
        Town town = cases.get(task.caseId());
        Set<Long> people = new LinkedHashSet<>();
        if (task.assignee() != null) {
            people.add(task.assignee());
        }
        people.addAll(List.of(town.principal(), town.deputy(), town.social(), town.teacher()));
        schools.forEach(school -> people.add(school.owner()));
        Set<String> audiences = new HashSet<>(tasks.audiences(task.taskId()));
        return people.stream()
                .filter(person -> {
                    Reader reader = readers.computeIfAbsent(person, towns::reader);
                    return audiences.stream().anyMatch(reader::in) && gate.allows(reader, task.caseId(), task.part());
                })
                .findFirst()
                .orElse(null);
    }

    // Families whose case stands still press the button, and some tell more.
    private void families() {
        var late = jdbc.sql("select distinct t.case_id from task_row t join case_file c on c.id = t.case_id where t.state = 'open'"
                        + " and c.state = 'open' and t.due_at < ? and t.school_id = any(?)")
                .params(Timestamp.from(time.now()), schools.stream().map(Town::school).toArray(Integer[]::new))
                .query(UUID.class)
                .list();
        for (UUID file : late) {
            boolean lately = pressed.containsKey(file) && pressed.get(file).isAfter(today().minusDays(14));
            if (!lately && habits.perhaps(4, numbers.get(file) + "presses" + today())) {
                pressed.put(file, today());
                door.notHeard(file, new Answers("not-heard", Map.of("missing", "no-call")));
                count("not heard");
            } else if (habits.perhaps(1, numbers.get(file) + "tells" + today())) {
                door.add(file, new Answers("new-information", Map.of("newInformation", "Det skjedde igjen.")), List.of());
                count("told more");
            }
        }
    }

    void count(String what) {
        figures.merge(what, 1, Integer::sum);
    }

    LocalDate today() {
        return LocalDate.ofInstant(time.now(), TestTime.NORWAY);
    }
}
