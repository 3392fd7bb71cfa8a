package no.omtanke.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import no.omtanke.OmtankeTest;
import no.omtanke.Story;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.casefile.CaseFile;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.organization.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What every answer tells the browser, whatever was asked and whoever asked. */
@OmtankeTest
class HeadersTest {

    private static final List<String> STILL = List.of(
            "/css/omtanke.css", "/css/staff.css", "/js/omtanke.js", "/assets/designsystemet.css", "/assets/inter/inter.css",
            "/assets/img/omtanke.svg", "/webjars/htmx.org/2.0.10/dist/htmx.min.js");

    private static final List<String> ODD = List.of(
            "/no-such-page", "/css/none.css", "/tasks/..;/", "//tasks", "/%74asks", "/tasks;x=1", "/error", "/camunda/",
            "/actuator/env", "/l/" + "A".repeat(43), "/meld?side=99", "/signin?trouble=error", "/hjelp/%00", "/meld/for-stort");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    TestTown towns;

    @Autowired
    Story story;

    @Autowired
    DirectoryRegister register;

    @LocalServerPort
    int port;

    private Town town;

    @BeforeEach
    void found() {
        town = towns.found();
    }

    @AfterEach
    void forget() {
        towns.forget(town);
    }

    @Test
    void every_answer_carries_the_headers_that_keep_a_browser_from_harm() {
        CaseFile file = story.guardianReports(town, Map.of());
        long operator = register.addPerson("Drift", town.tag(), "drift." + town.tag() + "@town.example", null, null, "nb");
        register.giveRole(operator, Role.OPERATOR, null, false, LocalDate.of(2020, 8, 1), null);
        Map<String, Client> people = new LinkedHashMap<>();
        people.put("stranger", new Client(port));
        people.put("principal", Client.of(port, towns.account(town.principal())));
        people.put("auditor", Client.of(port, towns.account(town.auditor())));
        people.put("operator", Client.of(port, towns.account(operator)));

        List<String> wrong = new ArrayList<>();
        Set<Integer> statuses = new TreeSet<>();
        people.forEach((who, client) -> {
            for (String path : paths(file)) {
                for (String method : List.of("GET", "HEAD", "POST", "PUT", "DELETE")) {
                    HttpResponse<String> answer = client.send(method, path, Map.of(), method.equals("POST") ? new byte[0] : null);
                    statuses.add(answer.statusCode());
                    boolean kept = STILL.contains(path) && answer.statusCode() == 200;
                    missing(path, answer.headers(), kept).forEach(m -> wrong.add(
                            who + " " + method + " " + path + " → " + answer.statusCode() + ": " + m));
                }
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(statuses).contains(200, 302, 403, 404, 405, 500);
    }

    @Test
    void what_the_server_refuses_before_any_page_is_asked_says_as_little() {
        Client client = new Client(port);
        Map<String, String> requests = new LinkedHashMap<>();
        requests.put("a path out of the house", "GET /meld/..%2ftasks HTTP/1.1\r\nHost: omtanke\r\nConnection: close\r\n\r\n");
        requests.put("a backslash", "GET /meld%5c..%5ctasks HTTP/1.1\r\nHost: omtanke\r\nConnection: close\r\n\r\n");
        requests.put("a sign no address has", "GET /<script> HTTP/1.1\r\nHost: omtanke\r\nConnection: close\r\n\r\n");
        requests.put("no host", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n");
        requests.put("two lengths", "POST /signin HTTP/1.1\r\nHost: omtanke\r\nContent-Length: 3\r\nContent-Length: 5\r\nConnection: close\r\n\r\nabc");
        requests.put("a trace", "TRACE / HTTP/1.1\r\nHost: omtanke\r\nCookie: omtanke=secret\r\nConnection: close\r\n\r\n");
        requests.put("a method nobody knows", "STEAL / HTTP/1.1\r\nHost: omtanke\r\nConnection: close\r\n\r\n");
        requests.put("a long address", "GET /?" + "a".repeat(9000) + " HTTP/1.1\r\nHost: omtanke\r\nConnection: close\r\n\r\n");
        requests.put("a long header", "GET / HTTP/1.1\r\nHost: omtanke\r\nX: " + "a".repeat(9000) + "\r\nConnection: close\r\n\r\n");
        requests.put("no HTTP at all", "\u0016\u0003\u0001hello\r\n\r\n");
        List<String> wrong = new ArrayList<>();
        requests.forEach((what, request) -> {
            String answer = client.raw(request);
            String low = answer.toLowerCase();
            if (!answer.matches("(?s)HTTP/1\\.1 [45]\\d\\d .*")) {
                wrong.add(what + ": " + answer);
            }
            for (String said : List.of("tomcat", "apache", "java.", "exception", "spring", "\nserver:", "secret", "<script>")) {
                if (low.contains(said)) {
                    wrong.add(what + " says " + said + ": " + answer);
                }
            }
            if (low.contains("content-type: text/html")
                    && !(low.contains("x-content-type-options: nosniff") && low.contains("default-src 'none'") && low.contains("no-store"))) {
                wrong.add(what + " is shown without headers: " + answer);
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void behind_tls_the_browser_is_told_to_stay_there_and_cookies_never_leave_it() {
        assertThat(new Client(port).get("/").headers().map()).doesNotContainKey("strict-transport-security");
        Client client = new Client(port);
        client.headers.put("X-Forwarded-Proto", "https");
        client.headers.put("X-Forwarded-For", "203.0.113.7");
        HttpResponse<String> page = client.get("/signin");
        assertThat(page.headers().firstValue("Strict-Transport-Security")).hasValue("max-age=31536000");
        assertThat(page.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(HeadersTest::safeCookie);
        HttpResponse<String> form = client.post("/meld?side=2", Map.of("action", "save", "whatHappened", "Det jeg skrev"));
        assertThat(form.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(HeadersTest::safeCookie);
        assertThat(client.get("/meld?side=2").body()).contains("Det jeg skrev");
        client.cookies.put("omtanke-report", client.cookies.remove("__Host-omtanke-report"));
        assertThat(client.get("/meld?side=2").body()).as("a cookie that a neighbour could set is none of ours").doesNotContain("Det jeg skrev");
        HttpResponse<String> in = client.signIn(towns.account(town.teacher()), TestTown.PASSWORD);
        assertThat(in.headers().allValues("Set-Cookie")).isNotEmpty().allSatisfy(HeadersTest::safeCookie);
    }

    private static void safeCookie(String cookie) {
        if (cookie.contains("Max-Age=0")) {
            return;
        }
        assertThat(cookie).contains("HttpOnly").contains("SameSite=").contains("Path=/").doesNotContain("Domain");
        assertThat(cookie.contains("Secure") || cookie.startsWith("omtanke=") || cookie.startsWith("omtanke-lang="))
                .as("the production profile sets what the request cannot: %s", cookie)
                .isTrue();
    }

    @Test
    void a_door_that_is_not_yours_and_one_that_is_not_there_look_the_same() {
        Client teacher = Client.of(port, towns.account(town.teacher()));
        HttpResponse<String> missing = teacher.get("/no-such-page");
        assertThat(missing.statusCode()).isEqualTo(403);
        for (String door : List.of("/operations", "/history", "/history/S26-ABCDEF", "/actuator/env", "/dev/mail")) {
            HttpResponse<String> answer = teacher.get(door);
            assertThat(answer.statusCode()).as(door).isEqualTo(missing.statusCode());
            assertThat(plain(answer.body())).as(door).isEqualTo(plain(missing.body()));
        }
        CaseFile elsewhere = story.guardianReports(towns.found(), Map.of());
        HttpResponse<String> unknown = teacher.get("/cases/S26-ZZZZZZ");
        HttpResponse<String> others = teacher.get("/cases/" + elsewhere.reference());
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(others.statusCode()).isEqualTo(404);
        assertThat(plain(others.body())).isEqualTo(plain(unknown.body()));
        Client stranger = new Client(port);
        for (String door : List.of("/operations", "/no-such-page", "/cases/" + elsewhere.reference())) {
            assertThat(stranger.get(door).statusCode()).as(door).isEqualTo(302);
            assertThat(Client.location(stranger.get(door))).as(door).isEqualTo("/signin");
        }
    }

    @Test
    void an_error_page_tells_nothing_of_the_house() {
        Client teacher = Client.of(port, towns.account(town.teacher()));
        for (String path : List.of("/no-such-page", "/cases/S26-ZZZZZZ", "/tasks/none", "/error", "/tasks?page=x&due=%27", "/meld?side=%27")) {
            assertThat(teacher.get(path).body())
                    .as(path)
                    .doesNotContain("no.omtanke", "springframework", "Exception", "\tat ", "java.", "Whitelabel", "select *");
        }
    }

    // --- what is looked at

    private List<String> paths(CaseFile file) {
        List<String> paths = new ArrayList<>(STILL);
        paths.addAll(ODD);
        for (RequestMappingInfo info : mappings.getHandlerMethods().keySet()) {
            info.getPatternValues().forEach(p -> paths.add(p.replaceAll("\\{[^/]*}+", "1").replace("/**", "/x")));
        }
        String task = story.open(file, "read-report").taskId();
        paths.addAll(List.of("/tasks/" + task, "/cases/" + file.reference(), "/cases/" + file.reference() + "/plan",
                "/history/" + file.reference(), "/history/" + file.reference() + "/steps.csv", "/meld?side=1"));
        return paths;
    }

    private static List<String> missing(String path, HttpHeaders headers, boolean kept) {
        List<String> wrong = new ArrayList<>();
        one(headers, "X-Content-Type-Options", "nosniff", wrong);
        one(headers, "X-Frame-Options", "DENY", wrong);
        // Camunda's pages ask their own server with where they stand.
        one(headers, "Referrer-Policy", path.startsWith("/camunda/") ? "same-origin" : "no-referrer", wrong);
        one(headers, "Cross-Origin-Opener-Policy", "same-origin", wrong);
        one(headers, "Cross-Origin-Resource-Policy", "same-origin", wrong);
        one(headers, "Cross-Origin-Embedder-Policy", "require-corp", wrong);
        List<String> content = headers.allValues("Content-Security-Policy");
        if (content.size() != 1 || !content.get(0).contains("default-src 'none'") || !content.get(0).contains("frame-ancestors 'none'")
                || content.get(0).contains("unsafe")) {
            wrong.add("Content-Security-Policy " + content);
        }
        List<String> cache = headers.allValues("Cache-Control");
        if (cache.size() != 1 || !cache.get(0).contains(kept ? "max-age=600" : "no-store")) {
            wrong.add("Cache-Control " + cache);
        }
        for (String never : List.of("Server", "X-Powered-By", "X-Application-Context", "Access-Control-Allow-Origin", "Via")) {
            if (headers.firstValue(never).isPresent()) {
                wrong.add(never);
            }
        }
        return wrong;
    }

    private static void one(HttpHeaders headers, String name, String value, List<String> wrong) {
        if (!headers.allValues(name).equals(List.of(value))) {
            wrong.add(name + " " + headers.allValues(name));
        }
    }

    private static String plain(String page) {
        return page.replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "").replaceAll("aria-current=\"[a-z]+\"", "");
    }
}
