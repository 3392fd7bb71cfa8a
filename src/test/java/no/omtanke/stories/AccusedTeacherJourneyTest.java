package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import no.omtanke.Browser;
import no.omtanke.StaffBrowser;
import no.omtanke.casefile.CaseFile;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Two browsers: in one the principal handles a case about a teacher, in the other sits the teacher. Whatever happens in the case, every
 * page that the teacher can reach stays as it was, to the letter, and every address of the case is as unknown as any other.
 */
class AccusedTeacherJourneyTest extends PlanStory {

    private static final String WORD = "hemmelighet" + UUID.randomUUID().toString().substring(0, 6);
    private static final String CHILD = "Barnet" + UUID.randomUUID().toString().substring(0, 6);
    private static final List<String> ENTRANCES = List.of(
            "/tasks", "/tasks?tab=waiting", "/cases", "/cases?state=all", "/cases?state=closed", "/plans", "/today", "/today?day=next",
            "/reports/new", "/reports/send-form", "/plans/examples");
    /** Another language, week or day, two filters at once, a file: the same pages again, or none. */
    private static final List<String> SAME = List.of("lang=", "week=", "day=20", "q=", "&", "/files/", "/signout", "null");
    private static final int MOST_PAGES = 120;

    @Autowired
    HistoryService history;

    @LocalServerPort
    int port;

    private String reference = "S26-22AA33";

    @Test
    void the_accused_teachers_whole_site_is_silent_about_the_case() {
        CaseFile own = running();
        try (StaffBrowser teacher = StaffBrowser.of(Browser.laptop(false), port, towns, town.teacher());
                StaffBrowser principal = StaffBrowser.of(Browser.laptop(true), port, towns, town.principal())) {
            // What it looks like says nothing, and is fetched for each page.
            teacher.page.route(Pattern.compile(".*\\.(css|js|svg|woff2)(\\?.*)?"), Route::abort);
            int mails = mail.to(address("kontaktlaerer")).size();
            Map<String, String> before = site(teacher.page);
            assertThat(before).as("the teacher has a site to search").hasSizeGreaterThan(20);
            assertThat(before.toString()).contains(own.reference());

            CaseFile secret = reported("childName", CHILD, "whatHappened", WORD, "aboutEmployee", "employee");
            reference = secret.reference();
            readBy(principal, secret);
            same(before, site(teacher.page));
            nothingAt(teacher, secret);

            toARunningPlan(secret);
            assertThat(principal.go("/cases/" + reference)).isEqualTo(200);
            assertThat(principal.page.content()).contains(WORD);
            // The others of the school see the day's measure: the teacher's list could show it too.
            assertThat(principal.go("/today")).isEqualTo(200);
            assertThat(principal.text()).contains(WORD);
            same(before, site(teacher.page));
            nothingAt(teacher, secret);
            Browser.picture(teacher.page, "accused-teacher-finds-nothing");
            assertThat(mail.to(address("kontaktlaerer"))).as("mails to the accused").hasSize(mails);
        }
    }

    // --- the principal's browser

    private void readBy(StaffBrowser principal, CaseFile secret) {
        principal.go("/tasks/" + story.open(secret, "read-report").taskId());
        assertThat(principal.text()).contains(WORD);
        principal.choose("accused", "employee");
        // The form is asked anew what it shows now, and comes back.
        principal.page.locator("[name=accusedPerson]:visible").waitFor();
        principal.page.waitForLoadState(LoadState.NETWORKIDLE);
        principal.page.selectOption("[name=pupil]", String.valueOf(town.third()));
        principal.page.selectOption("[name=accusedPerson]", String.valueOf(town.teacher()));
        principal.page.selectOption("[name=responsible]", String.valueOf(town.social()));
        principal.press("Send og fullfør");
        assertThat(principal.text()).contains("Sendt");
        time.settle();
    }

    private void toARunningPlan(CaseFile secret) {
        String social = String.valueOf(town.social());
        done(secret, "notify-owner", "ownerReason", "employee");
        done(secret, "appoint-investigator");
        done(secret, "first-contact", "responsible", social);
        done(secret, "immediate-measures", "measures[0].measureWho", social);
        while (openTasks(secret).contains("hear-pupil")) {
            done(secret, "hear-pupil");
        }
        all(secret, "inform-guardians");
        done(secret, "investigate");
        done(secret, "hear-accused", "accusedWords", WORD);
        done(secret, "conclude", "safe", "no", "plan", "yes");
        done(
                secret,
                "write-plan",
                "planMeasures[0].planWho",
                social,
                "planMeasures[0].planOften",
                "daily",
                "planMeasures[0].planList",
                WORD);
        heard(secret);
        // A pupil without guardians: the gate wants their view, the leadership does not wait for it.
        done(secret, "approve-plan", "approved", "override", "overrideReason", "Det haster.");
    }

    // --- the teacher's browser

    /** Every page that can be reached by links and search boxes, and what stands on it. */
    private Map<String, String> site(Page page) {
        Map<String, String> seen = new TreeMap<>();
        Deque<String> todo = new ArrayDeque<>(ENTRANCES);
        for (String term : List.of(reference, CHILD, WORD, "Tredje")) {
            todo.add("/tasks?q=" + term);
            todo.add("/tasks?tab=waiting&q=" + term);
            todo.add("/cases?state=all&q=" + term);
        }
        Set<String> asked = Set.copyOf(todo);
        while (!todo.isEmpty() && seen.size() < MOST_PAGES) {
            String path = todo.poll();
            if (seen.containsKey(known(path))) {
                continue;
            }
            Response answer = page.navigate("http://localhost:" + port + path);
            seen.put(known(path), answer.status() + "\n" + known(page.locator("body").innerText()));
            page.locator("a[href^='/'], form[method=get]").all().forEach(link -> {
                String to = link.getAttribute("href") != null ? link.getAttribute("href") : link.getAttribute("action");
                // Where a page leads back to is no other page.
                String address = String.valueOf(to).replaceAll("#.*", "").replaceAll("[?&]back=.*", "");
                if (asked.contains(address) || SAME.stream().noneMatch(address::contains)) {
                    todo.add(address);
                }
            });
        }
        assertThat(todo).as("the whole site was seen").isEmpty();
        return seen;
    }

    // The search that is asked for changes with the reference; nothing else may.
    private String known(String text) {
        return text.replace(reference, "THE-REFERENCE");
    }

    private void same(Map<String, String> before, Map<String, String> after) {
        assertThat(after.keySet()).isEqualTo(before.keySet());
        after.forEach((path, text) -> assertThat(text).as(path).isEqualTo(before.get(path)));
        assertThat(after.values()).as("pages with a word of the case").noneMatch(text -> text.contains(WORD));
    }

    /** Guessed addresses: the case's, its tasks', files', runs'. */
    private void nothingAt(StaffBrowser teacher, CaseFile secret) {
        String never = "S26-99ZZ99";
        String noTask = UUID.randomUUID().toString();
        String run = history.createHistoricProcessInstanceQuery()
                .processInstanceBusinessKey(secret.id().toString())
                .list()
                .get(0)
                .getId();
        for (String path : List.of("", "/plan", "/reopen", "/files/" + UUID.randomUUID())) {
            alike(teacher, "/cases/" + reference + path, "/cases/" + never + path);
        }
        jdbc.sql("select id from case_document where case_id = ?").param(secret.id()).query(UUID.class).list().forEach(file ->
                alike(teacher, "/cases/" + reference + "/files/" + file, "/cases/" + never + "/files/" + UUID.randomUUID()));
        List<String> tasks = jdbc.sql("select task_id from task_row where case_id = ?").param(secret.id()).query(String.class).list();
        assertThat(tasks).isNotEmpty();
        tasks.forEach(task -> alike(teacher, "/tasks/" + task, "/tasks/" + noTask));
        for (String path : List.of("", "/steps.csv", "/path/" + run, "/model/" + run)) {
            alike(teacher, "/history/" + reference + path, "/history/" + never + path);
        }
    }

    private void alike(StaffBrowser teacher, String path, String unknown) {
        int status = teacher.go(path);
        String page = whole(teacher.page, path);
        assertThat(status).as(path).isIn(403, 404).isEqualTo(teacher.go(unknown));
        assertThat(page).as(path).isEqualTo(whole(teacher.page, unknown)).doesNotContain(WORD, CHILD);
    }

    // The whole page, up to its own address and the token of the form that signs out.
    private static String whole(Page page, String path) {
        String whole = page.content().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
        for (String part : path.split("/")) {
            whole = part.length() > 9 ? whole.replace(part, "…") : whole;
        }
        return whole;
    }
}
