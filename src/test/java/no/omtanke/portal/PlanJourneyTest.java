package no.omtanke.portal;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Map;
import no.omtanke.Browser;
import no.omtanke.TestTown;
import no.omtanke.process.TaskRow;
import org.junit.jupiter.api.Test;

/** A guardian with a phone and no script says what they think; a pupil with the teacher's tablet tells how it is. */
class PlanJourneyTest extends PlanScene {

    Page page;

    @Test
    void a_guardian_comments_on_a_phone_without_script() {
        try (BrowserContext phone = Browser.phone(false)) {
            page = phone.newPage();
            go(mail.to("foresatt." + town.tag() + "@town.example").get(0).link());
            seen("plan-link");
            press("Fortsett");
            seen("plan-code");
            page.getByLabel("Koden i e-posten").fill("1234 5678");
            press("Åpne planen");
            seen("plan-code-wrong");
            types(town.guardian());
            seen("plan-guardian-draft");
            page.getByRole(AriaRole.LINK, containing("Si hva du mener om planen")).click();
            page.getByText("Les planen her").click();
            seen("plan-view-reading");
            page.getByText("Les planen her").click();
            press("Se over svarene");
            seen("plan-view-missing");
            page.getByLabel("Jeg er enig i noe").check();
            press("Se over svarene");
            seen("plan-view-new-question");
            page.getByLabel("Hva er du ikke enig i?").fill("Vikaren vet ikke hvor hun skal stå.");
            page.getByLabel("Er det noe mer du vil si?").fill("Hun har fortalt det hjemme 😢");
            press("Se over svarene");
            seen("plan-view-check");
            press("Send svaret");
            assertThat(page.getByRole(AriaRole.HEADING, named("Takk for at du fortalte det"))).isVisible();
            seen("plan-thanks");
            page.getByRole(AriaRole.LINK, named("Se planen")).click();
            page.getByRole(AriaRole.LINK, named("Si fra om planen")).click();
            page.getByLabel("Hva vil du si fra om?").fill("Takk for at dere gjør noe.");
            seen("plan-message");
            press("Send");
            go("/min-plan");
            assertThat(page.getByText("Takk for at dere gjør noe.")).isVisible();
            seen("plan-guardian-answered");
            page.getByRole(AriaRole.BUTTON, named("Lukk siden")).click();
            seen("plan-left");
        }
    }

    @Test
    void a_guardian_who_is_too_late_loses_nothing() {
        String task = address(asked(father, "guardian-view"));
        try (BrowserContext phone = Browser.phone(false)) {
            page = phone.newPage();
            go(link(father));
            press("Fortsett");
            types(father);
            go(task);
            page.getByLabel("Jeg er ikke enig").check();
            time.passTo("2026-11-25T15:30");
            press("Se over svarene");
            assertThat(page.getByText("Det du skrev, er lagret, men ikke sendt.")).isVisible();
            seen("plan-over");
            go(link(father));
            press("Fortsett");
            types(father);
            go(task);
            seen("plan-late");
            assertThat(page.getByLabel("Hva vil du si fra om?")).hasValue("Hva mener du om planen?\nJeg er ikke enig");
            go("/l/" + "x".repeat(43));
            seen("plan-link-dead");
        }
    }

    @Test
    void a_pupil_answers_on_the_teachers_tablet_and_the_plan_shows_how_it_goes() {
        approved();
        daysOfMeasures();
        try (BrowserContext tablet = Browser.tablet(true)) {
            page = tablet.newPage();
            signIn(town.teacher());
            TaskRow task = story.open(file, "ask-pupil");
            go("/tasks/" + task.taskId());
            seen("plan-give-screen");
            press("La eleven svare selv på denne skjermen");
            page.waitForURL(url -> url.endsWith("/min-plan"));
            seen("plan-pupil-form");
            go("/tasks/" + task.taskId());
            assertThat(page.url()).contains("/signin");
            go("/min-plan");
            page.getByLabel("Nei, ganske utrygt").check();
            page.getByLabel("Hva har hjulpet deg?").fill("At hun står ved klatrestativet.");
            press("Send");
            assertThat(page.getByRole(AriaRole.HEADING, named("Takk for at du fortalte det"))).isVisible();
            seen("plan-pupil-thanks");
            press("Jeg er ferdig");
            go("/min-plan");
            assertThat(page.content()).doesNotContain("klatrestativet");
        }
        assertThat(cases.entries(file.id(), "ask-pupil")).singleElement().satisfies(entry -> {
            assertThat(entry.authorKind()).isEqualTo("pupil");
            assertThat(entry.authorId()).isEqualTo(town.pupil());
        });
        revised();
        try (BrowserContext laptop = Browser.laptop(true)) {
            page = laptop.newPage();
            go(link(town.guardian()));
            press("Fortsett");
            types(town.guardian());
            seen("plan-guardian-laptop");
            page.getByRole(AriaRole.LINK, containing("Versjon 1, erstattet")).click();
            seen("plan-version-laptop");
            page.setViewportSize(390, 844);
            go("/min-plan?lang=en");
            seen("plan-guardian-phone-en");
            seen("plan-guardian-phone");
        }
        try (BrowserContext phone = Browser.phone(true)) {
            page = phone.newPage();
            go(link(town.pupil()));
            press("Fortsett");
            types(town.pupil());
            seen("plan-pupil-phone");
        }
    }

    private void daysOfMeasures() {
        for (String day : new String[] {"26", "27", "30"}) {
            time.passTo("2026-11-" + day + "T08:00");
            while (story.openTasks(file).contains("do-measure")) {
                does("do-measure", day.equals("27") ? Map.of("done", "no", "whyNot", "Syk.") : Map.of("done", "yes"));
            }
        }
    }

    private void revised() {
        time.settle();
        TaskRow asked = asked(town.guardian(), "guardian-evaluation");
        in(town.guardian())
                .get(address(asked))
                .press("next", Map.of("childSafe", "no", "guardianWords", "Hun gruer seg."))
                .press("send", Map.of());
        time.passTo("2026-12-02T15:30");
        while (story.openTasks(file).contains("evaluate-measure")) {
            does("evaluate-measure", Map.of("carriedOut", "partly", "measureEffect", "Litt roligere.", "goOn", "continue"));
        }
        does("evaluate-plan", Map.of("safe", "no", "judgement", "Det er ikke nok.", "outcome", "revise"));
        writes("To voksne følger med ved klatrestativet og ballbingen.");
        approved("2026-12-04T15:30");
        time.passTo("2026-12-08T08:00");
        if (story.openTasks(file).contains("ask-pupil")) {
            does("ask-pupil", Map.of("asked", "yes", "pupilSafe", "4"));
        }
        time.passTo("2026-12-11T15:30");
        while (story.openTasks(file).contains("evaluate-measure")) {
            does("evaluate-measure", Map.of("carriedOut", "yes", "measureEffect", "Hun leker.", "goOn", "continue"));
        }
        does("evaluate-plan", Map.of(
                "safe", "unsure", "judgement", "Vi ser det an.", "outcome", "continue", "nextEvaluation", "2026-12-17"));
    }

    private void signIn(long person) {
        go("/signin");
        page.fill("[name=username]", towns.account(person));
        page.fill("[name=password]", TestTown.PASSWORD);
        page.locator("form button[type=submit]").first().click();
        page.waitForURL(url -> !url.contains("/signin"));
    }

    /** Reads the mail and types the code. */
    private void types(long person) {
        page.getByLabel("Koden i e-posten").fill(mail.code(address(person)));
        press("Åpne planen");
        assertThat(page.getByLabel("Koden i e-posten")).hasCount(0);
    }

    private void go(String path) {
        page.navigate("http://localhost:" + port + path);
    }

    private void press(String button) {
        page.getByRole(AriaRole.BUTTON, named(button)).first().click();
    }

    private void seen(String name) {
        Browser.picture(page, name);
        Browser.checkPage(page);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions containing(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
