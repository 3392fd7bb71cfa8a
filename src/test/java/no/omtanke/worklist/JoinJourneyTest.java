package no.omtanke.worklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import no.omtanke.Browser;
import no.omtanke.OmtankeTest;
import no.omtanke.StaffBrowser;
import no.omtanke.Story;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.casefile.CaseFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Journeys: a principal joins two cases, parts them and gives a pupil their own; an employee records a physical intervention. */
@OmtankeTest
class JoinJourneyTest {

    @Autowired
    Story story;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @LocalServerPort
    int port;

    private Town town;

    @BeforeEach
    void a_town() {
        time.startAt("2026-11-23T10:00");
        town = towns.found();
    }

    private CaseFile read(long pupil, Map<String, String> more) {
        CaseFile file = story.guardianReports(town, Map.of());
        time.settle();
        Map<String, String> said = new java.util.HashMap<>(Map.of(
                "pupil", "" + pupil, "accused", "pupil", "responsible", "" + town.social(), "principalKnew", "2026-11-23"));
        said.putAll(more);
        story.does(town.principal(), file, "read-report", said);
        time.settle();
        return file;
    }

    @Test
    void two_cases_are_joined_on_a_phone_without_script_and_parted_again() {
        CaseFile one = read(town.pupil(), Map.of("otherPupils[0].otherPupil", "" + town.third(), "otherPupils[0].otherRole", "witness"));
        CaseFile other = read(town.other(), Map.of());
        try (StaffBrowser leader = StaffBrowser.of(Browser.phone(false), port, towns, town.principal())) {
            leader.go("/cases/" + other.reference());
            Browser.checkPage(leader.page);
            leader.page.locator("a:has-text('Slå sammen med en annen sak')").click();
            Browser.checkPage(leader.page);
            leader.press("Gå videre");
            assertThat(leader.text()).contains("Vi mangler noe");
            leader.page.fill("[name=otherCase]", other.reference());
            leader.choose("goesOn", "other");
            leader.page.fill("[name=whyJoin]", "Det er det samme som skjedde i garderoben.");
            leader.press("Gå videre");
            assertThat(leader.text()).contains("Det er denne saken. Skriv nummeret til den andre.");
            Browser.checkPage(leader.page);
            leader.page.fill("[name=otherCase]", one.reference().toLowerCase());
            Browser.picture(leader.page, "join-phone");
            leader.press("Gå videre");
            assertThat(leader.text()).contains("Se over før du sender", "Lenkene til den som meldte, virker fortsatt");
            Browser.checkPage(leader.page);
            leader.press("Slå sammen sakene");
            assertThat(leader.text()).contains(
                    "Sak " + other.reference() + " går nå videre i denne.", "En annen sak ble slått sammen med denne",
                    "Saker som henger sammen", "Les den andre saken", "Annen " + town.tag());
            Browser.checkPage(leader.page);
            Browser.picture(leader.page, "joined-case-phone");
            leader.go("/cases/" + other.reference());
            assertThat(leader.text()).contains("Denne saken går videre der", "Avbrutt fordi saken ble slått sammen med en annen: Ring den som meldte")
                    .doesNotContain("Åpne saken igjen");
            Browser.checkPage(leader.page);
            Browser.picture(leader.page, "ended-by-joining-phone");

            leader.go("/cases/" + one.reference());
            leader.page.locator("a:has-text('Del dem igjen')").click();
            leader.page.fill("[name=whyPart]", "Det var to ulike hendelser.");
            Browser.checkPage(leader.page);
            leader.press("Gå videre");
            leader.press("Del sakene igjen");
            assertThat(leader.text()).contains("Sak " + other.reference() + " er sin egen igjen.", "og er delt igjen")
                    .doesNotContain("Annen " + town.tag(), "Les den andre saken");
            Browser.checkPage(leader.page);
        }
        try (StaffBrowser leader = StaffBrowser.of(Browser.laptop(true), port, towns, town.principal())) {
            leader.go("/cases/" + one.reference());
            leader.page.locator("a:has-text('Gi Tredje " + town.tag() + "')").click();
            assertThat(leader.text()).contains("Gi eleven en egen sak", "Tredje " + town.tag());
            leader.page.fill("[name=whySplit]", "Eleven trenger noe annet.");
            leader.choose("staysHere", "no");
            Browser.checkPage(leader.page);
            Browser.picture(leader.page, "split-case");
            leader.press("Gå videre");
            leader.press("Gi eleven en egen sak");
            assertThat(leader.text()).contains("Eleven har fått egen sak. Den kom fra sak " + one.reference(), "Tredje " + town.tag())
                    .doesNotContain("Elev " + town.tag(), "Kvittering", "e-postadresse");
            Browser.checkPage(leader.page);
            Browser.picture(leader.page, "split-new-case");
        }
        try (StaffBrowser teacher = StaffBrowser.of(Browser.laptop(false), port, towns, town.social())) {
            assertThat(teacher.go("/cases/" + one.reference() + "/join")).as("who does not lead it").isEqualTo(404);
            assertThat(teacher.go("/cases/" + one.reference())).isEqualTo(200);
            assertThat(teacher.page.locator("a[href$='/join'], a[href*='/split/'], a[href*='/part/']").count()).isZero();
        }
    }

    @Test
    void an_employee_records_a_physical_intervention_and_the_leadership_follows_it_up() {
        try (StaffBrowser social = StaffBrowser.of(Browser.phone(false), port, towns, town.social())) {
            social.go("/reports/new");
            social.page.locator("a:has-text('grepet inn fysisk')").click();
            Browser.checkPage(social.page);
            social.press("Send til ledelsen");
            assertThat(social.text()).contains("Vi mangler noe");
            social.page.selectOption("[name=pupil]", "" + town.pupil());
            social.page.selectOption("[name=intervener]", "" + town.social());
            Map.of("happenedWhere", "Ved porten", "before", "Løp mot veien", "triedFirst", "Vi ropte", "whatDone", "Holdt i armen", "howLong", "Et halvt minutt")
                    .forEach((field, text) -> social.page.fill("[name=" + field + "]", text));
            social.choose("injured", "no");
            Browser.checkPage(social.page);
            Browser.picture(social.page, "intervention-phone");
            social.press("Send til ledelsen");
            assertThat(social.text()).contains("Det er skrevet ned", "Snakk med eleven", "Orienter foresatte", "Gå gjennom hendelsen")
                    .doesNotContain("Ta kontakt med familien", "Se saken");
            Browser.checkPage(social.page);
            Browser.picture(social.page, "intervention-sent-phone");
        }
        time.settle();
        try (StaffBrowser leader = StaffBrowser.of(Browser.laptop(true), port, towns, town.principal())) {
            leader.go("/cases");
            assertThat(leader.text()).contains("Fysisk inngripen", "Elev " + town.tag());
            leader.page.locator("a:has-text('F26-')").first().click();
            assertThat(leader.text()).contains("Fysisk inngripen", "Grep inn", "Sosiallærer " + town.tag(), "Fysisk inngripen ble skrevet ned")
                    .doesNotContain("Kvittering", "e-postadresse", "Slå sammen med en annen sak");
            Browser.checkPage(leader.page);
            Browser.picture(leader.page, "intervention-case");
            leader.page.locator("main a:has-text('Gå gjennom hendelsen')").first().click();
            Browser.checkPage(leader.page);
            Browser.picture(leader.page, "intervention-review");
            assertThat(leader.text()).contains("opplæringslova § 13-5").doesNotContain("flere ganger dette skoleåret");
        }
    }
}
