package no.omtanke.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.omtanke.OmtankeTest;
import no.omtanke.Story;
import no.omtanke.TestMail;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.FileContent;
import no.omtanke.concern.FamilyDoor;
import no.omtanke.form.Answers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Somebody puts another's number into an address that is open to them. */
@OmtankeTest
class PeekingTest {

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    TestMail mail;

    @Autowired
    Story story;

    @Autowired
    FamilyDoor families;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Town theirs;
    private Town ours;
    private CaseFile file;
    private String task;
    private UUID document;

    @BeforeEach
    void twoSchools() {
        time.startAt("2026-11-23T10:00");
        mail.forget();
        theirs = towns.found();
        ours = towns.found();
        file = story.guardianReports(theirs, Map.of());
        time.settle();
        families.add(file.id(), new Answers("new-information", Map.of("newInformation", "Et bilde")), List.of(
                new FileContent("bilde.txt", "text/plain", "hemmelig".getBytes())));
        task = story.open(file, "read-report").taskId();
        document = jdbc.sql("select id from case_document where case_id = ?").param(file.id()).query(UUID.class).single();
    }

    @AfterEach
    void forget() {
        towns.forget(theirs);
        towns.forget(ours);
    }

    @Test
    void another_school_s_numbers_answer_as_numbers_that_do_not_exist() {
        CaseFile own = story.guardianReports(ours, Map.of());
        List<String> wrong = new ArrayList<>();
        for (long person : List.of(ours.principal(), ours.deputy(), ours.social(), ours.teacher())) {
            Client client = Client.of(port, towns.account(person));
            Map<String, String> looked = new LinkedHashMap<>();
            looked.put("/tasks/" + task, "/tasks/" + UUID.randomUUID());
            looked.put("/cases/" + file.reference(), "/cases/S26-ZZZZZZ");
            looked.put("/cases/" + file.id(), "/cases/S26-ZZZZZZ");
            looked.put("/cases/" + file.reference() + "/plan", "/cases/S26-ZZZZZZ/plan");
            looked.put("/cases/" + file.reference() + "/requests", "/cases/S26-ZZZZZZ/requests");
            looked.put("/cases/" + file.reference() + "/reopen", "/cases/S26-ZZZZZZ/reopen");
            looked.put("/cases/" + file.reference() + "/files/" + document, "/cases/S26-ZZZZZZ/files/" + UUID.randomUUID());
            // One's own case opens, but not with another's file.
            looked.put("/cases/" + own.reference() + "/files/" + document, "/cases/" + own.reference() + "/files/" + UUID.randomUUID());
            looked.forEach((there, nowhere) -> {
                HttpResponse<String> answer = client.get(there);
                HttpResponse<String> none = client.get(nowhere);
                if (answer.statusCode() != 404 || none.statusCode() != 404 || !plain(answer).equals(plain(none))) {
                    wrong.add(person + " GET " + there + " " + answer.statusCode() + " against " + none.statusCode());
                }
            });
            for (String done : List.of("", "/take", "/hand-back", "/assign", "/writers", "/writers/end", "/pupil")) {
                Map<String, String> fields = Map.of("to", "" + person, "action", "complete", "pupil", "" + theirs.pupil(), "accused", "pupil");
                HttpResponse<String> answer = client.post("/tasks/" + task + done, fields);
                HttpResponse<String> none = client.post("/tasks/" + UUID.randomUUID() + done, fields);
                if (answer.statusCode() != none.statusCode() || answer.statusCode() != 404) {
                    wrong.add(person + " POST " + done + " " + answer.statusCode() + " against " + none.statusCode());
                }
            }
            for (String done : List.of("/reopen", "/plan/measures/" + UUID.randomUUID())) {
                int answer = client.post("/cases/" + file.reference() + done, Map.of("why", "x", "done", "yes", "to", "" + person)).statusCode();
                if (answer != 404) {
                    wrong.add(person + " POST " + done + " " + answer);
                }
            }
            if (client.get("/tasks?q=" + file.reference()).body().contains("/cases/" + file.reference())) {
                wrong.add(person + " finds the case");
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(story.open(file, "read-report").assignee()).isEqualTo(theirs.principal());
        Client leader = Client.of(port, towns.account(theirs.principal()));
        assertThat(leader.get("/cases/" + file.reference() + "/files/" + document).body()).as("whose it is, gets it").isEqualTo("hemmelig");
    }

    @Test
    void a_school_s_number_or_a_person_s_number_in_a_form_widens_nothing() {
        Client client = Client.of(port, towns.account(ours.principal()));
        CaseFile own = story.guardianReports(ours, Map.of());
        String mine = story.open(own, "read-report").taskId();
        client.post("/tasks/" + mine + "/assign", Map.of("to", String.valueOf(theirs.social())));
        assertThat(story.open(own, "read-report").assignee()).isNotEqualTo(theirs.social());
        assertThat(client.get("/tasks?school=" + theirs.school()).body()).doesNotContain(file.reference());
        assertThat(client.get("/plans?school=" + theirs.school()).body()).doesNotContain(file.reference());
        HttpResponse<String> sent = client.post("/tasks/" + mine, Map.of(
                "action", "complete", "pupil", String.valueOf(theirs.pupil()), "accused", "pupil", "responsible", String.valueOf(ours.social())));
        assertThat(sent.statusCode()).as("another school's pupil is no choice of ours").isNotEqualTo(302);
        assertThat(sent.body()).doesNotContain("Elev " + theirs.tag());
        assertThat(story.openTasks(own)).contains("read-report");
    }

    @Test
    void another_visitor_s_kept_file_cannot_be_sent_as_one_s_own() {
        Client owner = new Client(port);
        owner.get("/meld?side=1");
        String page = "/meld?side=" + filePage(owner);
        String field = field(owner, page);
        owner.attach(page, Map.of("action", "save"), field, "mitt.txt", "text/plain", "helt privat".getBytes());
        assertThat(owner.get(page).body()).contains("mitt.txt");
        UUID held = jdbc.sql("select id from held_file order by held_at desc limit 1").query(UUID.class).single();

        Client thief = new Client(port);
        thief.get("/meld?side=1");
        thief.post(page, Map.of("action", "save", "_shown", field, field, held + "|mitt.txt"));
        report(thief, ours);
        assertThat(jdbc.sql("select count(*) from case_document where case_id = ?").param(newest(ours)).query(Integer.class).single()).isZero();
    }

    @Test
    void a_link_opens_one_report_and_no_number_turns_it_to_another() {
        Town third = towns.found();
        story.guardianReports(third, Map.of());
        time.settle();
        String link = mail.to("foresatt." + third.tag() + "@hjemme.example").get(0).link();
        Client family = new Client(port);
        assertThat(Client.location(family.post(link, Map.of()))).isEqualTo("/min-melding");
        for (String turn : List.of("?case=" + file.id(), "?_case=" + file.id(), "?ref=" + file.reference(), "?id=" + file.id())) {
            assertThat(family.get("/min-melding" + turn).body()).doesNotContain(file.reference(), "Elev " + theirs.tag());
        }
        assertThat(family.get("/min-plan/dokument/" + document).statusCode()).isIn(302, 404, 410);
        assertThat(family.get("/min-plan/dokument/" + document).body()).doesNotContain("hemmelig");
        assertThat(family.get("/cases/" + file.reference()).statusCode()).isEqualTo(302);
        family.post("/min-melding/legg-til", Map.of("action", "send", "_case", file.id().toString(), "newInformation", "innbrudd"));
        assertThat(jdbc.sql("select count(*) from case_entry where case_id = ?").param(file.id()).query(Integer.class).single()).isEqualTo(2);
        towns.forget(third);
    }

    @Test
    void a_token_that_is_guessed_changed_or_cut_opens_nothing() {
        String link = mail.to("foresatt." + theirs.tag() + "@hjemme.example").get(0).link();
        Client stranger = new Client(port);
        String changed = link.substring(0, link.length() - 2) + (link.endsWith("AA") ? "BB" : "AA");
        HttpResponse<String> dead = stranger.post("/l/" + "A".repeat(43), Map.of());
        for (String guess : List.of(changed, link.substring(0, link.length() - 1), link + "A", "/l/" + link.substring(3).toUpperCase(), "/l/x", "/l/%25", "/l/'or'1'='1")) {
            HttpResponse<String> answer = stranger.post(guess, Map.of());
            assertThat(answer.statusCode()).as(guess).isIn(400, 404, 410);
            if (answer.statusCode() == 410) {
                assertThat(plain(answer)).isEqualToIgnoringCase(plain(dead));
            }
        }
        stranger.cookies.put("omtanke-link", "A".repeat(43));
        stranger.cookies.put("omtanke-plan", "../" + "A".repeat(40));
        stranger.cookies.put("omtanke-report", "' or '1'='1");
        assertThat(stranger.get("/min-melding").body()).doesNotContain(file.reference());
        assertThat(stranger.get("/min-plan").statusCode()).isLessThan(500);
        assertThat(Client.location(stranger.post(link, Map.of()))).as("whose it is, gets in").isEqualTo("/min-melding");
    }

    // --- the open form

    static int filePage(Client visitor) {
        for (int page = 1; page <= 8; page++) {
            if (visitor.get("/meld?side=" + page).body().contains("type=\"file\"")) {
                return page;
            }
        }
        throw new AssertionError("no page takes files");
    }

    static String field(Client visitor, String page) {
        return visitor.get(page).body().replaceAll("(?s).*<input[^>]*type=\"file\"[^>]*?name=\"([^\"]+)\".*", "$1")
                .replaceAll("(?s).*<input[^>]*name=\"([^\"]+)\"[^>]*type=\"file\".*", "$1");
    }

    static void report(Client visitor, Town town) {
        visitor.post("/meld?side=1", Map.of("action", "next", "school", "" + town.school(), "childName", "Nils", "childGrade", "6", "relation", "parent"));
        visitor.post("/meld?side=2", Map.of("action", "next", "whatHappened", "De stenger henne ute", "aboutEmployee", "none"));
        visitor.post("/meld?side=3", Map.of("action", "next", "safeTomorrow", "yes"));
        visitor.post("/meld?side=6", Map.of("action", "next", "reporterName", "Kari", "phone", "91234567", "email", "kari@hjemme.example"));
        HttpResponse<String> sent = visitor.post("/meld?side=sjekk", Map.of("action", "send"));
        if (sent.statusCode() != 302 || !Client.location(sent).contains("sendt")) {
            throw new AssertionError("not sent: " + sent.statusCode() + " " + Client.location(sent) + sent.body());
        }
    }

    private UUID newest(Town town) {
        return jdbc.sql("select id from case_file where school_id = ? order by opened_at desc, reference limit 1")
                .param(town.school())
                .query(UUID.class)
                .single();
    }

    private static String plain(HttpResponse<String> answer) {
        return answer.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "").replaceAll("action=\"[^\"]*\"", "");
    }
}
