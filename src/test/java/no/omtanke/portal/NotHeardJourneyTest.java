package no.omtanke.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.Map;
import no.omtanke.Browser;
import no.omtanke.OmtankeTest;
import no.omtanke.StaffBrowser;
import no.omtanke.Story;
import no.omtanke.TestMail;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.casefile.CaseFile;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A parent presses «Jeg blir ikke hørt», time passes, the owner answers, the parent reads it. */
@OmtankeTest
class NotHeardJourneyTest {

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    TestMail mail;

    @Autowired
    Story story;

    @LocalServerPort
    int port;

    private Page page;

    @Test
    void a_parent_who_is_not_heard_is_answered_by_the_owner() {
        time.startAt("2026-11-23T10:00");
        Town town = towns.found();
        mail.forget();
        CaseFile file = story.guardianReports(town, Map.of());
        time.settle();
        String email = "foresatt." + town.tag() + "@hjemme.example";
        try (BrowserContext phone = Browser.phone(false)) {
            page = phone.newPage();
            page.navigate("http://localhost:" + port + mail.to(email).get(0).link());
            press("Fortsett");
            page.fill("[name=code]", "0000");
            press("Fortsett");
            assertThat(text()).contains("Tatt opp med rektor: mandag 23. november", "Fra mandag 30. november kan eleven eller foresatte melde saken");
            page.locator("a:has-text('Jeg blir ikke hørt')").first().click();
            page.locator("[name=missing][value=no-call]").check();
            page.fill("[name=tellMore]", "Ingen har ringt, og hun gruer seg.");
            page.locator("[name=answerFrom][value=principal]").check();
            seen("lift-1-press");
            press("Send");
            assertThat(text())
                    .contains("Takk. Saken er løftet.", "ledelsen ved skolen som skal ta tak i saken og svare deg, senest onsdag 25. november kl. 15.00");
            seen("lift-2-lifted");
        }
        time.passTo("2026-11-25T15:01");
        StaffBrowser owner = StaffBrowser.of(Browser.laptop(true), port, towns, town.owner());
        try (owner) {
            owner.go("/tasks/" + story.open(file, "answer-family").taskId());
            assertThat(owner.text()).contains("Hvorfor saken er løftet", "Familien sa fra", "Ingen har ringt, og hun gruer seg.");
            owner.press("Ta oppgaven");
            owner.page.fill("[name=whatWeFound]", "Rektor har vært syk.");
            owner.choose("ownerFollows", "school");
            owner.page.fill("[name=order]", "Ring familien i dag, og snakk med eleven i morgen.");
            owner.page.fill("[name=ownerChecks]", "2026-12-04");
            owner.page.fill("[name=answer]", "Vi beklager. Inspektøren ringer deg i dag.");
            Browser.picture(owner.page, "lift-3-owner-task");
            Browser.checkPage(owner.page);
            owner.press("Send og fullfør");
            assertThat(story.openTasks(file)).contains("carry-out-owner-order").doesNotContain("answer-family");
        }
        time.settle();
        try (StaffBrowser principal = StaffBrowser.of(Browser.laptop(true), port, towns, town.principal())) {
            principal.go("/tasks/" + story.open(file, "carry-out-owner-order").taskId());
            assertThat(principal.text()).contains("Skoleeier har bestemt", "Ring familien i dag, og snakk med eleven i morgen.", "fredag 4. desember");
            Browser.picture(principal.page, "lift-4-order");
            Browser.checkPage(principal.page);
            principal.go("/cases/" + file.reference());
            assertThat(principal.text()).contains("Løftet", "Saken ligger nå hos skoleeier", "Svarte familien: skoleeier");
            Browser.picture(principal.page, "lift-5-case");
            Browser.checkPage(principal.page);
            principal.page.locator("a:has-text('Løft saken')").click();
            principal.press("Løft saken");
            Browser.picture(principal.page, "lift-6-staff");
            Browser.checkPage(principal.page);
        }
        try (BrowserContext phone = Browser.phone(false)) {
            page = phone.newPage();
            var answer = mail.linksTo(email).get(mail.linksTo(email).size() - 1);
            assertThat(answer.subject()).isEqualTo("Du har fått svar");
            page.navigate("http://localhost:" + port + answer.link());
            press("Fortsett");
            assertThat(text()).contains("Du har fått svar").doesNotContain("Inspektøren ringer deg");
            press("Send meg en kode og vis svaret");
            page.fill("[name=code]", mail.code(email));
            press("Vis svaret");
            assertThat(text())
                    .contains("Vi beklager. Inspektøren ringer deg i dag.", "Kommunen bestemte hva skolen skal gjøre", "senest fredag 4. desember")
                    .doesNotContain("Rektor har vært syk", "snakk med eleven i morgen");
            seen("lift-7-answered");
        }
        time.passTo("2026-12-04T15:01");
        assertThat(mail.linksTo(email).get(mail.linksTo(email).size() - 1).subject()).isEqualTo("Slik kan du gå videre");
        try (BrowserContext phone = Browser.phone(false)) {
            page = phone.newPage();
            page.navigate("http://localhost:" + port + mail.linksTo(email).get(mail.linksTo(email).size() - 1).link());
            press("Fortsett");
            assertThat(text()).contains("Du kan gå videre til Statsforvalteren", "melde saken til Statsforvalteren i Prøvik nå");
            seen("lift-8-further");
        }
    }

    private String text() {
        return page.locator("main").innerText();
    }

    private void press(String button) {
        page.locator("button:visible", new Page.LocatorOptions().setHasText(button)).first().click();
    }

    private void seen(String name) {
        Browser.picture(page, name);
        Browser.checkPage(page);
    }
}
