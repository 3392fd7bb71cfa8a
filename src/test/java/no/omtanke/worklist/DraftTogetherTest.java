package no.omtanke.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import no.omtanke.Browser;
import no.omtanke.OmtankeTest;
import no.omtanke.StaffBrowser;
import no.omtanke.Story;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.process.TaskDesk.Result;
import no.omtanke.process.TaskListRebuild;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import no.omtanke.process.Writers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.support.TransactionTemplate;

/** Several people draft one plan: nothing is lost, nothing is overwritten unseen, and only the holder sends. */
@OmtankeTest
class DraftTogetherTest {

    @Autowired
    Story story;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    TaskQueries tasks;

    @Autowired
    Writers writers;

    @Autowired
    CaseFiles cases;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TaskListRebuild rebuild;

    @LocalServerPort
    int port;

    @Test
    void two_at_once_without_script_are_merged_and_choose_where_they_wrote_differently() {
        time.startAt("2026-11-23T10:00");
        Town town = towns.found();
        String path = "/tasks/" + drafting(town).taskId();
        try (StaffBrowser social = staff(town.social(), false);
                StaffBrowser principal = staff(town.principal(), false)) {
            social.go(path);
            principal.go(path);
            assertThat(principal.page.getByText("Send og fullfør").count()).isZero();
            social.page.fill("[name=problem]", "Hun er alene i friminuttene.");
            social.press("Lagre og fortsett senere");
            assertThat(social.text()).contains("Lagret");
            principal.page.fill("[name=problem]", "Noen stenger henne ute.");
            principal.page.fill("[name=pupilGoal]", "Jeg har noen å være sammen med.");
            principal.press("Lagre og fortsett senere");
            assertThat(principal.text())
                    .contains("mens du skrev", "Dere har skrevet ulikt", "Hun er alene i friminuttene.", "Noen stenger henne ute.");
            assertThat(principal.page.inputValue("[name=problem]")).isEqualTo("Hun er alene i friminuttene.");
            assertThat(principal.page.inputValue("[name=pupilGoal]")).isEqualTo("Jeg har noen å være sammen med.");
            Browser.checkPage(principal.page);
            Browser.picture(principal.page, "staff-draft-together");
            social.press("Send og fullfør");
            assertThat(social.text()).contains("Ikke sendt ennå");
            assertThat(social.page.inputValue("[name=pupilGoal]")).isEqualTo("Jeg har noen å være sammen med.");
            principal.press("Behold min");
            assertThat(principal.text()).contains("Valget er lagret").doesNotContain("Dere har skrevet ulikt");
            assertThat(principal.page.inputValue("[name=problem]")).isEqualTo("Noen stenger henne ute.");
            social.go(path);
            assertThat(social.page.inputValue("[name=problem]")).isEqualTo("Noen stenger henne ute.");
        }
    }

    @Test
    void a_page_that_somebody_was_ahead_of_says_so_while_typing_and_loses_nothing() {
        time.startAt("2026-11-23T10:00");
        Town town = towns.found();
        String path = "/tasks/" + drafting(town).taskId();
        try (StaffBrowser social = staff(town.social(), true);
                StaffBrowser principal = staff(town.principal(), false)) {
            social.go(path);
            social.page.fill("[name=problem]", "Hun er alene.");
            social.page.getByText("Lagret", new Page.GetByTextOptions().setExact(true)).waitFor();
            social.page.fill("[name=problem]", "Hun er alene ute.");
            social.page.waitForResponse(answer -> answer.status() == 204, () -> {});
            principal.go(path);
            assertThat(principal.page.inputValue("[name=problem]")).isEqualTo("Hun er alene ute.");
            principal.page.fill("[name=pupilGoal]", "Noen å leke med.");
            principal.press("Lagre og fortsett senere");
            social.page.fill("[name=onlyPupilReason]", "Fordi hun ba om det.");
            social.page.getByText("skriver også. Last inn for å se endringene").waitFor();
        }
        try (StaffBrowser elsewhere = staff(town.social(), false)) {
            elsewhere.go(path);
            assertThat(elsewhere.page.inputValue("[name=problem]")).isEqualTo("Hun er alene ute.");
            assertThat(elsewhere.page.inputValue("[name=pupilGoal]")).isEqualTo("Noen å leke med.");
            assertThat(elsewhere.page.inputValue("[name=onlyPupilReason]")).isEqualTo("Fordi hun ba om det.");
        }
    }

    @Test
    void a_colleague_is_asked_in_writes_and_is_out_again() {
        time.startAt("2026-11-23T10:00");
        Town town = towns.found();
        TaskRow task = drafting(town);
        String path = "/tasks/" + task.taskId();
        try (StaffBrowser teacher = staff(town.teacher(), false);
                StaffBrowser social = staff(town.social(), false)) {
            assertThat(teacher.go(path)).isEqualTo(404);
            social.go(path);
            social.page.locator("summary", new Page.LocatorOptions().setHasText("Be en kollega")).click();
            social.page.selectOption("#writer", String.valueOf(town.teacher()));
            social.press("Be om hjelp til å skrive");
            assertThat(social.text()).contains("kan skrive med deg nå");
            var audiences = tasks.audiences(task.taskId());
            assertThat(audiences).contains("person:" + town.teacher());
            rebuild.rebuild();
            assertThat(tasks.audiences(task.taskId())).isEqualTo(audiences);
            teacher.go("/tasks");
            assertThat(teacher.text()).contains("Du er bedt om å skrive med");
            assertThat(teacher.go(path)).isEqualTo(200);
            assertThat(teacher.text()).doesNotContain("Send og fullfør", "Gi oppgaven");
            teacher.page.fill("[name=problem]", "Hun gråter i garderoben.");
            teacher.press("Lagre og fortsett senere");
            social.go(path);
            assertThat(social.page.inputValue("[name=problem]")).isEqualTo("Hun gråter i garderoben.");
            social.press("Avslutt for");
            assertThat(social.text()).contains("skriver ikke med deg lenger");
            assertThat(teacher.go(path)).isEqualTo(404);
        }
    }

    @Test
    void the_accused_is_never_asked() {
        time.startAt("2026-11-23T10:00");
        Town town = towns.found();
        TaskRow task = drafting(town);
        transaction.executeWithoutResult(now -> cases.addParty(task.caseId(), "accused", town.teacher()));
        assertThat(writers.inviteToWrite(towns.reader(town.social()), task.taskId(), town.teacher()))
                .isEqualTo(Result.NOT_ALLOWED);
        assertThat(writers.inviteToWrite(towns.reader(town.principal()), task.taskId(), town.deputy()))
                .as("only the holder asks")
                .isEqualTo(Result.NOT_ALLOWED);
        try (StaffBrowser social = staff(town.social(), false)) {
            social.go("/tasks/" + task.taskId());
            assertThat(social.page.locator("#writer option[value='" + town.teacher() + "']").count()).isZero();
            assertThat(social.page.locator("#writer option[value='" + town.deputy() + "']").count()).isEqualTo(1);
        }
    }

    @Test
    void a_teacher_uses_an_example_and_sees_a_finding_go_away() {
        time.startAt("2026-11-23T10:00");
        Town town = towns.found();
        String path = "/tasks/" + drafting(town).taskId();
        try (StaffBrowser social = staff(town.social(), true)) {
            social.go(path);
            assertThat(social.text()).contains("Sjekk planen", "Planen har ingen tiltak.", "Forslag til tiltak");
            social.page.locator(".wl-know details.wl-entry summary").first().click();
            social.page.locator(".wl-examples button:visible").first().click();
            assertThat(social.text()).contains("Tiltaket står nederst i listen", "Tiltak 1 mangler ansvarlig.")
                    .doesNotContain("Planen har ingen tiltak.");
            assertThat(social.page.inputValue("[name='planMeasures[0].planWhat']")).isNotBlank();
            social.page.selectOption("[name='planMeasures[0].planWho']", String.valueOf(town.teacher()));
            social.press("Sjekk planen nå");
            assertThat(social.text()).doesNotContain("Tiltak 1 mangler ansvarlig.");
            Browser.checkPage(social.page);
            Browser.picture(social.page, "staff-draft-plan");
            social.page.setViewportSize(390, 844);
            Browser.picture(social.page, "staff-draft-plan-phone");
        }
    }

    @Test
    void sixty_measures_are_shown_and_saved() {
        time.startAt("2026-11-23T10:00");
        Town town = towns.found();
        String path = "/tasks/" + drafting(town).taskId();
        try (StaffBrowser social = staff(town.social(), true)) {
            social.go(path);
            for (int i = 0; i < 60; i++) {
                social.page.evaluate("i => { const f = document.getElementById('form'); for (const [k, v] of Object.entries({planWhat:"
                        + " 'Tiltak nummer ' + i, planTarget: 'group', planOften: 'daily'})) { const e ="
                        + " document.createElement('input'); e.type = 'hidden'; e.name = `planMeasures[${i + 1}].${k}`; e.value = v;"
                        + " f.append(e); } }", i);
            }
            social.press("Lagre og fortsett senere");
            assertThat(social.text()).contains("Lagret", "Planen har flere tiltak enn noen klarer å følge.");
            social.page.locator("[name='planMeasures[60].planWhat']").fill("Det siste er endret");
            social.page.waitForResponse(answer -> answer.status() == 204, () -> {});
            social.go(path);
            assertThat(social.page.inputValue("[name='planMeasures[60].planWhat']")).isEqualTo("Det siste er endret");
        }
    }

    private StaffBrowser staff(long person, boolean script) {
        return StaffBrowser.of(Browser.laptop(script), port, towns, person);
    }

    private TaskRow drafting(Town town) {
        CaseFile file = story.guardianReports(town, Map.of());
        time.settle();
        story.does(town.principal(), file, "read-report", new HashMap<>(Map.of(
                "pupil", String.valueOf(town.pupil()),
                "accused", "pupil",
                "responsible", String.valueOf(town.social()),
                "principalKnew", "2026-11-23")));
        time.settle();
        Map<String, String> now = new LinkedHashMap<>();
        now.put("measures[0].measureWhat", "En voksen er ute i friminuttene.");
        now.put("measures[0].measureWho", String.valueOf(town.teacher()));
        now.put("measures[0].measureFrom", "2026-11-24");
        now.put("pupilAgrees", "good");
        now.put("provisional", "yes");
        story.does(town.social(), file, "immediate-measures", now);
        time.settle();
        return story.open(file, "write-plan");
    }
}
