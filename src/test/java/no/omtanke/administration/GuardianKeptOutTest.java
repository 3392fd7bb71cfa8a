package no.omtanke.administration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import no.omtanke.Browser;
import no.omtanke.OmtankeTest;
import no.omtanke.StaffBrowser;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.attacks.Client;
import no.omtanke.organization.Directory;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.organization.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator keeps a guardian out, and lets them in again. What that does to links stands in {@code LinkEndsTest}. */
@OmtankeTest
class GuardianKeptOutTest {

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    Directory directory;

    @Autowired
    DirectoryRegister register;

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
    void the_journey() {
        try (StaffBrowser admin = StaffBrowser.of(Browser.laptop(true), port, towns, administrator)) {
            admin.go("/administration/schools/skole-" + town.tag());
            admin.page.locator("a:has-text('Elever og foresatte')").click();
            Browser.checkPage(admin.page);
            admin.page.locator("summary:has-text('6A: 3 elever')").click();
            Browser.picture(admin.page, "administration-pupils");
            admin.page.locator("a:has-text('Elev " + town.tag() + "')").click();
            assertThat(admin.text()).contains("Foresatte til Elev", "Foresatt " + town.tag(), "Er foresatt");
            assertThat(admin.page.title()).doesNotContain(town.tag());
            Browser.checkPage(admin.page);
            admin.press("Steng ute");
            assertThat(admin.text()).contains("Gjort. Det gjelder fra nå.", "Stengt ute", "stengt ute", "Admin " + town.tag());
            assertThat(directory.guardiansOf(town.pupil())).isEmpty();
            assertThat(directory.pupilsOf(town.guardian())).isEmpty();
            Browser.checkPage(admin.page);
            Browser.picture(admin.page, "administration-guardian");
        }
        try (StaffBrowser phone = StaffBrowser.of(Browser.phone(false), port, towns, administrator)) {
            phone.go(page(town.pupil()));
            Browser.picture(phone.page, "administration-guardian-phone");
            phone.press("Slipp inn igjen");
            assertThat(phone.text()).contains("Det noen har lest, kan ikke tas tilbake");
            Browser.checkPage(phone.page);
            Browser.picture(phone.page, "administration-guardian-check");
            assertThat(directory.guardiansOf(town.pupil())).as("only after the check").isEmpty();
            phone.press("Slipp inn igjen");
            assertThat(phone.text()).contains("Er foresatt", "sluppet inn igjen");
            assertThat(guardians()).containsExactly(town.guardian());
        }
    }

    @Test
    void lost_responsibility_and_ended_guardianship_are_restored_by_the_same_door() {
        Client admin = Client.of(port, towns.account(administrator));
        for (String out : List.of("lose-responsibility", "end")) {
            change(admin, out, "");
            assertThat(guardians()).as(out).isEmpty();
            change(admin, "restore", "yes");
            assertThat(guardians()).as("restored after " + out).containsExactly(town.guardian());
        }
        assertThat(admin.get(page(town.pupil())).body())
                .contains("ikke lenger foreldreansvar", "ikke lenger foresatt", "foreldreansvar igjen");
    }

    @Test
    void a_block_outlasts_responsibility_that_is_given_again() {
        register.blockGuardian(town.guardian(), town.pupil(), true);
        register.restoreGuardian(town.guardian(), town.pupil(), LocalDate.of(2026, 11, 23));
        assertThat(guardians()).isEmpty();
    }

    @Test
    void whoever_comes_second_is_told_and_nothing_is_done_twice() {
        Client admin = Client.of(port, towns.account(administrator));
        change(admin, "block", "");
        var second = change(admin, "block", "");
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.body()).contains("Noen var før deg");
        assertThat(admin.get(page(town.pupil())).body().split("stengt ute", -1)).hasSize(2);
    }

    @Test
    void nobody_decides_about_themselves_nor_by_another_schools_address() {
        register.addGuardian(administrator, town.other(), true, LocalDate.of(2020, 1, 1), null);
        register.blockGuardian(administrator, town.other(), true);
        Client admin = Client.of(port, towns.account(administrator));
        var self = admin.post(
                page(town.other()), Map.of("guardian", administrator, "action", "unblock", "sure", "yes"));
        assertThat(self.statusCode()).isEqualTo(404);
        assertThat(directory.guardiansOf(town.other())).isEmpty();
        assertThat(admin.get(page(town.other())).body()).doesNotContain("value=\"unblock\"");
        Town elsewhere = towns.found();
        assertThat(admin.get("/administration/schools/skole-" + elsewhere.tag() + "/pupils/" + town.pupil()).statusCode())
                .isEqualTo(404);
        assertThat(change(admin, "delete", "yes").statusCode()).isEqualTo(404);
    }

    @Test
    void neither_the_schools_leadership_nor_a_teacher_gets_there() {
        for (long person : List.of(town.principal(), town.teacher(), town.owner(), town.auditor())) {
            Client staff = Client.of(port, towns.account(person));
            assertThat(Stream.of(
                            staff.get(page(town.pupil())).statusCode(),
                            change(staff, "block", "").statusCode()))
                    .as("person " + person)
                    .containsOnly(403);
        }
        assertThat(guardians()).containsExactly(town.guardian());
    }

    private java.net.http.HttpResponse<String> change(Client who, String action, String sure) {
        return who.post(page(town.pupil()), Map.of("guardian", town.guardian(), "action", action, "sure", sure));
    }

    private List<Long> guardians() {
        return directory.guardiansOf(town.pupil()).stream().map(g -> g.person().id()).toList();
    }

    private String page(long pupil) {
        return "/administration/schools/skole-" + town.tag() + "/pupils/" + pupil;
    }
}
