package no.omtanke.attacks;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Another site makes a browser send our forms. */
@OmtankeTest
class ForgeryTest {

    /** What a visitor typed is kept in their own draft even when the token is stale; keys and readings come with it. */
    private static final Set<String> MAY_CHANGE = Set.of("form_draft", "held_file", "link_session", "vault_key", "access_log", "flyway_schema_history", "vault_program");

    /** Families' doors take a stale token kindly: what was typed is kept and the visit goes on; nothing is sent by it. */
    private static final List<String> KIND = List.of("/meld", "/min-melding", "/min-plan", "/samtykke", "/bistand", "/sok", "/vedtak", "/soknad", "/l/");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    @Autowired
    TestTown towns;

    @Autowired
    TestTime time;

    @Autowired
    TestMail mail;

    @Autowired
    Story story;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Town town;
    private CaseFile file;
    private String link;

    @BeforeEach
    void aCaseWithATaskAndALink() {
        time.startAt("2026-11-23T10:00");
        mail.forget();
        town = towns.found();
        file = story.guardianReports(town, Map.of());
        time.settle();
        link = mail.to("foresatt." + town.tag() + "@hjemme.example").get(0).link();
    }

    @AfterEach
    void forget() {
        towns.forget(town);
    }

    @Test
    void every_form_is_refused_without_a_token_of_ours_and_changes_nothing() {
        Client principal = Client.of(port, towns.account(town.principal()));
        Client family = family();
        Map<String, String> before = state();
        Set<String> visited = new TreeSet<>();
        List<String> wrong = new ArrayList<>();
        for (String path : posts()) {
            for (Client client : List.of(principal, family, new Client(port))) {
                for (Map<String, String> fields : List.of(all(), with(all(), "_csrf", "guessed"), with(all(), "action", "send"))) {
                    HttpResponse<String> answer = client.postBare(path, fields);
                    boolean kind = KIND.stream().anyMatch(path::startsWith);
                    if (!kind && answer.statusCode() != 403) {
                        wrong.add(path + " → " + answer.statusCode() + " " + Client.location(answer));
                    }
                }
            }
            visited.add(path);
        }
        assertThat(wrong).isEmpty();
        assertThat(visited).contains("/signin", "/signout", "/tasks/search", "/meld", link).hasSizeGreaterThan(25);
        assertThat(changed(before, state())).isEmpty();
        assertThat(principal.get("/tasks").statusCode()).as("still signed in").isEqualTo(200);
    }

    @Test
    void a_form_that_another_site_sends_is_refused_even_with_a_token() {
        Client principal = Client.of(port, towns.account(town.principal()));
        String task = story.open(file, "read-report").taskId();
        for (String site : List.of("cross-site", "same-site")) {
            principal.headers.put("Sec-Fetch-Site", site);
            String token = principal.token();
            assertThat(principal.postBare("/tasks/" + task + "/hand-back", Map.of("_csrf", token)).statusCode()).isEqualTo(403);
            assertThat(principal.postBare("/meld", Map.of("_csrf", token, "action", "save")).statusCode()).isEqualTo(403);
            assertThat(principal.get("/tasks").statusCode()).as("a link may be followed from there").isEqualTo(200);
        }
        assertThat(story.open(file, "read-report").assignee()).isEqualTo(town.principal());
        principal.headers.put("Sec-Fetch-Site", "same-origin");
        assertThat(principal.post("/tasks/" + task + "/hand-back", Map.of()).statusCode()).isEqualTo(302);
        assertThat(story.open(file, "read-report").assignee()).isNull();
    }

    @Test
    void no_other_way_of_writing_a_request_passes_for_one_of_our_forms() {
        Client principal = Client.of(port, towns.account(town.principal()));
        String task = story.open(file, "read-report").taskId();
        Map<String, String> before = state();
        String token = principal.token();
        byte[] json = ("{\"_csrf\":\"" + token + "\",\"back\":\"/tasks\"}").getBytes();
        for (String type : List.of("application/json", "text/plain", "application/xml", "application/x-java-serialized-object", "multipart/form-data; boundary=x", "x")) {
            assertThat(principal.send("POST", "/tasks/" + task + "/take", Map.of("Content-Type", type), json).statusCode())
                    .as(type)
                    .isIn(400, 403, 413, 415);
        }
        for (Map<String, String> override : List.of(Map.of("X-HTTP-Method-Override", "POST"), Map.of("X-HTTP-Method", "POST"), Map.of("X-Method-Override", "POST"))) {
            assertThat(principal.send("GET", "/tasks/" + task + "/take?_method=POST&_csrf=" + Client.encoded(token), override, null).statusCode())
                    .isIn(403, 404, 405);
        }
        assertThat(changed(before, state())).isEmpty();
    }

    // --- what is posted to

    private List<String> posts() {
        Set<String> paths = new TreeSet<>(List.of("/signin", "/signout"));
        String task = story.open(file, "read-report").taskId();
        for (RequestMappingInfo info : mappings.getHandlerMethods().keySet()) {
            Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
            if (methods.isEmpty() || methods.stream().anyMatch(m -> m != RequestMethod.GET)) {
                info.getPatternValues().stream()
                        .filter(p -> !p.startsWith("/dev/") && !p.startsWith("/error"))
                        .map(p -> p.replace("/tasks/{id}", "/tasks/" + task)
                                .replace("{reference}", file.reference())
                                .replace("/l/{token}", link)
                                .replaceAll("\\{what:[^}]*}", "legg-til")
                                .replaceAll("\\{id:[^/]*}$", "1")
                                .replaceAll("\\{[^/]*}+", "1"))
                        .forEach(paths::add);
            }
        }
        return List.copyOf(paths);
    }

    private Map<String, String> all() {
        return Map.of(
                "action", "complete",
                "pupil", String.valueOf(town.pupil()),
                "accused", "pupil",
                "responsible", String.valueOf(town.social()),
                "person", String.valueOf(town.social()),
                "why", "x",
                "done", "yes");
    }

    private static Map<String, String> with(Map<String, String> fields, String name, String value) {
        Map<String, String> more = new TreeMap<>(fields);
        more.put(name, value);
        return more;
    }

    private Client family() {
        Client family = new Client(port);
        assertThat(Client.location(family.post(link, Map.of()))).isEqualTo("/min-melding");
        return family;
    }

    private static Map<String, String> changed(Map<String, String> before, Map<String, String> after) {
        Map<String, String> changed = new TreeMap<>();
        after.forEach((table, now) -> {
            if (!now.equals(before.get(table))) {
                changed.put(table, before.get(table) + " → " + now);
            }
        });
        return changed;
    }

    /** Every table of ours and the engine's open tasks, as one sum each. */
    private Map<String, String> state() {
        Map<String, String> state = new TreeMap<>();
        for (String table : jdbc.sql("select table_name from information_schema.tables where table_schema = 'omtanke' and table_type = 'BASE TABLE'")
                .query(String.class)
                .list()) {
            if (!MAY_CHANGE.contains(table)) {
                state.put(table, sum("omtanke." + table));
            }
        }
        state.put("act_ru_task", sum("public.act_ru_task"));
        state.put("act_ru_execution", jdbc.sql("select count(*)::text from public.act_ru_execution").query(String.class).single());
        return state;
    }

    private String sum(String table) {
        return jdbc.sql("select count(*) || ' ' || coalesce(sum(hashtext(t::text)), 0) from " + table + " t").query(String.class).single();
    }
}
