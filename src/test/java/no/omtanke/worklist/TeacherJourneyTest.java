package no.omtanke.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import no.omtanke.Browser;
import no.omtanke.OmtankeTest;
import no.omtanke.StaffBrowser;
import no.omtanke.Story;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.casefile.CaseFile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A teacher investigates; staff register what a family said and send a form. */
@OmtankeTest
class TeacherJourneyTest {

    @Autowired
    Story story;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @LocalServerPort
    int port;

    @Test
    void a_teacher_listens_to_the_pupil_and_a_social_teacher_investigates_with_an_attachment() {
        time.startAt("2026-11-23T10:00");
        var town = towns.found();
        CaseFile file = story.guardianReports(town, Map.of());
        time.settle();
        story.does(
                town.principal(),
                file,
                "read-report",
                Map.of(
                        "pupil", String.valueOf(town.pupil()),
                        "accused", "pupil",
                        "responsible", String.valueOf(town.social()),
                        "principalKnew", "2026-11-23"));
        time.settle();
        try (StaffBrowser teacher = StaffBrowser.of(Browser.phone(true), port, towns, town.teacher())) {
            teacher.page.locator(".wl-task h2 a").first().click();
            assertThat(teacher.text()).contains("Snakk med eleven", "Elev " + town.tag());
            teacher.choose("wasHeard", "yes");
            teacher.page.locator("[name=pupilWords]").waitFor();
            Browser.checkPage(teacher.page);
            Browser.picture(teacher.page, "staff-hear-pupil-phone");
            teacher.page.fill("[name=present]", "Bare eleven og jeg");
            teacher.page.check("[name=purposeExplained]");
            teacher.page.fill("[name=pupilWords]", "De går når jeg kommer.");
            teacher.choose("safeNow", "2");
            teacher.page.fill("[name=pupilWishes]", "At noen er med meg ute");
            teacher.choose("mayShareWith", "guardians");
            teacher.page.check("[name=readAloud]");
            teacher.press("Send og fullfør");
            assertThat(teacher.text()).contains("Sendt");
        }
        time.settle();
        story.does(
                town.social(),
                file,
                "inform-guardians",
                Map.of(
                        "informed", "yes",
                        "informedAt", "2026-11-23",
                        "informedAt.time", "11:00",
                        "informedHow", "phone",
                        "informedWho", "Mor",
                        "informedWhat", "Hva eleven sa"));
        story.does(town.social(), file, "immediate-measures", Map.of("pupilAgrees", "good", "noMeasures", "Er satt inn"));
        story.does(
                town.social(),
                file,
                "first-contact",
                Map.of(
                        "contactAt", "2026-11-23",
                        "contactAt.time", "11:00",
                        "contactHow", "phone",
                        "spokeWith", "Mor",
                        "whatSaid", "Vi snakket",
                        "rightsExplained", "true",
                        "measuresTomorrow", "En voksen ute",
                        "responsible", String.valueOf(town.social()),
                        "nextContact", "2026-11-25"));
        time.settle();
        try (StaffBrowser social = StaffBrowser.of(Browser.laptop(true), port, towns, town.social())) {
            social.go("/tasks/" + story.open(file, "investigate").taskId());
            assertThat(social.text()).contains("Undersøk saken", "Snakk med eleven");
            social.choose("method", "conversation");
            social.page.fill("[name=pupilExperience]", "Hun er alene");
            social.page.fill("[name=surroundings]", "Få voksne ute");
            social.page.setInputFiles(
                    "[name=attachments]",
                    new FilePayload("notat.txt", "text/plain", "Et notat".getBytes(StandardCharsets.UTF_8)));
            social.press("Send og fullfør");
            assertThat(social.text()).contains("Vi mangler noe", "notat.txt");
            social.page.fill("[name=guardiansView]", "De er bekymret");
            social.press("Send og fullfør");
            assertThat(social.text()).contains("Sendt");
            social.go("/cases/" + file.reference());
            assertThat(social.text()).contains("notat.txt", "Gjort: Undersøk saken");
            var download = social.page.waitForDownload(() ->
                    social.page.locator("ul.om-attached a").last().click());
            assertThat(download.suggestedFilename()).isEqualTo("notat.txt");
        }
    }

    @Test
    void a_teacher_registers_what_a_mother_said_and_sending_twice_makes_one_case() {
        time.startAt("2026-11-23T10:00");
        var town = towns.found();
        try (StaffBrowser teacher = StaffBrowser.of(Browser.phone(false), port, towns, town.teacher())) {
            teacher.go("/reports/new");
            Browser.checkPage(teacher.page);
            Browser.picture(teacher.page, "staff-report-phone");
            teacher.page.selectOption("[name=pupil]", String.valueOf(town.pupil()));
            teacher.choose("knowHow", "told");
            teacher.page.fill("[name=whatHappened]", "Mor ringte. Hun blir stengt ute.");
            teacher.choose("steppedIn", "no");
            teacher.page.fill("[name=steppedInHow]", "Jeg fikk vite det nå");
            teacher.choose("aboutEmployee", "none");
            teacher.choose("urgent", "no");
            teacher.page.selectOption("[name=behalfOf]", "guardian");
            teacher.press("Send meldingen");
            assertThat(teacher.text()).contains("ga noen nye spørsmål");
            teacher.page.selectOption("[name=channel]", "phone");
            String key = teacher.page.locator("[name=key]").inputValue();
            teacher.press("Send meldingen");
            assertThat(teacher.text()).contains("Meldingen er tatt imot", "Les meldingen").doesNotContain("Se saken");
            Browser.checkPage(teacher.page);
            Browser.picture(teacher.page, "staff-reported-phone");
            assertThat(teacher.page.url()).endsWith(key);
        }
    }

    @Test
    void what_is_typed_is_kept_and_resumed_on_another_machine() {
        time.startAt("2026-11-23T10:00");
        var town = towns.found();
        CaseFile file = story.guardianReports(town, Map.of());
        time.settle();
        String path = "/tasks/" + story.open(file, "read-report").taskId();
        try (StaffBrowser laptop = StaffBrowser.of(Browser.laptop(true), port, towns, town.principal())) {
            laptop.go(path);
            laptop.page.evaluate("document.getElementById('form').dataset.before = 'yes'");
            laptop.choose("accused", "pupil");
            laptop.page.locator("#form:not([data-before])").waitFor();
            laptop.choose("seriousCriteria", "violence");
            laptop.page.getByText("Lagret", new com.microsoft.playwright.Page.GetByTextOptions().setExact(true)).waitFor();
        }
        try (StaffBrowser phone = StaffBrowser.of(Browser.phone(false), port, towns, town.principal())) {
            phone.go(path);
            assertThat(phone.text()).contains("Vi tok vare på det du skrev");
            assertThat(phone.page.locator("[name=accused][value=pupil]").isChecked()).isTrue();
            assertThat(phone.page.locator("[name=seriousCriteria][value=violence]").isChecked()).isTrue();
        }
    }

    @Test
    void a_form_is_sent_to_an_address_on_file_and_to_no_other() {
        time.startAt("2026-11-23T10:00");
        var town = towns.found();
        try (StaffBrowser teacher = StaffBrowser.of(Browser.laptop(false), port, towns, town.teacher())) {
            teacher.go("/reports/send-form");
            teacher.page.fill("[name=pupil]", "Ingen " + town.tag());
            teacher.press("Vis foresatte");
            assertThat(teacher.text()).contains("Vi finner ikke eleven");
            teacher.page.fill("[name=pupil]", "Elev " + town.tag() + " (6A)");
            teacher.press("Vis foresatte");
            assertThat(teacher.text()).contains("Foresatt " + town.tag(), "fo•••@town.example");
            Browser.checkPage(teacher.page);
            teacher.press("Send skjema");
            assertThat(teacher.text()).contains("Velg minst én foresatt");
            teacher.page.check("[name=guardian]");
            teacher.press("Send skjema");
            assertThat(teacher.text()).contains("Skjemaet er sendt til Foresatt", "Ikke brukt ennå");
            Browser.checkPage(teacher.page);
            Browser.picture(teacher.page, "staff-send-form");
        }
    }
}
