package no.omtanke.operations;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import no.omtanke.Browser;
import no.omtanke.OmtankeTest;
import no.omtanke.Story;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.casefile.CaseFile;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.organization.Role;
import no.omtanke.process.TaskRow;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** From the operator's page to Cockpit, and from Tasklist to our task page. */
@OmtankeTest
class WebappsJourneyTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 8, 1);

    @Autowired
    Story story;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    DirectoryRegister register;

    @Autowired
    ProcessEngine engine;

    @LocalServerPort
    int port;

    private Town town;
    private CaseFile file;

    // Another program of the same run takes the engine's name in the applications' register, and away when it ends.
    @BeforeEach
    void aCase() {
        ProcessEngines.registerProcessEngine(engine);
        time.startAt("2026-11-23T10:00");
        town = towns.found();
        file = story.guardianReports(town, Map.of());
        time.settle();
    }

    @Test
    void an_operator_finds_cockpit_and_sees_no_content() {
        long operator = register.addPerson("Drift", town.tag(), "drift." + town.tag() + "@town.example", null, null, "nb");
        register.giveRole(operator, Role.OPERATOR, null, false, LONG_AGO, null);
        try (BrowserContext browser = Browser.laptop(true)) {
            Page page = signedIn(browser, operator);
            List<String> refused = refusals(page);
            page.click("text=Åpne Camunda Cockpit");
            page.waitForSelector("text=Running Process Instances");
            assertThat(page.url()).contains("/camunda/app/cockpit/default/");
            Browser.picture(page, "cockpit-1280");
            String run = engine.getRuntimeService().createProcessInstanceQuery()
                    .processInstanceBusinessKey(file.id().toString())
                    .processDefinitionKey("school-environment")
                    .singleResult()
                    .getId();
            page.navigate(base() + "/camunda/app/cockpit/default/#/process-instance/" + run + "/runtime");
            page.waitForSelector("td:has-text('caseId')");
            page.waitForSelector(".djs-container");
            Browser.picture(page, "cockpit-instance-1280");
            assertThat(page.textContent("body")).contains(file.id().toString())
                    .doesNotContain("Elev " + town.tag(), "Foresatt " + town.tag(), "stenger henne ute");
            assertThat(refused).isEmpty();
            page.navigate(base() + "/tasks/open?taskId=" + task().taskId());
            String theirs = page.textContent("main");
            page.navigate(base() + "/tasks/open?taskId=no-such-task");
            assertThat(page.textContent("main")).isEqualTo(theirs);
        }
        towns.forget(town);
    }

    @Test
    void tasklist_leads_to_our_task_page() {
        // In a small municipality the one who keeps the program running may lead a school as well.
        register.giveRole(town.principal(), Role.OPERATOR, null, false, LONG_AGO, null);
        try (BrowserContext browser = Browser.laptop(true)) {
            Page page = signedIn(browser, town.principal());
            List<String> refused = refusals(page);
            page.navigate(base() + "/camunda/app/tasklist/default/#/?task=" + task().taskId());
            Locator link = page.locator("a[href*='/tasks/open']");
            link.waitFor();
            Browser.picture(page, "tasklist-1280");
            assertThat(link.getAttribute("href")).contains("taskId=" + task().taskId(), "callbackUrl=");
            assertThat(refused).isEmpty();
            link.click();
            page.waitForURL("**/tasks/" + task().taskId() + "**");
            assertThat(page.textContent("h1")).contains("Les meldingen");
        }
        register.endRole(town.principal(), Role.OPERATOR, null, LONG_AGO);
        towns.forget(town);
    }

    private TaskRow task() {
        return story.open(file, "read-report");
    }

    /** What of the applications' own requests our doors refuse. */
    private static List<String> refusals(Page page) {
        List<String> refused = new ArrayList<>();
        page.onResponse(answer -> {
            if (answer.status() >= 400) {
                refused.add(answer.request().method() + " " + answer.url() + " " + answer.status());
            }
        });
        return refused;
    }

    private Page signedIn(BrowserContext browser, long person) {
        Page page = browser.newPage();
        page.navigate(base() + "/signin");
        page.fill("#username", towns.account(person));
        page.fill("#password", TestTown.PASSWORD);
        page.click("main button[type=submit]");
        assertThat(page.url()).as(page.textContent("body")).endsWith("/operations");
        return page;
    }

    private String base() {
        return "http://localhost:" + port;
    }
}
