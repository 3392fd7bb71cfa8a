package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.omtanke.Browser;
import no.omtanke.StaffBrowser;
import no.omtanke.TestMail;
import no.omtanke.WebSession;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.CaseQueries;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.EntryMarks;
import no.omtanke.casefile.OpenCase;
import no.omtanke.casefile.Party;
import no.omtanke.casefile.ToldStory;
import no.omtanke.concern.FamilyDoor;
import no.omtanke.concern.Stories;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.SecureLinks;
import no.omtanke.form.Answers;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.organization.Role;
import no.omtanke.plan.FamilyPlans.OwnPlan;
import no.omtanke.process.TaskDesk;
import no.omtanke.process.TaskRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Three pupils of three families in one case: nothing crosses between them, nor to staff who only have to do with one. */
class LinkedPupilsTest extends ProcessStory {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 8, 1);

    // What each of them said, found nowhere but where it belongs.
    private static final String REPORTED = "meldingsordet";
    private static final String FIRST = "førsteord";
    private static final String SECOND = "andreord";
    private static final String THIRD = "tredjeord";
    private static final String INVESTIGATED = "undersøkelsesordet";

    @Autowired
    DirectoryRegister register;

    @Autowired
    CaseGate gate;

    @Autowired
    CaseQueries queries;

    @Autowired
    CaseFiles cases;

    @Autowired
    EntryMarks marks;

    @Autowired
    TaskDesk desk;

    @Autowired
    FamilyDoor door;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Stories stories;

    @Autowired
    SecureLinks links;

    @Autowired
    TestMail mail;

    @LocalServerPort
    int port;

    private CaseFile file;
    private long assistant;
    private long secondGuardian;
    private long otherGuardian;

    @BeforeEach
    void three_pupils_are_heard() {
        assistant = register.addPerson("Assistent", town.tag(), "assistent." + town.tag() + "@town.example", null, null, "nb");
        register.giveRole(assistant, Role.STAFF, town.school(), false, LONG_AGO, null);
        secondGuardian = guardian("Andremor", town.other());
        otherGuardian = guardian("Far", town.pupil());
        guardian("Tredjemor", town.third());
        file = reported("whatHappened", REPORTED);
        transaction.executeWithoutResult(t -> cases.addDocument(
                file.id(), entries(principal(), "report-guardian").get(0).id(), "bilde.txt", "text/plain", REPORTED.getBytes()));
        done(file, "read-report",
                "responsible", "" + town.social(), "investigator", "" + town.social(),
                "otherPupils[0].otherPupil", "" + town.other(), "otherPupils[0].otherRole", "affected",
                "otherPupils[1].otherPupil", "" + town.third(), "otherPupils[1].otherRole", "involved");
        done(file, "first-contact", "responsible", "" + town.social());
        done(file, "immediate-measures");
        assertThat(desk.assign(principal(), hearing(town.other()).taskId(), assistant)).isEqualTo(TaskDesk.Result.DONE);
        done(hearing(town.pupil()), "pupilWords", FIRST);
        done(hearing(town.other()), "pupilWords", SECOND);
        done(hearing(town.third()), "pupilWords", THIRD);
    }

    private long guardian(String name, long pupil) {
        long guardian = register.addPerson(
                name, town.tag(), name.toLowerCase() + "." + town.tag() + "@town.example", null, null, "nb");
        register.addGuardian(guardian, pupil, true, LONG_AGO, null);
        return guardian;
    }

    @Test
    void who_was_asked_about_one_pupil_reads_about_that_pupil_and_knows_of_no_other() {
        OpenCase open = open(towns.reader(assistant));
        assertThat(texts(open)).contains(SECOND).doesNotContain(REPORTED, FIRST, THIRD);
        assertThat(open.parties().stream().filter(Party::isPupil).map(Party::personId)).containsExactly(town.other());
        assertThat(open.parties()).noneMatch(p -> Set.of("reporter", "accused").contains(p.role()));
        assertThat(open.attachments()).isEmpty();
        assertThat(open.events()).allMatch(e -> e.actorId() == null || e.actorId() == assistant);

        // The contact teacher of the two others reads both, and the report about the first.
        assertThat(texts(open(towns.reader(town.teacher())))).contains(REPORTED, FIRST, THIRD).doesNotContain(SECOND);
        for (long whole : List.of(town.principal(), town.deputy(), town.social())) {
            assertThat(texts(open(towns.reader(whole)))).contains(REPORTED, FIRST, SECOND, THIRD);
        }
    }

    @Test
    void the_pages_of_somebody_who_has_to_do_with_one_pupil_name_no_other() {
        WebSession page = WebSession.of(port, towns.account(assistant));
        String own = "Annen " + town.tag();
        String others = "Elev " + town.tag();
        for (String path : List.of("/cases", "/cases/" + file.reference(), "/tasks", "/tasks?tab=done", "/plans", "/today")) {
            assertThat(page.get(path).body()).as(path)
                    .doesNotContain(others, "Tredje " + town.tag(), "Foresatt " + town.tag(), REPORTED, FIRST, THIRD);
        }
        assertThat(page.get("/cases/" + file.reference()).body()).contains(own, SECOND);
        assertThat(queries.count(towns.reader(assistant), null, others)).as("a search tells nothing").isZero();
        assertThat(queries.count(towns.reader(assistant), null, own)).isEqualTo(1);
        assertThat(page.get("/history/" + file.reference()).statusCode()).isIn(403, 404);
        UUID picture = open(principal()).attachments().get(0).id();
        assertThat(page.get("/cases/" + file.reference() + "/files/" + picture).statusCode()).isEqualTo(404);
        UUID talk = entries(principal(), "hear-pupil").stream().filter(e -> e.json().contains(FIRST)).findFirst().orElseThrow().id();
        assertThat(page.get("/cases/" + file.reference() + "/entries/" + talk + "/mark").statusCode()).isEqualTo(404);
    }

    @Test
    void each_family_sees_its_own_childs_part() {
        concluded();
        UUID first = plan(town.pupil());
        UUID second = plan(town.other());
        assertThat(families.open(first, secondGuardian)).isEmpty();
        assertThat(families.open(second, town.guardian())).isEmpty();
        OwnPlan own = families.open(second, secondGuardian).orElseThrow();
        assertThat(own.open().parties().stream().map(Party::personId)).containsExactly(town.other());
        assertThat(own.open().entries()).as("not the report, nor what the school wrote").isEmpty();
        assertThat(own.open().attachments()).noneMatch(d -> d.name().equals("bilde.txt"));
        assertThat(own.open().events()).isEmpty();

        families.write(second, secondGuardian, new Answers("plan-message", Map.of("message", SECOND)));
        assertThat(families.open(second, secondGuardian).orElseThrow().open().entries()).hasSize(1);
        assertThat(families.open(first, town.guardian()).orElseThrow().open().entries()).isEmpty();
        var report = door.read(file.id()).orElseThrow();
        assertThat(report.written().stream().map(Entry::json).toList().toString())
                .contains(REPORTED)
                .doesNotContain(FIRST, SECOND, THIRD, INVESTIGATED);
    }

    @Test
    void a_pupils_story_is_shown_as_somebody_has_decided_and_not_before() {
        concluded();
        UUID plan = plan(town.pupil());
        assertThat(told(plan, town.guardian())).singleElement().satisfies(story -> {
            assertThat(story.decided()).isFalse();
            assertThat(story.text()).isEmpty();
        });

        done(deciding(town.pupil()), "visibility", "part", "shownText", "Hun vil ha noen å leke med.",
                "otherGuardians[0].otherGuardian", "" + otherGuardian, "otherGuardians[0].otherVisibility", "withheld");
        assertThat(told(plan, town.guardian()).get(0).text()).isEqualTo("Hun vil ha noen å leke med.");
        assertThat(told(plan, otherGuardian)).as("nothing tells that there is a story").isEmpty();
        assertThat(told(plan(town.other()), secondGuardian).get(0).decided()).as("another pupil's is another's").isFalse();

        assertThat(again(principal(), town.pupil())).isTrue();
        assertThat(again(principal(), town.pupil())).as("asked already").isFalse();
        assertThat(told(plan, otherGuardian)).as("the former decision holds until then").isEmpty();
        done(deciding(town.pupil()), "visibility", "shown");
        assertThat(told(plan, otherGuardian).get(0).text()).isEqualTo(FIRST);
        assertThat(told(plan, town.guardian()).get(0).whole()).isTrue();

        UUID talk = talk(FIRST);
        assertThat(marks.keepBack(principal(), file.id(), talk, true, Set.of())).isTrue();
        assertThat(told(plan, town.guardian())).as("«Ikke gi videre» is stronger than a decision").isEmpty();
    }

    @Test
    void what_is_not_to_be_passed_on_is_read_by_its_writer_and_the_leadership() {
        UUID talk = talk(SECOND);
        assertThat(marks.keepBack(towns.reader(town.teacher()), file.id(), talk, true, Set.of()))
                .as("neither wrote it nor leads").isFalse();
        assertThat(marks.keepBack(towns.reader(assistant), file.id(), talk, true, Set.of())).isTrue();
        assertThat(texts(open(towns.reader(town.social())))).contains(FIRST).doesNotContain(SECOND);
        for (long reads : List.of(assistant, town.principal(), town.deputy())) {
            assertThat(texts(open(towns.reader(reads)))).contains(SECOND);
        }
        assertThat(marks.keepBack(principal(), file.id(), talk, true, Set.of(town.social(), town.teacher()))).isTrue();
        assertThat(texts(open(towns.reader(town.social())))).contains(SECOND);
        assertThat(texts(open(towns.reader(town.teacher())))).as("a name in the mark opens no other pupil").doesNotContain(SECOND);
        assertThat(marks.keepBack(principal(), file.id(), talk, false, Set.of())).isTrue();
        assertThat(texts(open(towns.reader(town.social())))).contains(SECOND);
    }

    @Test
    void a_pupil_who_wants_to_be_asked_first_keeps_the_talk_back_at_once() {
        CaseFile one = reported();
        done(one, "read-report");
        done(one, "hear-pupil", "pupilWords", "bare mellom oss", "mayShareWith", "nobody");
        assertThat(texts(gate.open(towns.reader(town.social()), one.id(), Part.CONTENT).orElseThrow())).doesNotContain("mellom oss");
        assertThat(texts(gate.open(principal(), one.id(), Part.CONTENT).orElseThrow())).contains("mellom oss");
    }

    @Test
    void the_case_page_marks_an_entry_and_the_guardians_page_says_what_is_decided() {
        concluded();
        try (StaffBrowser leader = StaffBrowser.of(Browser.laptop(false), port, towns, town.principal())) {
            leader.go("/cases/" + file.reference() + "/entries/" + talk(THIRD) + "/mark");
            Browser.checkPage(leader.page);
            assertThat(leader.text()).contains("Ikke gi videre", "Snakk med eleven: Tredje " + town.tag());
            leader.page.getByLabel("Sosiallærer " + town.tag()).check();
            leader.press("Merk");
            assertThat(leader.text()).contains("Notatet er merket «Ikke gi videre».");
            leader.page.locator("#entry-" + talk(THIRD) + " summary").click();
            assertThat(leader.text()).contains("Bare den som skrev det, ledelsen og Sosiallærer " + town.tag() + " ser det.");
            Browser.checkPage(leader.page);
            leader.go("/tasks/" + deciding(town.pupil()).taskId());
            Browser.checkPage(leader.page);
            assertThat(leader.text()).contains(FIRST, "Hva er best for eleven, og hvorfor?");
        }
        String link = links.issue(LinkPurpose.MY_PLAN, plan(town.pupil()), town.guardian(), Duration.ofDays(1));
        try (BrowserContext phone = Browser.phone(false)) {
            Page page = phone.newPage();
            page.navigate("http://localhost:" + port + link.substring(link.indexOf("/l/")));
            page.locator("form button").first().click();
            assertThat(page.locator("main").innerText()).doesNotContain(FIRST);
            page.getByLabel("Koden i e-posten").fill(mail.code("foresatt." + town.tag() + "@town.example"));
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Åpne planen")).click();
            assertThat(page.locator("main").innerText()).contains("Ikke avgjort.").doesNotContain(FIRST);
            done(deciding(town.pupil()), "visibility", "shown");
            page.navigate("http://localhost:" + port + "/min-plan");
            assertThat(page.locator("main").innerText())
                    .contains("Dette er barnets egne ord.", FIRST)
                    .doesNotContain(SECOND, THIRD, INVESTIGATED, "Annen " + town.tag());
            Browser.checkPage(page);
        }
    }

    @Test
    void a_closed_lane_is_seen_by_those_who_are_named_in_it() {
        UUID talk = talk(THIRD);
        transaction.executeWithoutResult(t -> {
            cases.closeEntryToLane(file.id(), talk, "health-service");
            cases.nameInLane(file.id(), "health-service", town.social());
        });
        assertThat(texts(open(principal()))).contains(FIRST).doesNotContain(THIRD);
        assertThat(texts(open(towns.reader(town.social())))).contains(THIRD);
        transaction.executeWithoutResult(t -> cases.closeToLane(file.id(), "health-service"));
        assertThat(gate.open(principal(), file.id(), Part.CONTENT)).isEmpty();
        assertThat(gate.allows(towns.reader(town.auditor()), file.id(), Part.HISTORY)).isFalse();
        assertThat(queries.count(principal(), null, file.reference())).isZero();
        assertThat(queries.count(towns.reader(town.social()), null, file.reference())).isEqualTo(1);
        transaction.executeWithoutResult(t -> cases.leaveLane(file.id(), "health-service", town.social()));
        assertThat(gate.open(towns.reader(town.social()), file.id(), Part.CONTENT)).isEmpty();
    }

    @Test
    void with_18_years_what_guardians_could_see_is_over() {
        concluded();
        UUID plan = plan(town.pupil());
        Reader guardian = new Reader(town.guardian(), "", Set.of(
                "plan-link:" + file.id(), "guardian:" + town.guardian(), "child:" + party(town.pupil())));
        assertThat(gate.allows(guardian, file.id(), Part.OWN_PLAN)).isTrue();
        jdbc.sql("update person set birth_date = '2008-11-23' where id = ?").param(town.pupil()).update();
        assertThat(gate.allows(guardian, file.id(), Part.OWN_PLAN)).isFalse();
        assertThat(families.open(plan, town.guardian())).isEmpty();
        assertThat(door.read(file.id())).as("a guardian's report about them").isEmpty();
    }

    // --- what the stories are told with

    private void concluded() {
        all(file, "inform-guardians");
        done(file, "investigate", "surroundings", INVESTIGATED);
        done(file, "conclude", "safe", "no", "plan", "yes");
        all(file, "write-plan");
    }

    private Reader principal() {
        return towns.reader(town.principal());
    }

    private OpenCase open(Reader reader) {
        return gate.open(reader, file.id(), Part.CONTENT).orElseThrow();
    }

    private List<Entry> entries(Reader reader, String form) {
        return open(reader).entries().stream().filter(e -> e.formId().equals(form)).toList();
    }

    private static String texts(OpenCase open) {
        return open.entries().stream().map(Entry::json).toList().toString();
    }

    private UUID talk(String word) {
        return entries(principal(), "hear-pupil").stream()
                .filter(e -> e.json().contains(word))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<ToldStory> told(UUID plan, long guardian) {
        return families.open(plan, guardian).orElseThrow().open().stories();
    }

    private UUID plan(long pupil) {
        return jdbc.sql("select id from plan where case_id = ? and pupil = ?")
                .params(file.id(), party(pupil))
                .query(UUID.class)
                .single();
    }

    private UUID party(long pupil) {
        return cases.parties(file.id()).stream()
                .filter(p -> Long.valueOf(pupil).equals(p.personId()) && p.isPupil())
                .findFirst()
                .orElseThrow()
                .id();
    }

    private TaskRow hearing(long pupil) {
        return about(pupil, "hear-pupil");
    }

    private TaskRow deciding(long pupil) {
        return about(pupil, "decide-visibility");
    }

    private TaskRow about(long pupil, String task) {
        return tasks.ofCase(file.id()).stream()
                .filter(t -> t.open() && t.taskKey().equals(task) && party(pupil).equals(t.pupil()))
                .findFirst()
                .orElseThrow();
    }

    private boolean again(Reader reader, long pupil) {
        return stories.decideAgain(reader, file.id(), party(pupil));
    }
}
