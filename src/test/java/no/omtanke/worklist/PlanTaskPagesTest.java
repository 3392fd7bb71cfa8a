package no.omtanke.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import no.omtanke.Browser;
import no.omtanke.OmtankeTest;
import no.omtanke.StaffBrowser;
import no.omtanke.Story;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.casefile.CaseFile;
import no.omtanke.process.TaskRow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What stands beside the forms of a plan and of a measure. */
@OmtankeTest
class PlanTaskPagesTest {

    @Autowired
    Story story;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @LocalServerPort
    int port;

    @Test
    void each_task_of_a_plan_shows_what_one_must_know() {
        time.startAt("2026-11-23T10:00");
        Town town = towns.found();
        CaseFile file = inForce(town);

        TaskRow measure = story.open(file, "do-measure");
        try (StaffBrowser helper = StaffBrowser.of(Browser.phone(true), port, towns, town.social())) {
            helper.go("/tasks");
            assertThat(helper.page.locator("a[href*='/cases/']").count()).as("no way into the case").isZero();
            helper.go("/tasks/" + measure.taskId());
            assertThat(helper.text())
                    .contains("En voksen er ute ved fotballbanen")
                    .doesNotContain("stenger henne ute", "Hun blir stengt ute", file.reference(), "Fordi det skjer der", "Lagre og");
            Browser.checkPage(helper.page);
            Browser.picture(helper.page, "staff-do-measure-phone");
            helper.choose("done", "yes");
            helper.press("Send og fullfør");
            assertThat(helper.text()).contains("Sendt");
        }
        try (StaffBrowser principal = StaffBrowser.of(Browser.laptop(false), port, towns, town.principal())) {
            principal.go("/tasks?tab=waiting");
            assertThat(principal.text()).contains("Venter på foresatt");
            principal.go("/cases/" + file.reference());
            assertThat(principal.text()).contains("Venter på foresatt");
            principal.go("/tasks/" + story.open(file, "hear-pupil-plan").taskId());
            assertThat(principal.text()).contains("Les dette høyt for eleven", "Jeg har noen å være sammen med.");
            Browser.checkPage(principal.page);
            story.does(town.teacher(), file, "hear-pupil-plan", Map.of(
                    "heard", "yes", "talkedWhen", "2026-11-23", "pupilWords", "Jeg vil ha noen å være sammen med.",
                    "readAloud", "true", "pupilAgrees", "yes"));
            time.passTo("2026-11-26T08:00");
            principal.go("/tasks/" + story.open(file, "approve-provisional-plan").taskId());
            assertThat(principal.text())
                    .contains("Planen kan ikke godkjennes ennå. Planen mangler dato for evaluering.", "Hun blir stengt ute",
                            "Jeg vil ha noen å være sammen med.", "Gjort 1 av");
            Browser.checkPage(principal.page);
            Browser.picture(principal.page, "staff-approve-plan");
        }
        story.does(town.principal(), file, "approve-provisional-plan", Map.of("approved", "no", "changesNeeded", "Dato."));
        try (StaffBrowser teacher = StaffBrowser.of(Browser.laptop(false), port, towns, town.teacher())) {
            teacher.go("/tasks/" + story.open(file, "revise-plan").taskId());
            assertThat(teacher.text()).contains("Vi har hentet teksten fra forrige plan.", "Lovet og gjort");
            assertThat(teacher.page.inputValue("[name=problem]")).isEqualTo("Hun blir stengt ute.");
            assertThat(teacher.page.inputValue("[name='planMeasures[0].planWhat']")).startsWith("En voksen er ute");
            Browser.checkPage(teacher.page);
            Browser.picture(teacher.page, "staff-revise-plan");
        }
    }

    private CaseFile inForce(Town town) {
        CaseFile file = story.guardianReports(town, Map.of());
        time.settle();
        story.does(town.principal(), file, "read-report", Map.of(
                "pupil", String.valueOf(town.pupil()),
                "accused", "pupil",
                "responsible", String.valueOf(town.teacher()),
                "principalKnew", "2026-11-23"));
        time.settle();
        story.does(town.teacher(), file, "immediate-measures", Map.of(
                "measures[0].measureWhat", "En voksen følger med.",
                "measures[0].measureWho", String.valueOf(town.teacher()),
                "measures[0].measureFrom", "2026-11-24",
                "pupilAgrees", "good",
                "provisional", "yes"));
        time.settle();
        Map<String, String> plan = new HashMap<>(Map.of(
                "problem", "Hun blir stengt ute.",
                "pupilGoal", "Jeg har noen å være sammen med.",
                "planMeasures[0].planWhat", "En voksen er ute ved fotballbanen i hvert friminutt.",
                "planMeasures[0].planWhy", "Fordi det skjer der.",
                "planMeasures[0].planTarget", "environment",
                "planMeasures[0].planFrom", "2026-11-23",
                "planMeasures[0].planTo", "2026-12-18",
                "planMeasures[0].planWho", String.valueOf(town.social()),
                "planMeasures[0].planOften", "daily",
                "provisional", "yes"));
        story.does(town.teacher(), file, "write-plan", plan);
        time.settle();
        return file;
    }
}
