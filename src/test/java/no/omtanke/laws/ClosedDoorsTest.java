package no.omtanke.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.omtanke.OmtankeTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Visits every door without signing in: closed, unless it stands on the list of open ones here. */
@OmtankeTest
class ClosedDoorsTest {

    /** A new open door is written down here, on purpose. */
    private static final List<String> OPEN = List.of(
            "/", "/meld/**", "/l/**", "/min-melding/**", "/min-plan/**", "/samtykke/**", "/bistand/**", "/sok/**", "/vedtak/**", "/soknad/**", "/hjelp/**", "/signin", "/signin/family",
            "/signin/code", "/signin/second-factor/**", "/signin/frontchannel-logout", "/error", "/tilgjengelighet", "/personvern");

    /** What some library might open one day. */
    private static final List<String> NEVER_OPEN = List.of(
            "/actuator", "/actuator/env", "/actuator/beans", "/actuator/heapdump", "/actuator/threaddump", "/actuator/loggers",
            "/actuator/mappings", "/actuator/metrics", "/actuator/configprops", "/actuator/modulith", "/actuator/shutdown",
            "/actuator/logfile", "/actuator/flyway", "/actuator/scheduledtasks", "/camunda", "/camunda/app/cockpit/default/",
            "/camunda/api/engine/engine/default/task", "/camunda/app/tasklist/default/", "/camunda/app/admin/default/setup/", "/camunda/api/cockpit/plugin/base/default/incident",
            "/camunda/api/admin/auth/user/default", "/camunda/api/admin/setup/default/user/create", "/camunda/lib/deps.js",
            "/camunda/app;x=1/cockpit/default/", "/webjars/camunda/app/cockpit/index.html", "/plugin/cockpit/app/plugin.js",
            "/engine-rest", "/engine-rest/task", "/engine-rest/engine",
            "/dev/mail", "/dev/mail.json", "/dev/clock", "/tasks", "/cases", "/history", "/operations", "/forms", "/bpmn",
            "/tasks/", "/tasks/..;/", "//tasks", "/%74asks", "/tasks;x=1", "/signin/../tasks", "/js/../tasks",
            "/meld/../tasks", "/meld/..%2ftasks", "/no-such-page");

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "DELETE", "PATCH");
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final HttpClient visitor =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    @Test
    void every_mapped_door_is_closed_unless_it_is_listed_as_open() throws Exception {
        Visit page = visit("GET", "/signin", null);
        Matcher token = TOKEN.matcher(page.body());
        assertThat(token.find()).as("a page with a form carries a token").isTrue();
        String session = String.join("; ", page.cookies());
        List<String> wrong = new ArrayList<>();
        Set<String> visited = new TreeSet<>();
        for (RequestMappingInfo info : mappings.getHandlerMethods().keySet()) {
            for (String pattern : info.getPatternValues()) {
                String path = pattern.replaceAll("\\{[^/]*}", "1").replace("/**", "/x");
                for (String method : METHODS) {
                    Visit seen = visit(method, path, new String[] {session, token.group(1)});
                    visited.add(pattern);
                    boolean fine = open(path) ? seen.status() < 500 || path.equals("/error") : closed(seen);
                    if (!fine) {
                        wrong.add(method + " " + pattern + " → " + seen.status() + " " + seen.location());
                    }
                }
            }
        }
        assertThat(visited).contains("/signin");
        assertThat(wrong).isEmpty();
    }

    @Test
    void nothing_else_answers() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String path : NEVER_OPEN) {
            for (String method : List.of("GET", "POST")) {
                Visit seen = visit(method, path, null);
                if (!closed(seen) && seen.status() != 400) {
                    wrong.add(method + " " + path + " → " + seen.status() + " " + seen.location());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(visit("GET", "/actuator/health", null).status()).isEqualTo(200);
    }

    @Test
    void a_form_without_its_token_is_refused() throws Exception {
        assertThat(visit("POST", "/signin", null).status()).isIn(302, 303, 403);
        assertThat(visit("POST", "/signin", null).location()).doesNotContain("/tasks");
        int before = cases();
        // The families' page takes a stale token kindly (see ReportDenied), but nothing is sent by it.
        visit("POST", "/meld", null);
        visit("POST", "/meld?action=send", null);
        assertThat(cases()).isEqualTo(before);
    }

    private int cases() {
        return jdbc.sql("select count(*) from case_file").query(Integer.class).single();
    }

    private record Visit(int status, String location, List<String> cookies, String body) {}

    /** Sent to sign in, refused, or not there. */
    private static boolean closed(Visit seen) {
        return Set.of(401, 403, 404, 405).contains(seen.status())
                || (seen.status() == 302 || seen.status() == 303) && seen.location().contains("/signin");
    }

    private static boolean open(String path) {
        PathPatternParser parser = new PathPatternParser();
        return OPEN.stream().anyMatch(p -> parser.parse(p).matches(PathContainer.parsePath(path)));
    }

    private Visit visit(String method, String path, String[] token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/html,*/*;q=0.8")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .method(method, HttpRequest.BodyPublishers.ofString(token == null ? "" : "_csrf=" + token[1]));
        if (token != null) {
            request.header("Cookie", token[0]).header("X-CSRF-TOKEN", token[1]).header("X-XSRF-TOKEN", token[1]);
        }
        HttpResponse<String> answer = visitor.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Visit(
                answer.statusCode(),
                answer.headers().firstValue("Location").orElse(""),
                answer.headers().allValues("Set-Cookie").stream().map(c -> c.split(";")[0]).toList(),
                answer.body());
    }
}
