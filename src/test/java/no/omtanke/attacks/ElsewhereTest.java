package no.omtanke.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import no.omtanke.OmtankeTest;
import no.omtanke.Story;
import no.omtanke.TestMail;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.casefile.CaseFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Somebody tries to lead a person out of the house, or to bring them in by a session of the attacker's. */
@OmtankeTest
class ElsewhereTest {

    private static final List<String> ELSEWHERE = List.of(
            "https://evil.example/", "//evil.example", "/\\evil.example", "\\/evil.example", "https:evil.example", "javascript:alert(1)",
            "/tasks/../../evil", "/tasks\r\nSet-Cookie: stolen=1", "/%0d%0aSet-Cookie:stolen=1", "data:text/html,x", "@evil.example", "/tasks@evil.example",
            "https://evil.example/tasks", " https://evil.example", "/tasks?x=\r\nLocation: https://evil.example");

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

    private Town town;
    private CaseFile file;
    private Client principal;

    @BeforeEach
    void aCase() {
        time.startAt("2026-11-23T10:00");
        mail.forget();
        town = towns.found();
        file = story.guardianReports(town, Map.of());
        principal = Client.of(port, towns.account(town.principal()));
    }

    @AfterEach
    void forget() {
        towns.forget(town);
    }

    @Test
    void the_way_back_and_every_other_field_that_names_an_address_stay_in_the_house() {
        String task = story.open(file, "read-report").taskId();
        for (String there : ELSEWHERE) {
            Map<String, String> fields = Map.of("back", there, "url", there, "redirect", there, "next", there, "person", "" + town.social());
            for (String done : List.of("/take", "/hand-back", "/assign")) {
                stays(principal.post("/tasks/" + task + done, fields), there);
            }
            String asked = Client.encoded(there);
            String page = principal.get("/tasks/" + task + "?back=" + asked).body();
            assertThat(page).as(there).doesNotContain("evil.example", "javascript:", "stolen=1");
            for (String path : List.of(
                    "/tasks/open?taskId=" + task + "&callbackUrl=" + asked, "/?lang=" + asked, "/signin?continue=" + asked,
                    "/tasks?due=" + asked, "/tasks?tab=" + asked, "/cases?state=" + asked, "/meld?side=" + asked, "/plans?school=" + asked)) {
                HttpResponse<String> answer = principal.get(path);
                stays(answer, path);
                assertThat(answer.body()).as(path).doesNotContain("href=\"https://evil", "href=\"//evil", "href=\"javascript");
            }
            assertThat(principal.get("/tasks/open?taskId=" + asked).statusCode()).isIn(400, 404);
        }
    }

    @Test
    void after_the_sign_in_nobody_is_led_to_an_address_that_a_neighbour_put_into_a_cookie() {
        for (String there : List.of("https://evil.example/x", "https://evil.example//evil.example", "//evil.example", "nonsense:", "https://evil.example/\\evil.example")) {
            Client client = new Client(port);
            client.get("/signin");
            client.cookies.put("REDIRECT_URI", Base64.getEncoder().encodeToString(there.getBytes(StandardCharsets.UTF_8)));
            HttpResponse<String> in = client.signIn("bruker" + town.principal(), TestTown.PASSWORD);
            assertThat(in.statusCode()).isEqualTo(302);
            assertThat(Client.location(in)).as(there).startsWith("/").doesNotStartWith("//").doesNotContain("evil", "\\");
        }
        Client client = new Client(port);
        assertThat(Client.location(client.get("/cases/" + file.reference()))).isEqualTo("/signin");
        assertThat(Client.location(client.signIn("bruker" + town.principal(), TestTown.PASSWORD)))
                .as("where one was going is not forgotten")
                .isEqualTo("/cases/" + file.reference());
        assertThat(client.get("/cases/" + file.reference()).statusCode()).isEqualTo(200);
        assertThat(client.cookies).as("and is forgotten once reached").doesNotContainKey("REDIRECT_URI");
    }

    @Test
    void whatever_name_a_request_calls_us_by_no_answer_and_no_mail_repeats_it() {
        Client stranger = new Client(port);
        String answer = stranger.raw("GET /tasks HTTP/1.1\r\nHost: evil.example\r\nX-Forwarded-Host: evil.example\r\nX-Original-URL: /history\r\nX-Rewrite-URL: /history\r\nForwarded: host=evil.example\r\nConnection: close\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 302").contains("Location: /signin").doesNotContainIgnoringCase("location: http");
        assertThat(answer.replaceAll("REDIRECT_URI=[^;]*", "")).doesNotContain("evil");

        Client family = new Client(port);
        family.headers.put("X-Forwarded-Host", "evil.example");
        family.headers.put("Forwarded", "host=evil.example");
        family.headers.put("X-Forwarded-Prefix", "/evil");
        family.get("/meld?side=1");
        PeekingTest.report(family, town);
        time.settle();
        assertThat(mail.all()).isNotEmpty().allSatisfy(m -> assertThat(m.text()).doesNotContain("evil"));
        assertThat(mail.to("kari@hjemme.example")).isNotEmpty().allSatisfy(m -> assertThat(m.text()).contains("http://omtanke.test/l/"));
    }

    @Test
    void a_session_that_was_there_before_the_sign_in_is_not_the_one_after_it() {
        Client victim = new Client(port);
        victim.get("/signin");
        victim.cookies.put("omtanke", "A".repeat(32));
        victim.signIn("bruker" + town.principal(), TestTown.PASSWORD);
        String after = victim.cookies.get("omtanke");
        assertThat(after).isNotNull().isNotEqualTo("A".repeat(32));

        // The attacker's own session, known to them, carried over to the victim.
        Client attacker = Client.of(port, towns.account(town.teacher()));
        String known = attacker.cookies.get("omtanke");
        Client led = new Client(port);
        led.cookies.putAll(attacker.cookies);
        led.signIn("bruker" + town.principal(), TestTown.PASSWORD);
        assertThat(led.cookies.get("omtanke")).isNotEqualTo(known);
        assertThat(attacker.get("/cases/" + file.reference()).statusCode()).as("the known session is nobody's now, or still the attacker's").isIn(302, 404);
    }

    @Test
    void a_session_is_taken_from_its_cookie_only_and_ends_with_the_sign_out() {
        String session = principal.cookies.get("omtanke");
        Client stranger = new Client(port);
        Map<String, String> tries = new LinkedHashMap<>();
        tries.put("/tasks?omtanke=" + session, "a parameter");
        tries.put("/tasks?jsessionid=" + session, "a parameter");
        tries.put("/tasks;omtanke=" + session, "a path");
        tries.put("/tasks;jsessionid=" + session, "a path");
        tries.forEach((path, what) -> assertThat(stranger.get(path).statusCode()).as(what).isIn(302, 400));
        Client copy = new Client(port);
        copy.cookies.putAll(principal.cookies);
        assertThat(copy.get("/tasks").statusCode()).isEqualTo(200);
        assertThat(Client.location(principal.post("/signout", Map.of()))).isEqualTo("/signin?out");
        assertThat(copy.get("/tasks").statusCode()).as("a copied cookie opens nothing afterwards").isEqualTo(302);
    }

    private static void stays(HttpResponse<String> answer, String what) {
        assertThat(answer.statusCode()).as(what).isLessThan(500);
        assertThat(answer.headers().allValues("Set-Cookie")).as(what).noneMatch(c -> c.startsWith("stolen"));
        String location = Client.location(answer);
        if (!location.isEmpty()) {
            assertThat(location).as(what).matches("/(?![/\\\\]).*").doesNotContain("evil", "\r", "\n");
        }
    }
}
