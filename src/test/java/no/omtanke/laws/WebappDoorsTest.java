package no.omtanke.laws;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import no.omtanke.OmtankeTest;
import no.omtanke.TestTime;
import no.omtanke.TestTown;
import no.omtanke.TestTown.Town;
import no.omtanke.WebSession;
import no.omtanke.organization.DirectoryRegister;
import no.omtanke.organization.Role;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Camunda's web applications, each address as each role: operators look, nobody else gets in, and some of it is closed to all. */
@OmtankeTest
class WebappDoorsTest {

    private static final List<String> FOR_OPERATORS = List.of(
            "/camunda/app/cockpit/default/",
            "/camunda/app/tasklist/default/",
            "/camunda/app/welcome/default/",
            "/camunda/api/admin/auth/user/default",
            "/camunda/api/engine/engine/",
            "/camunda/api/engine/engine/default/task",
            "/camunda/api/engine/engine/default/process-instance/count",
            "/camunda/api/engine/engine/default/history/variable-instance/count",
            "/camunda/api/engine/engine/default/filter",
            "/camunda/api/cockpit/plugin/base/default/process-definition/statistics",
            "/camunda/api/cockpit/plugin/cockpitPlugins/static/app/plugin.js",
            "/camunda/app/cockpit/camunda-cockpit-bootstrap.js",
            "/camunda/lib/deps.js",
            "/camunda/assets/cockpit.svg",
            "/camunda/favicon.ico");

    private static final List<String> ONLY_LEADING_ON =
            List.of("/camunda", "/camunda/", "/camunda/app", "/camunda/app/", "/camunda/app/cockpit", "/camunda/app/tasklist");

    private static final List<String> CLOSED_TO_ALL = List.of(
            "/camunda/app/admin",
            "/camunda/app/admin/default/",
            "/camunda/app/admin/default/setup/",
            "/camunda/api/admin/setup/default/user/create",
            "/camunda/api/admin/auth/user/default/login/cockpit",
            "/webjars/camunda/app/cockpit/index.html",
            "/webjars/camunda/securityFilterRules.json",
            "/plugin/cockpit/app/plugin.js",
            "/engine-rest",
            "/engine-rest/",
            "/engine-rest/task",
            "/engine-rest/engine/default/task",
            "/api/engine/engine/default/task",
            "/app/cockpit/default/");

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    DirectoryRegister register;

    @Autowired
    ProcessEngine engine;

    @LocalServerPort
    int port;

    // Another program of the same run takes the engine's name in the applications' register, and away when it ends.
    @BeforeEach
    void thisEngine() {
        ProcessEngines.registerProcessEngine(engine);
        time.startAt("2026-11-23T10:00");
    }

    @Test
    void operators_get_in_and_nobody_else() {
        Town town = towns.found();
        Map<String, WebSession> sessions = sessions(town);
        List<String> wrong = new ArrayList<>();
        for (var session : sessions.entrySet()) {
            for (String path : FOR_OPERATORS) {
                HttpResponse<String> answer = session.getValue().get(path);
                boolean fine = session.getKey().equals("operator")
                        ? answer.statusCode() == 200 && !answer.body().isEmpty()
                        : refused(session.getKey(), path, answer);
                if (!fine) {
                    wrong.add(session.getKey() + " " + path + " → " + said(answer));
                }
            }
            for (String path : ONLY_LEADING_ON) {
                HttpResponse<String> answer = session.getValue().get(path);
                boolean fine = session.getKey().equals("operator")
                        ? answer.statusCode() == 302 && location(answer).contains("/camunda/app")
                        : refused(session.getKey(), path, answer);
                if (!fine) {
                    wrong.add(session.getKey() + " " + path + " → " + said(answer));
                }
            }
        }
        assertThat(wrong).isEmpty();
        towns.forget(town);
    }

    @Test
    void some_of_it_is_closed_to_all() {
        Town town = towns.found();
        List<String> wrong = new ArrayList<>();
        for (var session : sessions(town).entrySet()) {
            session.getValue().get("/camunda/api/admin/auth/user/default");
            for (String path : CLOSED_TO_ALL) {
                for (String method : List.of("GET", "POST", "PUT", "DELETE")) {
                    HttpResponse<String> answer = session.getValue().json(method, path, method.equals("GET") ? "" : "{}");
                    boolean fine = Set.of(401, 403, 404).contains(answer.statusCode())
                            || session.getKey().equals("stranger") && location(answer).endsWith("/signin");
                    if (!fine) {
                        wrong.add(session.getKey() + " " + method + " " + path + " → " + said(answer));
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        towns.forget(town);
    }

    @Test
    void an_operator_is_known_by_the_directory_and_in_no_other_way() {
        Town town = towns.found();
        long operator = operator(town);
        WebSession session = WebSession.of(port, towns.account(operator));
        assertThat(session.get("/camunda/api/admin/auth/user/default").body()).doesNotContain("\"userId\":\"" + operator);
        assertThat(session.get("/camunda/app/cockpit/default/").statusCode()).isEqualTo(200);
        assertThat(session.get("/camunda/api/admin/auth/user/default").body())
                .contains("\"userId\":\"" + operator + "\"", "cockpit", "tasklist")
                .doesNotContain("admin");
        assertThat(session.get("/camunda/api/engine/engine/default/user/" + operator + "/profile").body())
                .contains("Drift", town.tag());
        // The engine knows no demo user and none of the school's people.
        for (String other : List.of("demo", "admin", String.valueOf(town.principal()))) {
            assertThat(engine.getIdentityService().createUserQuery().userId(other).count()).isZero();
        }
        assertThat(engine.getIdentityService().isReadOnly()).isTrue();
        assertThat(engine.getIdentityService().checkPassword(String.valueOf(operator), TestTown.PASSWORD)).isFalse();
        towns.forget(town);
    }

    @Test
    void their_pages_bring_their_own_content_policy_and_ours_keep_the_strict_one() {
        Town town = towns.found();
        WebSession session = WebSession.of(port, towns.account(operator(town)));
        assertThat(policy(session.get("/camunda/app/cockpit/default/"))).hasSize(1).first().asString().contains("unsafe-eval");
        assertThat(policy(session.get("/operations"))).containsExactly(policy(WebSession.stranger(port).get("/")).get(0));
        assertThat(policy(session.get("/operations")).get(0)).doesNotContain("unsafe");
        towns.forget(town);
    }

    private Map<String, WebSession> sessions(Town town) {
        Map<String, WebSession> sessions = new LinkedHashMap<>();
        sessions.put("stranger", WebSession.stranger(port));
        sessions.put("teacher", WebSession.of(port, towns.account(town.teacher())));
        sessions.put("principal", WebSession.of(port, towns.account(town.principal())));
        sessions.put("owner", WebSession.of(port, towns.account(town.owner())));
        sessions.put("auditor", WebSession.of(port, towns.account(town.auditor())));
        sessions.put("operator", WebSession.of(port, towns.account(operator(town))));
        return sessions;
    }

    private long operator(Town town) {
        long operator = register.addPerson("Drift", town.tag(), "drift." + town.tag() + "@town.example", null, null, "nb");
        register.giveRole(operator, Role.OPERATOR, null, false, LocalDate.of(2020, 8, 1), null);
        return operator;
    }

    /** Whoever is not signed in is asked to, as at every other door; the others are refused. */
    private static boolean refused(String who, String path, HttpResponse<String> answer) {
        if (!who.equals("stranger")) {
            return answer.statusCode() == 403;
        }
        return path.startsWith("/camunda/api/")
                ? answer.statusCode() == 401
                : answer.statusCode() == 302 && location(answer).endsWith("/signin");
    }

    private static List<String> policy(HttpResponse<String> answer) {
        return answer.headers().allValues("Content-Security-Policy");
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    private static String said(HttpResponse<String> answer) {
        return answer.statusCode() + " " + location(answer) + " " + answer.body().substring(0, Math.min(80, answer.body().length()));
    }
}
