package no.omtanke.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import no.omtanke.Browser;
import no.omtanke.OmtankeTest;
import no.omtanke.StaffBrowser;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.WebSession;
import no.omtanke.calendar.ClosureKind;
import no.omtanke.calendar.ClosureRegister;
import no.omtanke.calendar.PlannedClosure;
import no.omtanke.calendar.SchoolClosure;
import no.omtanke.calendar.SchoolDays;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.organization.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator keeps a school's calendar. What that does to running dates stands in {@code CalendarAndDatesTest}. */
@OmtankeTest
class CalendarTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 8, 1);
    private static final LocalDate LAST = LocalDate.of(2027, 7, 31);

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    DirectoryRegister register;

    @Autowired
    ClosureRegister closures;

    @Autowired
    SchoolDays schoolDays;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    Town town;
    long administrator;

    @BeforeEach
    void aTown() {
        time.startAt("2026-11-23T10:00");
        town = towns.found();
        administrator = administrator("Admin");
        close("2026-08-01", "2026-08-16", "Sommerferie", ClosureKind.HOLIDAY);
        close("2026-10-05", "2026-10-09", "Høstferie", ClosureKind.HOLIDAY);
        close("2026-11-16", "2026-11-16", "Planleggingsdag", ClosureKind.PLANNING);
        close("2026-12-21", "2027-01-01", "Juleferie", ClosureKind.HOLIDAY);
        close("2027-02-22", "2027-02-26", "Vinterferie", ClosureKind.HOLIDAY);
        close("2027-03-22", "2027-03-29", "Påskeferie", ClosureKind.HOLIDAY);
        close("2027-06-19", "2027-07-31", "Sommerferie", ClosureKind.HOLIDAY);
    }

    @Test
    void the_journey_on_a_phone_without_script() {
        int before = count();
        try (StaffBrowser admin = StaffBrowser.of(Browser.phone(false), port, towns, administrator)) {
            admin.go("/administration");
            admin.page.locator("a:has-text('Skolerute')").click();
            Browser.checkPage(admin.page);
            admin.page.locator("a:has-text('Skole " + town.tag() + "')").click();
            assertThat(admin.text()).contains(before + " skoledager", "Høstferie", "Oktober 2026");
            assertThat(admin.page.locator("caption:has-text('Oktober 2026')").innerText()).contains("17 skoledager");
            Browser.checkPage(admin.page);
            Browser.picture(admin.page, "calendar-year-phone");

            admin.page.locator("a:has-text('Legg til dager uten skole')").click();
            admin.press("Se hva det gjør");
            assertThat(admin.text()).contains("Skriv hva det er", "Velg en dag");
            Browser.checkPage(admin.page);
            admin.page.fill("[name=name]", "Stengt på grunn av storm");
            admin.choose("kind", "closed");
            admin.page.fill("[name=from]", "2026-11-24");
            Browser.picture(admin.page, "calendar-closure-phone");
            admin.press("Se hva det gjør");
            assertThat(admin.text()).contains("Stengt på grunn av storm", "fra " + before + " til " + (before - 1));
            assertThat(count()).as("nothing is done yet").isEqualTo(before);
            Browser.checkPage(admin.page);
            Browser.picture(admin.page, "calendar-check-phone");
            admin.press("Endre skoleruta");
            assertThat(admin.text()).contains("Skoleruta er endret", (before - 1) + " skoledager");
            assertThat(count()).isEqualTo(before - 1);
            assertThat(schoolDays.isSchoolDay(town.school(), LocalDate.of(2026, 11, 24))).isFalse();
        }
        try (StaffBrowser admin = StaffBrowser.of(Browser.laptop(true), port, towns, administrator)) {
            admin.go(path());
            Browser.checkPage(admin.page);
            Browser.picture(admin.page, "calendar-year");
            admin.page.locator("a:has-text('Stengt på grunn av storm')").click();
            admin.press("Ta bort dagene");
            assertThat(admin.text()).contains("gjelder ikke lenger");
            admin.press("Endre skoleruta");
            assertThat(count()).isEqualTo(before);
            admin.go("/administration/calendar");
            assertThat(admin.text()).contains("La til: Skole " + town.tag(), "Tok bort: Skole " + town.tag(), "Admin " + town.tag());
            Browser.checkPage(admin.page);
            Browser.picture(admin.page, "calendar-start");
        }
        assertThat(jdbc.sql("select count(*) from school_closure where name = 'Stengt på grunn av storm' and school_id = ? and ended_by is not null")
                        .param(town.school())
                        .query(Integer.class)
                        .single())
                .as("what was in force is kept")
                .isOne();
    }

    @Test
    void too_few_days_are_a_warning_and_no_wall() {
        WebSession admin = session(administrator);
        assertThat(admin.get(path()).body()).doesNotContain("Det skal ha minst 190");
        add(admin, "Lang ferie", "2027-01-04", "2027-02-12");
        assertThat(count()).isLessThan(190);
        assertThat(admin.get(path()).body()).contains("Det skal ha minst 190");
    }

    @Test
    void what_is_wrong_is_said_beside_the_field_and_what_was_typed_stays() {
        WebSession admin = session(administrator);
        refused(admin, Map.of("name", "Baklengs", "kind", "holiday", "from", "2026-12-10", "to", "2026-12-09"), "samme dag som første dag");
        refused(admin, Map.of("name", "Dobbel", "kind", "holiday", "from", "2026-10-05", "to", "2026-10-09"), "ligger inne fra før: Høstferie");
        refused(admin, Map.of("name", "Halvt", "kind", "holiday", "from", "2026-10-09", "to", "2026-10-12"), "overlapper noe som ligger inne: Høstferie");
        refused(admin, Map.of("name", "Utenfor", "kind", "holiday", "from", "2019-10-09", "to", ""), "utenfor skoleårene");
        refused(admin, Map.of("name", "Altfor", "kind", "holiday", "from", "2027-01-04", "to", "2028-01-04"), "over 100 dager");
        refused(admin, Map.of("name", "Ikkedag", "kind", "holiday", "from", "31.02.2027", "to", ""), "Velg en dag");
        refused(admin, Map.of("name", "Slag", "kind", "vacation", "from", "2027-01-05", "to", ""), "Velg hva slags dag");
        refused(admin, Map.of("name", " ", "kind", "closed", "from", "2027-01-05", "to", ""), "Skriv hva det er");
    }

    @Test
    void of_two_administrators_the_second_is_told_who_was_first() {
        long other = administrator("Berit");
        WebSession first = session(administrator);
        WebSession second = session(other);
        String checked = look(second, "Stengt", "2026-12-01", "2026-12-01");
        add(first, "Vannlekkasje", "2026-12-02", "2026-12-02");
        var answer = second.postAll(path() + "/change", fields(checked));
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Ikke gjort. Admin " + town.tag() + " endret skoleruta", "Stengt");
        assertThat(schoolDays.isSchoolDay(town.school(), LocalDate.of(2026, 12, 1))).isTrue();
        assertThat(second.postAll(path() + "/change", fields(answer.body())).statusCode()).isEqualTo(302);
        assertThat(schoolDays.isSchoolDay(town.school(), LocalDate.of(2026, 12, 1))).isFalse();

        String correcting = second.post(closure("Vannlekkasje"), Map.of(
                "name", "Vannlekkasje", "kind", "closed", "from", "2026-12-02", "to", "2026-12-03", "action", "check")).body();
        assertThat(first.postAll(path() + "/change", fields(first.post(closure("Vannlekkasje"), Map.of("action", "remove")).body())).statusCode())
                .isEqualTo(302);
        var late = second.postAll(path() + "/change", fields(correcting));
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("Ikke gjort. Admin");
        assertThat(first.get(path() + "/closures/999999999").statusCode()).isEqualTo(404);
    }

    @Test
    void a_closure_is_corrected_by_a_new_row_and_never_overwritten() {
        WebSession admin = session(administrator);
        String checked = admin.post(closure("Høstferie"), Map.of(
                "name", "Høstferie", "kind", "holiday", "from", "2026-10-05", "to", "2026-10-12", "action", "check")).body();
        assertThat(admin.postAll(path() + "/change", fields(checked)).statusCode()).isEqualTo(302);
        assertThat(jdbc.sql("select to_date || ' ' || (ended_by is null) from school_closure where school_id = ? and name = 'Høstferie' order by id")
                        .param(town.school())
                        .query(String.class)
                        .list())
                .containsExactly("2026-10-09 false", "2026-10-12 true");
        for (String sql : List.of(
                "update school_closure set to_date = to_date + 1 where school_id = ?",
                "update school_closure set ended_by = null where school_id = ? and ended_by is not null",
                "delete from school_closure where school_id = ?")) {
            assertThatThrownBy(() -> jdbc.sql(sql).param(town.school()).update()).as(sql).hasMessageContaining("never overwritten");
        }
    }

    @Test
    void a_file_is_gone_through_event_by_event() {
        String file = file(
                event("Høstferie", "20261005", "20261010"),
                event("Vinterferie", "20270215", "20270220"),
                event("Planleggingsdag", "20270104", "20270105"),
                event("Elevfri", "20261221", "20261222"),
                event("Foreldremøte 6A", "20261201", "20261202"),
                event("Første dag etter ferien", "20270303", "20270304"),
                event("1. mai", "20270501", "20270502"),
                event("Høstferie", "20251006", "20251011"),
                event("Planleggingsdag", "20270104", "20270105"));
        try (StaffBrowser admin = StaffBrowser.of(Browser.phone(false), port, towns, administrator)) {
            admin.go(path());
            admin.page.locator("a:has-text('Hent fra en kalenderfil')").click();
            Browser.checkPage(admin.page);
            admin.press("Les fila");
            assertThat(admin.text()).contains("Velg en fil som ikke er tom");
            upload(admin, "skolerute.ics", file);
            assertThat(admin.text()).contains("ligger inne fra før", "utenfor skoleåret", "står to ganger i fila", "ingen skole uansett",
                    "Tatt med kommer det i stedet for: Vinterferie");
            assertThat(admin.page.locator("input[type=checkbox]:checked").count()).as("proposed: one changed, one new").isEqualTo(2);
            assertThat(admin.page.locator("input[type=checkbox]").count()).isEqualTo(5);
            Browser.checkPage(admin.page);
            Browser.picture(admin.page, "calendar-review-phone");
            admin.press("Se hva det gjør");
            assertThat(admin.text()).contains("Vinterferie", "Planleggingsdag").doesNotContain("Foreldremøte", "Elevfri");
            Browser.checkPage(admin.page);
            admin.press("Endre skoleruta");
            assertThat(admin.text()).contains("Skoleruta er endret");
        }
        assertThat(inForce()).contains("Vinterferie 2027-02-15 2027-02-19", "Planleggingsdag 2027-01-04 2027-01-04", "Juleferie 2026-12-21 2027-01-01")
                .noneMatch(line -> line.startsWith("Vinterferie 2027-02-22"));
        WebSession again = session(administrator);
        assertThat(again.attach(path() + "/file", Map.of(), "file", "skolerute.ics", file.getBytes(StandardCharsets.UTF_8)).body())
                .as("taken in once more there is nothing new")
                .contains("ligger inne fra før")
                .doesNotContain(">ny<", ">endret<");
    }

    @Test
    void a_file_that_cannot_be_read_says_where_and_one_that_is_none_says_so() {
        WebSession admin = session(administrator);
        String broken = file("BEGIN:VEVENT\nSUMMARY:Fri\nDTSTART;VALUE=DATE:16.11.2026\nEND:VEVENT\n");
        var answer = admin.attach(path() + "/file", Map.of(), "file", "rute.ics", broken.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Linje 6: DTSTART har en verdi vi ikke forstår");
        byte[] pdf = "%PDF-1.7\nnot a calendar".getBytes(StandardCharsets.UTF_8);
        assertThat(admin.attach(path() + "/file", Map.of(), "file", "rute.ics", pdf).body()).contains("ikke en kalenderfil");
        byte[] big = new byte[1024 * 1024 + 1];
        assertThat(admin.attach(path() + "/file", Map.of(), "file", "rute.ics", big).body()).contains("større enn 1 MB");
        assertThat(admin.attach(path() + "/file", Map.of(), "file", "rute.ics", "hei".getBytes(StandardCharsets.UTF_8)).statusCode()).isEqualTo(422);
    }

    @Test
    void what_is_chosen_from_a_file_is_judged_as_what_is_typed() {
        WebSession admin = session(administrator);
        var nothing = admin.post(path() + "/review", Map.of("from.0", "2027-01-05", "to.0", "2027-01-05", "name.0", "Fri", "kind.0", "closed"));
        assertThat(nothing.statusCode()).isEqualTo(422);
        assertThat(nothing.body()).contains("Velg minst én hendelse");
        var overlapping = admin.post(path() + "/review", Map.of(
                "from.0", "2027-01-05", "to.0", "2027-01-06", "name.0", "Fri", "kind.0", "closed", "take.0", "yes",
                "from.1", "2027-01-06", "to.1", "2027-01-07", "name.1", "Storm", "kind.1", "closed", "take.1", "yes"));
        assertThat(overlapping.statusCode()).isEqualTo(422);
        assertThat(overlapping.body()).contains("overlapper noe annet du har valgt", "Storm");
    }

    private void refused(WebSession admin, Map<String, String> said, String message) {
        var answer = admin.post(path() + "/closures/new", said);
        assertThat(answer.statusCode()).as(message).isEqualTo(422);
        assertThat(answer.body()).contains(message).contains("value=\"" + said.get("from") + "\"");
    }

    private String look(WebSession admin, String name, String from, String to) {
        return admin.post(path() + "/closures/new", Map.of("name", name, "kind", "closed", "from", from, "to", to, "action", "check")).body();
    }

    private void add(WebSession admin, String name, String from, String to) {
        assertThat(admin.postAll(path() + "/change", fields(look(admin, name, from, to))).statusCode()).isEqualTo(302);
    }

    private static List<String> fields(String page) {
        return CalendarPage.fields(page);
    }

    private void upload(StaffBrowser admin, String name, String text) {
        admin.page.setInputFiles("[name=file]", new FilePayload(name, "text/calendar", text.getBytes(StandardCharsets.UTF_8)));
        admin.press("Les fila");
    }

    private static String file(String... events) {
        return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Solvik//Skolerute//NO\n" + String.join("", events) + "END:VCALENDAR\n";
    }

    private static String event(String name, String from, String end) {
        return "BEGIN:VEVENT\nSUMMARY:" + name + "\nDTSTART;VALUE=DATE:" + from + "\nDTEND;VALUE=DATE:" + end + "\nEND:VEVENT\n";
    }

    private List<String> inForce() {
        return closures.between(town.school(), FIRST, LAST).stream()
                .map(c -> c.name() + " " + c.from() + " " + c.to())
                .toList();
    }

    private String closure(String name) {
        SchoolClosure one = closures.between(town.school(), FIRST, LAST).stream().filter(c -> c.name().equals(name)).findFirst().orElseThrow();
        return path() + "/closures/" + one.id();
    }

    private void close(String from, String to, String name, ClosureKind kind) {
        closures.close(town.school(), new PlannedClosure(LocalDate.parse(from), LocalDate.parse(to), name, kind));
    }

    private int count() {
        return schoolDays.count(town.school(), FIRST, LAST);
    }

    private long administrator(String name) {
        long person = register.addPerson(name, town.tag(), name.toLowerCase() + "." + town.tag() + "@town.example", null, null, "nb");
        register.giveRole(person, Role.ADMINISTRATOR, null, false, LocalDate.of(2020, 1, 1), null);
        return person;
    }

    private WebSession session(long person) {
        return WebSession.of(port, towns.account(person));
    }

    private String path() {
        return "/administration/calendar/skole-" + town.tag() + "/2026";
    }
}
