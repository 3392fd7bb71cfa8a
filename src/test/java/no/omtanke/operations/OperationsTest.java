package no.omtanke.operations;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.omtanke.Browser;
import no.omtanke.OmtankeTest;
import no.omtanke.Story;
import no.omtanke.TestMail;
import no.omtanke.TestTime;
import no.omtanke.TestTown.Town;
import no.omtanke.TestTown;
import no.omtanke.access.Actor;
import no.omtanke.access.Actors;
import no.omtanke.access.Lane;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.NewCase;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.organization.Role;
import no.omtanke.process.Unattended;
import no.omtanke.signin.Accounts;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

@OmtankeTest
class OperationsTest {

    private static final String PASSWORD = "en lang setning som passord";

    @Autowired
    Story story;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    TestMail mail;

    @Autowired
    Accounts accounts;

    @Autowired
    DirectoryRegister register;

    @Autowired
    Unattended unattended;

    @Autowired
    CaseFiles cases;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    RuntimeService engine;

    @LocalServerPort
    int port;

    @Test
    void a_mail_that_does_not_leave_shows_at_once_and_can_be_tried_again() {
        time.startAt("2026-11-23T10:00");
        Town town = towns.found();
        LocalDate longAgo = LocalDate.of(2020, 8, 1);
        long operator = register.addPerson("Drift", town.tag(), "drift." + town.tag() + "@town.example", null, null, "nb");
        register.giveRole(operator, Role.OPERATOR, null, false, longAgo, null);
        towns.leave(town.principal(), Role.LEADERSHIP, town.school(), longAgo);
        towns.leave(town.deputy(), Role.LEADERSHIP, town.school(), longAgo);
        mail.stop();
        boolean down = true;
        CaseFile file = story.guardianReports(town, Map.of());
        try (BrowserContext browser = Browser.laptop(false)) {
            time.settle();
            Page page = signIn(browser, operator);
            var row = page.locator("tr:has-text('" + file.id() + "'):has-text('send-receipt')");
            assertThat(row.textContent()).contains("11", "ConnectException");
            assertThat(page.textContent("main")).contains("Skole " + town.tag(), "PostgreSQL 17", "Camunda 7.24");
            assertThat(page.textContent("main")).doesNotContain(file.reference(), "Elev " + town.tag(), "foresatt.");
            assertThat(page.textContent("section[aria-labelledby=unattended]")).doesNotContain(file.reference());
            Browser.checkPage(page);
            Browser.picture(page, "operations-1280");
            page.setViewportSize(390, 844);
            Browser.picture(page, "operations-390");

            mail.start();
            down = false;
            row.locator("button").click();
            assertThat(page.textContent("[role=status]")).contains("prøves igjen nå");
            time.settle();
            page.reload();
            assertThat(row.count()).isZero();
            assertThat(mail.to("foresatt." + town.tag() + "@hjemme.example")).hasSize(1);
        } finally {
            if (down) {
                mail.start();
            }
        }
    }

    @Test
    void a_case_that_nobody_would_come_back_to_is_counted_by_its_number_and_one_in_a_closed_lane_without() throws Exception {
        time.startAt("2026-11-23T10:00");
        Town town = towns.found();
        CaseFile file = story.guardianReports(town, Map.of());
        time.settle();
        CaseFile closed = transactions.execute(t -> cases.openInLane(
                        new NewCase(
                                "child-protection-report", "S", town.school(), "staff", null, "nb", "none", false, false, "confirmed",
                                UUID.randomUUID()),
                        Lane.CHILD_PROTECTION,
                        List.of(town.teacher()))
                .file());
        Unattended.Count before = unattended.count();
        assertThat(before.references()).doesNotContain(file.reference(), closed.reference());
        assertThat(before.closed()).isPositive();
        engine.createProcessInstanceQuery()
                .processInstanceBusinessKey(file.id().toString())
                .rootProcessInstances()
                .list()
                .forEach(p -> engine.deleteProcessInstance(p.getId(), "lost", false, true));
        Reader operator = new Reader(0, "", Set.of("operator"));
        Unattended.Count after = Actors.as(Actor.of(operator), unattended::count);
        assertThat(after.references()).contains(file.reference()).doesNotContain(closed.reference());
        assertThat(after.closed()).as("also as seen by the operator").isEqualTo(before.closed());
        transactions.executeWithoutResult(t -> List.of(file, closed).forEach(one -> cases.close(one.id())));
    }

    private Page signIn(BrowserContext browser, long person) {
        accounts.create(person, "person" + person, PASSWORD);
        Page page = browser.newPage();
        page.navigate("http://localhost:" + port + "/signin");
        page.fill("#username", "person" + person);
        page.fill("#password", PASSWORD);
        page.click("main button[type=submit]");
        assertThat(page.url()).as(page.textContent("body")).endsWith("/operations");
        return page;
    }
}
