package no.omtanke.attendance;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import no.omtanke.Browser;
import no.omtanke.OmtankeTest;
import no.omtanke.StaffBrowser;
import no.omtanke.Story;
import no.omtanke.TestMail;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.casefile.CaseFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Journeys: a family gives notice, the contact teacher keeps the list on a phone, the principal takes a file, and somebody asks why. */
@OmtankeTest
class AttendanceJourneyTest {

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

    Town town;

    @BeforeEach
    void a_monday_morning() {
        time.startAt("2026-11-23T08:00");
        town = towns.found();
        mail.forget();
    }

    @Test
    void a_guardians_notice_is_on_the_list_and_the_list_is_kept_on_a_phone_without_script() {
        try (var phone = Browser.phone(false)) {
            Page page = phone.newPage();
            page.navigate("http://localhost:" + port + "/sok");
            page.fill("[name=email]", "foresatt." + town.tag() + "@town.example");
            page.locator("button:has-text('Send meg en lenke')").click();
            time.settle();
            String link = mail.linksTo("foresatt." + town.tag() + "@town.example").get(0).link();
            page.navigate("http://localhost:" + port + link.substring(link.indexOf("/l/")));
            page.locator("main button[type=submit]").first().click();
            page.locator("a:has-text('Gi beskjed om fravær')").click();
            page.locator("[name=awayWhen][value=today]").check();
            page.locator("button:has-text('Fortsett'), button:has-text('Neste')").first().click();
            page.locator("[name=awayPart][value=whole]").check();
            Browser.checkPage(page);
            Browser.picture(page, "absence-notice-phone");
            page.locator("button:has-text('Fortsett'), button:has-text('Neste')").first().click();
            Browser.checkPage(page);
            page.locator("button:has-text('Send')").first().click();
            assertThat(page.locator("main").innerText()).contains("Vi har fått det du sendte", "Kontaktlærer ser det");
            Browser.checkPage(page);
            Browser.picture(page, "absence-notice-sent-phone");
        }
        try (StaffBrowser teacher = StaffBrowser.of(Browser.phone(false), port, towns, town.teacher())) {
            teacher.page.locator("nav a:has-text('Fravær')").click();
            assertThat(teacher.text()).contains("6A: mandag 23. november", "Meldt borte mandag 23. november.");
            assertThat(teacher.page.locator("#absent-" + town.pupil()).isChecked()).as("whom the school expects to be away").isTrue();
            Browser.checkPage(teacher.page);
            teacher.page.locator("label[for=late-" + town.other() + "]").click();
            Browser.picture(teacher.page, "absence-day-phone");
            teacher.press("Lagre listen");
            assertThat(teacher.text()).contains("Listen er lagret. 2 elever er endret.");
            assertThat(teacher.page.locator("#late-" + town.other()).isChecked()).isTrue();
            teacher.page.locator("a:has-text('Elev " + town.tag() + "')").click();
            assertThat(teacher.text()).contains("Fravær dette skoleåret: Elev " + town.tag(), "Hele dagen, meldt", "Hele dager\n1");
            Browser.checkPage(teacher.page);
            teacher.go("/absence/classes/" + story.group(town) + "?day=2026-11-22");
            assertThat(teacher.text()).contains("Det er ikke skole denne dagen.");
            teacher.go("/absence/classes/" + story.group(town) + "?day=2026-11-24");
            assertThat(teacher.text()).contains("Denne dagen kan ikke føres");
            assertThat(teacher.go("/absence/import")).isEqualTo(404);
        }
    }

    @Test
    void a_file_is_looked_at_taken_and_begins_a_case_whose_talk_is_written_on_a_phone() {
        try (StaffBrowser leader = StaffBrowser.of(Browser.laptop(true), port, towns, town.principal())) {
            leader.go("/absence");
            Browser.checkPage(leader.page);
            leader.page.locator("a:has-text('Hent fravær fra en fil')").click();
            Browser.checkPage(leader.page);
            send(leader, "Navn;Klasse;Dato;Type\nElev " + town.tag() + ";6A;31.11.2026;Ugyldig\nAnnen;6A;23.11.2026;Forkjølet\n");
            assertThat(leader.text()).contains(
                    "Filen kan ikke hentes. Ingenting er lagret.", "Linje 2: Datoen mangler eller finnes ikke", "Linje 3: Fraværstypen er ukjent");
            Browser.checkPage(leader.page);
            Browser.picture(leader.page, "absence-file-refused");
            send(leader, "Elev-ID,Navn,Klasse,Dato,Timer,Type,Merknad\n"
                    + "1,Elev " + town.tag() + ",6A,09.11.2026,,Ugyldig,influensa\n"
                    + "1,Elev " + town.tag() + ",6A,16.11.2026,,Ugyldig,\n"
                    + "1,Elev " + town.tag() + ",6A,20.11.2026,\"2,5\",Syk,\n"
                    + "1,Elev " + town.tag() + ",6A,23.11.2026,,Ugyldig,\n"
                    + "9,<b>Ukjent</b>,6A,23.11.2026,,Meldt,\n"
                    + "1,Elev " + town.tag() + ",6A,21.11.2026,,Meldt,\n");
            assertThat(leader.text()).contains("Filen har 6 linjer. 4 dager er nye", "Merknad", "<b>Ukjent</b>", "ikke var skole: linje 7")
                    .doesNotContain("influensa");
            leader.press("Lagre fraværet");
            assertThat(leader.text()).contains("Ingenting er lagret ennå. Velg hvem det gjelder.");
            Browser.checkPage(leader.page);
            Browser.picture(leader.page, "absence-review");
            leader.page.selectOption("#who0", "out");
            leader.press("Lagre fraværet");
            assertThat(leader.text()).contains("Nye dager: 4.", "Elever som nå følges opp: 1.");
            leader.go("/absence/pupils/" + town.pupil());
            assertThat(leader.text()).contains("Timer ellers\n2,5", "Dager uten melding\n3");
            Browser.checkPage(leader.page);
            Browser.picture(leader.page, "absence-pupil");
        }
        time.settle();
        CaseFile file = story.followedUp(town.pupil()).orElseThrow();
        try (StaffBrowser teacher = StaffBrowser.of(Browser.phone(true), port, towns, town.teacher())) {
            teacher.go("/tasks");
            teacher.page.locator("a:has-text('Snakk med eleven og foresatte')").first().click();
            assertThat(teacher.text()).contains("Fravær dette skoleåret: 3 hele dager og 2,5 timer", "Uten melding: 3 dager");
            teacher.choose("pupilTalked", "yes");
            teacher.page.fill("[name=pupilWords]", "Det er tungt å komme.");
            teacher.choose("guardiansTalked", "yes");
            teacher.page.fill("[name=guardiansWords]", "Vi ser det hjemme.");
            teacher.choose("causes", "wellbeing");
            teacher.choose("nextStep", "measures");
            Browser.checkPage(teacher.page);
            Browser.picture(teacher.page, "absence-talk-phone");
            teacher.press("Send og fullfør");
            time.settle();
            assertThat(story.openTasks(file)).containsExactly("plan-absence");
            teacher.go("/cases/" + file.reference());
            assertThat(teacher.text()).contains("Fraværsoppfølging", "Fraværet nådde en grense", "Bistand", "Ansvarlig");
            Browser.checkPage(teacher.page);
            Browser.picture(teacher.page, "absence-case-phone");
        }
    }

    private static void send(StaffBrowser leader, String file) {
        leader.page.setInputFiles("[name=file]", new FilePayload("fravær.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)));
        leader.press("Se på filen");
    }
}
