package no.omtanke.stories;

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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A plan from the principal's approval to its second version, as each of them sees it on their own screen. */
@OmtankeTest
class PlanThroughDoorsTest {

    @Autowired
    Story story;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @LocalServerPort
    int port;

    private Town town;
    private CaseFile file;

    @Test
    void approved_done_evaluated_and_revised() {
        time.startAt("2026-11-23T10:00");
        town = towns.found();
        file = drafted();
        principalApproves();
        time.passTo("2026-11-26T09:00");
        ownerLogsOnAPhone();
        time.passTo("2026-11-30T09:00");
        theSchoolEvaluates();
        time.settle();
        teacherRevises();
    }

    private void principalApproves() {
        try (StaffBrowser principal = StaffBrowser.of(Browser.laptop(true), port, towns, town.principal())) {
            principal.go("/tasks/" + story.open(file, "approve-plan").taskId());
            assertThat(principal.text()).contains("Vi finner ingenting som mangler.", "Jeg vil ikke være alene ute.", "fotballbanen");
            principal.choose("approved", "yes");
            principal.press("Send og fullfør");
            assertThat(principal.text()).contains("Sendt");
            time.settle();
            principal.go("/cases/" + file.reference() + "/plan");
            assertThat(principal.text()).contains("gjelder nå", "Aktivitetsplan, versjon 1", "fotballbanen");
            Browser.picture(principal.page, "plan-in-force");
        }
    }

    private void ownerLogsOnAPhone() {
        try (StaffBrowser owner = StaffBrowser.of(Browser.phone(false), port, towns, town.social())) {
            owner.go("/today");
            assertThat(owner.text()).contains("Vær ved fotballbanen i storefri.").doesNotContain("stengt ute", file.reference());
            owner.go("/tasks");
            owner.page.locator(".wl-task h2 a").first().click();
            assertThat(owner.text()).contains("fotballbanen").doesNotContain("stengt ute");
            owner.choose("done", "no");
            owner.press("Send og fullfør");
            assertThat(owner.text()).as("why not is asked").contains("Hvorfor");
            owner.page.fill("[name=whyNot]", "Jeg hadde vakt et annet sted.");
            owner.press("Send og fullfør");
            assertThat(owner.text()).contains("Sendt");
        }
        try (StaffBrowser principal = StaffBrowser.of(Browser.laptop(true), port, towns, town.principal())) {
            principal.go("/cases/" + file.reference() + "/plan");
            assertThat(principal.text()).contains("ikke gjort");
            principal.go("/cases/" + file.reference());
            assertThat(principal.text()).as("the daily log stands with the plan").doesNotContain("Jeg hadde vakt et annet sted.");
        }
    }

    private void theSchoolEvaluates() {
        story.does(town.teacher(), file, "ask-pupil", Map.of("asked", "yes", "pupilSafe", "2", "whatHelped", "Når han var der."));
        time.settle();
        try (StaffBrowser owner = StaffBrowser.of(Browser.laptop(true), port, towns, town.social())) {
            owner.go("/tasks/" + story.open(file, "evaluate-measure").taskId());
            assertThat(owner.text()).contains("fotballbanen").doesNotContain("Når han var der.");
            owner.choose("carriedOut", "partly");
            owner.page.fill("[name=measureEffect]", "Færre er alene når en voksen er der.");
            owner.choose("goOn", "change");
            owner.press("Send og fullfør");
            assertThat(owner.text()).contains("Sendt");
        }
        time.passTo("2026-12-02T16:00");
        try (StaffBrowser principal = StaffBrowser.of(Browser.laptop(true), port, towns, town.principal())) {
            principal.go("/tasks/" + story.open(file, "evaluate-plan").taskId());
            assertThat(principal.text()).contains("Når han var der.", "Færre er alene");
            Browser.checkPage(principal.page);
            Browser.picture(principal.page, "evaluate-plan");
            principal.choose("safe", "yes");
            principal.page.fill("[name=judgement]", "Eleven sier selv at det er utrygt.");
            principal.choose("outcome", "end");
            principal.press("Send og fullfør");
            assertThat(principal.text()).as("the pupil's word decides").contains("Eleven sier at det er utrygt");
            principal.choose("safe", "no");
            principal.choose("outcome", "revise");
            principal.press("Send og fullfør");
            assertThat(principal.text()).contains("Sendt");
        }
    }

    private void teacherRevises() {
        try (StaffBrowser teacher = StaffBrowser.of(Browser.laptop(true), port, towns, town.teacher())) {
            teacher.go("/tasks/" + story.open(file, "revise-plan").taskId());
            assertThat(teacher.text()).contains("Juster planen", "Når han var der.", "Vi har hentet teksten fra forrige plan.");
            teacher.page.fill("[name='planMeasures[0].planWhat']", "To voksne er ved fotballbanen i storefri hver dag.");
            teacher.page.fill("[name=evaluation]", "2026-12-09");
            teacher.press("Send og fullfør");
            assertThat(teacher.text()).contains("Sendt");
            time.settle();
            teacher.go("/cases/" + file.reference() + "/plan");
            assertThat(teacher.text()).contains("Versjon 2 er et utkast", "En voksen er ved fotballbanen");
            assertThat(teacher.page.content()).as("the draft is folded").contains("To voksne er ved fotballbanen");
            Browser.checkPage(teacher.page);
            Browser.picture(teacher.page, "plan-revised");
        }
    }

    private CaseFile drafted() {
        CaseFile reported = story.guardianReports(town, Map.of());
        time.settle();
        story.does(town.principal(), reported, "read-report", Map.of(
                "pupil", String.valueOf(town.pupil()),
                "accused", "pupil",
                "responsible", String.valueOf(town.teacher()),
                "principalKnew", "2026-11-23"));
        time.settle();
        story.does(town.teacher(), reported, "immediate-measures", Map.of(
                "measures[0].measureWhat", "En voksen følger med.",
                "measures[0].measureWho", String.valueOf(town.teacher()),
                "measures[0].measureFrom", "2026-11-24",
                "pupilAgrees", "good",
                "provisional", "yes"));
        time.settle();
        Map<String, String> plan = new HashMap<>(Map.of(
                "problem", "Hun blir stengt ute.",
                "pupilGoal", "Jeg har noen å være sammen med.",
                "planMeasures[0].planWhat", "En voksen er ved fotballbanen i storefri hver dag.",
                "planMeasures[0].planTarget", "environment",
                "planMeasures[0].planFrom", "2026-11-24",
                "planMeasures[0].planTo", "2026-12-18",
                "planMeasures[0].planWho", String.valueOf(town.social()),
                "planMeasures[0].planOften", "daily",
                "planMeasures[0].planList", "Vær ved fotballbanen i storefri.",
                "evaluation", "2026-11-30"));
        plan.put("provisional", "no");
        story.does(town.teacher(), reported, "write-plan", plan);
        time.settle();
        story.does(town.teacher(), reported, "hear-pupil-plan", Map.of(
                "heard", "yes", "talkedWhen", "2026-11-23", "pupilWords", "Jeg vil ikke være alene ute.",
                "readAloud", "true", "pupilAgrees", "yes"));
        // The guardians have their time; the plan does not wait longer than that.
        time.passTo("2026-11-25T16:00");
        return reported;
    }
}
