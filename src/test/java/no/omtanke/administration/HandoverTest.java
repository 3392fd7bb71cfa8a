package no.omtanke.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import no.omtanke.Browser;
import no.omtanke.OmtankeTest;
import no.omtanke.StaffBrowser;
import no.omtanke.Story;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.administration.Succession.Outcome;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.form.Answers;
import no.omtanke.organization.Directory;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.organization.Role;
import no.omtanke.process.Recusals;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A teacher leaves: an administrator hands over everything at once, and sees no case. */
@OmtankeTest
class HandoverTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final String WORDS = "Storlommen stenger henne ute";

    @Autowired
    Story story;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    Succession succession;

    @Autowired
    Handovers handovers;

    @Autowired
    TaskQueries tasks;

    @Autowired
    Recusals recusals;

    @Autowired
    CaseGate gate;

    @Autowired
    CaseFiles cases;

    @Autowired
    Directory directory;

    @Autowired
    DirectoryRegister register;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate together;

    @LocalServerPort
    int port;

    Town town;
    long administrator;

    @BeforeEach
    void aTown() {
        time.startAt("2026-11-23T10:00");
        town = towns.found();
        administrator = register.addPerson("Admin", town.tag(), "admin." + town.tag() + "@town.example", null, null, "nb");
        register.giveRole(administrator, Role.ADMINISTRATOR, null, false, LocalDate.of(2020, 1, 1), null);
    }

    @Test
    void everything_goes_to_one_with_an_exception_in_one_action() {
        CaseFile first = read(Map.of());
        CaseFile second = read(Map.of());
        List<Thing> things = succession.of(admin(), town.school(), town.teacher());
        assertThat(things.stream().map(Thing::kind).collect(Collectors.groupingBy(k -> k, Collectors.counting())))
                .containsEntry("responsible", 2L)
                .containsEntry("class", 1L)
                .containsKey("task");
        Thing excepted = things.stream()
                .filter(t -> t.kind().equals("task") && t.caseId().equals(second.id()))
                .findFirst()
                .orElseThrow();

        Outcome outcome = succession.handOver(
                admin(),
                town.school(),
                town.teacher(),
                new Choices(Optional.of(town.social()), Map.of(excepted.key(), Optional.of(town.deputy())), TODAY),
                keys(things));

        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        assertThat(succession.of(admin(), town.school(), town.teacher())).isEmpty();
        assertThat(open(first)).allMatch(t -> Long.valueOf(town.social()).equals(t.assignee()));
        assertThat(open(second)).filteredOn(t -> t.taskId().equals(excepted.holding().id())).allMatch(t -> t.assignee() == town.deputy());
        assertThat(cases.parties(first.id())).anyMatch(p -> p.role().equals("responsible") && p.personId() == town.social());
        assertThat(directory.contactTeacher(town.pupil()).map(p -> p.id())).contains(town.social());
        assertThat(directory.rolesOf(town.teacher())).isEmpty();
        assertThat(gate.allows(towns.reader(town.teacher()), first.id(), Part.CONTENT)).isFalse();
        assertThat(gate.allows(towns.reader(town.social()), first.id(), Part.CONTENT)).isTrue();
        assertThat(events(first)).containsExactly("{\"to\": \"" + town.social() + "\"}");
        assertThat(events(second)).hasSize(2);
        assertThat(handovers.lines(admin(), ((Outcome.Done) outcome).handover()))
                .hasSameSizeAs(things)
                .anyMatch(l -> l.kind().equals("task") && l.to() == town.deputy())
                .anyMatch(l -> l.kind().equals("class") && l.reference().equals("6A"));
    }

    @Test
    void what_nobody_takes_goes_back_to_the_leadership() {
        CaseFile file = read(Map.of());
        List<Thing> things = succession.of(admin(), town.school(), town.teacher());
        assertThat(succession.handOver(admin(), town.school(), town.teacher(), nobody(TODAY.plusDays(7)), keys(things)))
                .isInstanceOf(Outcome.Done.class);
        assertThat(open(file)).allMatch(t -> !Long.valueOf(town.teacher()).equals(t.assignee()));
        assertThat(tasks.addressedTo(towns.reader(town.principal()), story.open(file, "first-contact").taskId())).isTrue();
        assertThat(cases.parties(file.id())).noneMatch(p -> p.role().equals("responsible"));
        assertThat(directory.contactTeacher(town.pupil())).isEmpty();
        assertThat(directory.rolesOf(town.teacher())).as("until the day that was chosen").isNotEmpty();
        assertThat(gate.allows(towns.reader(town.teacher()), file.id(), Part.CONTENT)).isFalse();
        time.startAt("2026-11-30T08:00");
        assertThat(directory.rolesOf(town.teacher())).isEmpty();
    }

    @Test
    void a_leaving_principals_tasks_are_the_leaderships_and_the_owners_when_nobody_leads_the_school_any_more() {
        CaseFile file = story.guardianReports(town, Map.of());
        time.settle();
        CaseFile later = read(Map.of());
        handsEverything(town.principal(), nobody(TODAY));
        assertThat(story.open(file, "read-report").assignee()).isNull();
        assertThat(tasks.addressedTo(towns.reader(town.deputy()), story.open(file, "read-report").taskId())).isTrue();
        handsEverything(town.deputy(), nobody(TODAY));
        assertThat(tasks.audiences(story.open(file, "read-report").taskId())).containsExactly("school-owner");
        assertThat(tasks.audiences(story.open(later, "first-contact").taskId())).contains("school-owner").doesNotContain("leadership:" + town.school());
    }

    @Test
    void who_is_accused_or_stepped_back_or_works_elsewhere_is_refused_and_then_nothing_is_done() {
        CaseFile free = read(Map.of());
        CaseFile accuses = read(Map.of("accused", "employee", "accusedPerson", String.valueOf(town.social())));
        CaseFile left = read(Map.of());
        assertThat(recusals.stepBack(towns.reader(town.deputy()), left.id(), Part.CONTENT, new Answers("recusal", Map.of("ground", "family"))))
                .isTrue();
        List<Thing> things = succession.of(admin(), town.school(), town.teacher());
        assertThat(refused(things, town.social())).isNotEmpty().allMatch(t -> accuses.id().equals(t.caseId()));
        assertThat(refused(things, town.deputy())).isNotEmpty().allMatch(t -> left.id().equals(t.caseId()));
        assertThat(refused(things, towns.found().teacher())).hasSameSizeAs(things);
        assertThat(refused(things, town.teacher())).as("the leaver").hasSameSizeAs(things);

        Map<String, Object> before = state();
        assertThat(succession.handOver(
                        admin(), town.school(), town.teacher(), new Choices(Optional.of(town.social()), Map.of(), TODAY), keys(things)))
                .isInstanceOf(Outcome.Refused.class);
        assertThat(succession.handOver(
                        admin(), town.school(), town.teacher(), new Choices(Optional.of(town.principal()), Map.of(), TODAY), Set.of()))
                .isInstanceOf(Outcome.Changed.class);
        assertThat(state()).isEqualTo(before);
        assertThat(open(free)).anyMatch(t -> Long.valueOf(town.teacher()).equals(t.assignee()));
    }

    @Test
    void a_crash_half_way_leaves_nothing_half_done() {
        read(Map.of());
        List<Thing> things = succession.of(admin(), town.school(), town.teacher());
        Map<String, Object> before = state();
        assertThatThrownBy(() -> together.executeWithoutResult(t -> {
                    assertThat(succession.handOver(
                                    admin(), town.school(), town.teacher(), new Choices(Optional.of(town.social()), Map.of(), TODAY), keys(things)))
                            .isInstanceOf(Outcome.Done.class);
                    throw new IllegalStateException("the power went");
                }))
                .hasMessage("the power went");
        assertThat(state()).isEqualTo(before);
    }

    @Test
    void in_a_case_about_a_leader_only_the_owner_names_a_leader() {
        CaseFile file = read(Map.of("accused", "leader", "accusedPerson", String.valueOf(town.principal())));
        story.does(town.owner(), file, "read-report", said(Map.of("accused", "leader", "accusedPerson", String.valueOf(town.principal()))));
        time.settle();
        List<Thing> things = succession.of(admin(), town.school(), town.teacher());
        assertThat(refused(things, town.deputy())).isNotEmpty().allMatch(t -> file.id().equals(t.caseId()));
        assertThat(refused(things, town.social())).isEmpty();
    }

    @Test
    void an_administrator_whom_a_case_is_about_learns_nothing_of_it_and_it_is_handed_back_all_the_same() {
        CaseFile file = read(Map.of());
        together.executeWithoutResult(t -> cases.addParty(file.id(), "accused", administrator));
        List<Thing> things = succession.of(admin(), town.school(), town.teacher());
        assertThat(things).extracting(Thing::kind).containsExactly("class");
        handsEverything(town.teacher(), new Choices(Optional.of(town.social()), Map.of(), TODAY));
        assertThat(open(file)).noneMatch(t -> Long.valueOf(town.teacher()).equals(t.assignee()));
    }

    @Test
    void only_an_administrator_comes_in_and_finds_no_case() {
        CaseFile file = read(Map.of());
        try (StaffBrowser leader = StaffBrowser.of(Browser.laptop(true), port, towns, town.principal())) {
            assertThat(leader.go("/administration")).isEqualTo(403);
            assertThat(leader.go("/administration/schools/skole-" + town.tag() + "/people/" + town.teacher() + "/handover")).isEqualTo(403);
        }
        assertThat(succession.of(towns.reader(town.principal()), town.school(), town.teacher())).noneMatch(t -> t.caseId() != null);
        assertThat(Set.of(Part.values())).noneMatch(part -> gate.allows(admin(), file.id(), part));
    }

    @Test
    void the_journey() {
        CaseFile file = read(Map.of());
        CaseFile accuses = read(Map.of("accused", "employee", "accusedPerson", String.valueOf(town.social())));
        try (StaffBrowser admin = StaffBrowser.of(Browser.laptop(true), port, towns, administrator)) {
            assertThat(admin.page.url()).endsWith("/administration");
            Browser.checkPage(admin.page);
            Browser.picture(admin.page, "administration");
            admin.page.locator("a:has-text('Skole " + town.tag() + "')").click();
            assertThat(admin.text()).contains("Kontaktlærer " + town.tag(), "sosiallærer");
            Browser.checkPage(admin.page);
            Browser.picture(admin.page, "administration-school");
            admin.page.locator("a[aria-label='Gi videre alt Kontaktlærer " + town.tag() + " har']").click();
            assertThat(admin.text()).contains(file.reference(), accuses.reference(), "6A", "Oppgave", "Ansvarlig for saken").doesNotContain("Ring den som meldte");
            assertThat(admin.page.content()).doesNotContain("Elev " + town.tag(), WORDS);
            admin.page.fill("#ends", "");
            admin.press("Gå videre");
            assertThat(admin.text()).contains("Vi mangler noe", "Velg hvem som tar over", "Velg en dag");
            Browser.checkPage(admin.page);
            admin.page.selectOption("#to", String.valueOf(town.social()));
            admin.page.fill("#ends", "2026-11-24");
            admin.press("Gå videre");
            assertThat(admin.text()).contains("kan ikke gå til den du har valgt", "Sosiallærer " + town.tag() + " kan ikke ha denne");
            Browser.checkPage(admin.page);
            Browser.picture(admin.page, "administration-refused");
            for (var wrong : admin.page.locator("select[aria-invalid=true]").all()) {
                wrong.selectOption(String.valueOf(town.deputy()));
            }
            Browser.picture(admin.page, "administration-leaver");
            admin.press("Gå videre");
            assertThat(admin.text()).contains("Se over", "24. nov. 2026", "Inspektør " + town.tag(), "Alt blir gjort, eller ingenting");
            Browser.checkPage(admin.page);
            Browser.picture(admin.page, "administration-check");
            admin.press("Endre");
            assertThat(admin.page.inputValue("#to")).isEqualTo(String.valueOf(town.social()));
            admin.press("Gå videre");
            admin.press("Gi videre alt");
            assertThat(admin.page.url()).contains("/administration/handovers/");
            assertThat(admin.text()).contains("Gitt videre: alt Kontaktlærer " + town.tag() + " hadde", file.reference(), "Sosiallærer", "Inspektør", "6A");
            Browser.checkPage(admin.page);
            Browser.picture(admin.page, "administration-done");
            admin.go("/administration");
            assertThat(admin.text()).contains("Gitt videre før", "Kontaktlærer " + town.tag());
        }
        try (StaffBrowser phone = StaffBrowser.of(Browser.phone(false), port, towns, townsAdministrator())) {
            phone.go("/administration/schools/skole-" + town.tag() + "/people/" + town.social() + "/handover?lang=en");
            Browser.checkPage(phone.page);
            Browser.picture(phone.page, "administration-leaver-phone");
            phone.page.selectOption("#to", "nobody");
            phone.press("Continue");
            assertThat(phone.text()).contains("Back to the leadership", "The leadership must name somebody");
            phone.press("Hand over everything");
            assertThat(phone.text()).contains("Everything is done");
            Browser.checkPage(phone.page);
        }
        assertThat(directory.rolesOf(town.social())).isEmpty();
        try (StaffBrowser leader = StaffBrowser.of(Browser.laptop(true), port, towns, town.principal())) {
            leader.go("/cases/" + file.reference());
            assertThat(leader.text()).contains("Ga det en som slutter hadde i saken, til Sosiallærer " + town.tag(), "Ingen er ansvarlig for saken nå");
        }
    }

    private long townsAdministrator() {
        long other = register.addPerson("Annen", town.tag(), "annen.admin." + town.tag() + "@town.example", null, null, "nb");
        register.giveRole(other, Role.ADMINISTRATOR, null, false, LocalDate.of(2020, 1, 1), null);
        return other;
    }

    private void handsEverything(long leaver, Choices choices) {
        assertThat(succession.handOver(
                        admin(), town.school(), leaver, choices, keys(succession.of(admin(), town.school(), leaver))))
                .isInstanceOf(Outcome.Done.class);
        time.settle();
    }

    private Reader admin() {
        return towns.reader(administrator);
    }

    private static Choices nobody(LocalDate endsOn) {
        return new Choices(Optional.empty(), Map.of(), endsOn);
    }

    private static Set<String> keys(List<Thing> things) {
        return things.stream().map(Thing::key).collect(Collectors.toSet());
    }

    private List<Thing> refused(List<Thing> things, long to) {
        Set<String> keys = succession.impossible(
                things, new Choices(Optional.of(to), Map.of(), TODAY), town.school(), town.teacher());
        return things.stream().filter(t -> keys.contains(t.key())).toList();
    }

    private List<TaskRow> open(CaseFile file) {
        return tasks.ofCase(file.id()).stream().filter(TaskRow::open).filter(t -> t.assignee() != null).toList();
    }

    private List<String> events(CaseFile file) {
        return jdbc.sql("select args::text from case_event where case_id = ? and kind = 'handed-over' order by id")
                .param(file.id())
                .query(String.class)
                .list();
    }

    // What a hand-over may change at the school.
    private Map<String, Object> state() {
        Map<String, Object> state = new HashMap<>();
        for (String sql : List.of(
                "select task_id, assignee::text from task_row where school_id = :school order by 1",
                "select person_id::text || role, coalesce(to_date::text, '') from role_assignment where school_id = :school order by 1",
                "select id::text, coalesce(contact_teacher_id::text, '') from school_class where school_id = :school order by 1",
                "select p.id::text, coalesce(p.removed_at::text, '') from case_party p join case_file f on f.id = p.case_id"
                        + " where f.school_id = :school order by 1",
                "select p.case_id::text || p.person_id || p.role, coalesce(p.until::text, '') from case_participant p"
                        + " join case_file f on f.id = p.case_id where f.school_id = :school order by 1",
                "select count(*)::text, '' from case_event e join case_file f on f.id = e.case_id where f.school_id = :school",
                "select id::text, '' from handover where school_id = :school")) {
            state.put(sql, jdbc.sql(sql).param("school", town.school()).query((row, n) -> row.getString(1) + " " + row.getString(2)).list());
        }
        return state;
    }

    private CaseFile read(Map<String, String> more) {
        CaseFile file = story.guardianReports(town, Map.of("whatHappened", WORDS));
        time.settle();
        TaskRow task = story.open(file, "read-report");
        story.does(task.assignee(), task, said(more));
        time.settle();
        return file;
    }

    private Map<String, String> said(Map<String, String> more) {
        Map<String, String> said = new HashMap<>(Map.of(
                "pupil", String.valueOf(town.pupil()),
                "accused", "pupil",
                "responsible", String.valueOf(town.teacher()),
                "principalKnew", "2026-11-23"));
        said.putAll(more);
        return said;
    }
}
