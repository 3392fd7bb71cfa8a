package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import no.omtanke.Trial;
import no.omtanke.TestMail;
import no.omtanke.attacks.Client;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.FileContent;
import no.omtanke.concern.FamilyDoor;
import no.omtanke.decision.DecisionDoor;
import no.omtanke.dossier.Registering;
import no.omtanke.dossier.Review;
import no.omtanke.form.Answers;
import no.omtanke.organization.BodyKind;
import no.omtanke.process.TaskRow;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;

/**
 * Markup, script and expressions of every engine we use are planted in every free field of every form, in file names, and in the names of
 * everybody in the directory. Then every page that shows a case is opened by everybody who may: it must stand there as it was written.
 */
class PlantedTest extends HelpStory {

    private final String mark = "plantet" + UUID.randomUUID().toString().substring(0, 6);
    private final String planted = mark + "\"><script>alert(1)</script><img src=x onerror=alert(1)>'${7*7}#{7*7}[[${7*7}]]__${7*7}__*{7*7}"
            + "{{7*7}}=7*7 ${T(java.lang.Runtime).getRuntime().exec('x')}</textarea></title><svg/onload=alert(1)>";

    private final Map<Long, Client> sessions = new LinkedHashMap<>();
    private final Set<String> shownAt = new TreeSet<>();
    private final Set<String> tried = new HashSet<>();

    @Autowired
    FamilyDoor door;

    @Autowired
    Registering registering;

    @Autowired
    Review review;

    @Autowired
    Trial trial;

    @Autowired
    DecisionDoor decisionDoor;

    @LocalServerPort
    int port;

    @BeforeEach
    void namesAreTextToo() {
        towns.forget(town);
        town = towns.found(UUID.randomUUID().toString().substring(0, 8), planted);
    }

    @Test
    void what_is_planted_in_any_field_is_shown_as_it_was_written_and_never_run() throws IOException {
        CaseFile file = reported(words("report-guardian"));
        door.add(file.id(), new Answers("new-information", Map.of("newInformation", planted)), List.of(new FileContent(
                planted + ".txt", "text/plain", planted.getBytes(StandardCharsets.UTF_8))));
        for (long person : List.of(town.principal(), town.social(), town.teacher(), town.owner(), town.auditor())) {
            sessions.put(person, Client.of(port, towns.account(person)));
        }
        while (story.now(file).open()) {
            lookAround(file);
            if (openTasks(file).isEmpty()) {
                time.passTo(today().plusDays(1) + "T09:00");
                continue;
            }
            String task = openTasks(file).get(0);
            for (TaskRow row : tasks.ofCase(file.id()).stream().filter(TaskRow::open).toList()) {
                sessions.forEach((who, session) -> look(session, "/tasks/" + row.taskId()));
            }
            switch (task) {
                case "conclude" -> done(file, task, words(task, "safe", "no", "plan", "yes"));
                default -> done(file, task, words(story.open(file, task).formId()));
            }
            follow();
        }
        lookAround(file);
        supervised(file);
        assertThat(shownAt)
                .as("where it was seen")
                .contains("/tasks", "/tasks/{}", "/cases", "/cases/{}", "/cases/{}/plan", "/history/{}", "/min-plan", "/reports/send-form",
                        "/cases/{}/requests", "/tasks/{}/documents");
    }

    /** Statsforvalteren asks: the same words in the request, on the list and in the orders. */
    private void supervised(CaseFile file) throws IOException {
        Map<String, Object> letter = new HashMap<>();
        String[] said = words("supervision-request", "letterOn", "2026-11-20", "answerBy", "2027-12-01");
        for (int i = 0; i < said.length; i += 2) {
            letter.put(said[i], said[i + 1]);
        }
        registering.register(
                towns.reader(town.owner()), file.reference(), new Answers("supervision-request", letter), List.of());
        time.settle();
        Client owner = sessions.get(town.owner());
        String task = story.open(file, "prepare-dossier").taskId();
        look(owner, "/tasks/" + task + "/documents");
        review.accept(towns.reader(town.owner()), task, planted);
        look(owner, "/tasks/" + task + "/documents");
        done(file, "prepare-dossier", words("prepare-dossier"));
        done(file, "send-dossier", words("send-dossier"));
        done(file, "register-ruling", words("register-ruling", "ruling", "breach-orders", "orders[0].orderBy", "2027-12-24"));
        look(owner, "/tasks/" + story.open(file, "carry-out-order").taskId());
        look(owner, "/cases/" + file.reference() + "/requests");
    }

    @Test
    void what_is_planted_in_what_others_are_asked_and_answer_is_not_run_either() throws IOException {
        CaseFile file = heardCase();
        for (long person : List.of(town.principal(), town.teacher())) {
            sessions.put(person, Client.of(port, towns.account(person)));
        }
        String page = "/cases/" + file.reference() + "/help";
        UUID first = asked(file, body(BodyKind.SFO), entry -> true, words("ask-for-help"));
        follow();
        helps(first, "answer-involvement", words("answer-involvement", "bodyAnswer", "ask"));
        done(file, "clarify-involvement", words("clarify-involvement"));
        follow();
        helps(first, "answer-involvement");
        helps(first, "give-advice", words("give-advice"));
        UUID second = asked(file, body(BodyKind.PPT), words("ask-for-help"));
        follow();
        sessions.forEach((who, session) -> {
            for (String path : List.of(page, page + "/new", page + "/" + first, page + "/" + second, "/cases/" + file.reference())) {
                look(session, path);
            }
            tasks.ofCase(file.id()).stream().filter(TaskRow::open).forEach(row -> look(session, "/tasks/" + row.taskId()));
        });
        assertThat(shownAt).contains("/bistand", "/samtykke", "/tasks/{}", "/cases/{}");
    }

    @Test
    void what_is_planted_in_the_record_of_an_intervention_is_shown_as_it_was_written_and_never_run() throws IOException {
        Map<String, String> said = new HashMap<>();
        List<String> words = List.of(words("physical-intervention", "injured", "yes"));
        for (int i = 0; i < words.size(); i += 2) {
            said.put(words.get(i), words.get(i + 1));
        }
        CaseFile file = story.intervention(town, towns.reader(town.social()), said);
        time.settle();
        for (long person : List.of(town.principal(), town.deputy(), town.owner(), town.auditor())) {
            sessions.put(person, Client.of(port, towns.account(person)));
        }
        while (story.now(file).open()) {
            lookAround(file);
            TaskRow row = story.open(file, openTasks(file).get(0));
            sessions.forEach((who, session) -> look(session, "/tasks/" + row.taskId()));
            done(row, words(row.formId()));
        }
        lookAround(file);
        assertThat(shownAt).contains("/tasks", "/tasks/{}", "/cases", "/cases/{}");
    }

    @Test
    void what_is_planted_where_a_pupil_needs_adaptation_is_shown_as_it_was_written_and_never_run() throws IOException {
        CaseFile file = story.needRaised(town, towns.reader(town.social()), SupportStory.pairs(words("report-support-need")));
        time.settle();
        body(BodyKind.PPT);
        for (long person : List.of(town.principal(), town.teacher(), town.owner())) {
            sessions.put(person, Client.of(port, towns.account(person)));
        }
        for (String task : List.of("read-support-need", "try-adaptation", "write-referral")) {
            TaskRow row = story.open(file, task);
            sessions.forEach((who, session) -> look(session, "/tasks/" + row.taskId()));
            done(file, task, words(task));
        }
        follow();
        UUID help = jdbc.sql("select id from involvement where case_id = ?").param(file.id()).query(UUID.class).single();
        saysYes(help, town.guardian());
        follow();
        for (String task : List.of("acknowledge-referral", "expert-assessment")) {
            helps(help, task, words(task));
            follow();
        }
        lookAround(file);
        TaskRow decide = story.open(file, "decide-support");
        sessions.forEach((who, session) -> look(session, "/tasks/" + decide.taskId()));
        assertThat(shownAt).contains("/bistand", "/samtykke", "/tasks/{}", "/cases/{}");
    }

    @Test
    void what_is_planted_in_following_up_absence_is_shown_as_it_was_written_and_never_run() throws IOException {
        CaseFile file = muchAway();
        for (long person : List.of(town.teacher(), town.principal(), town.social(), town.auditor())) {
            sessions.put(person, Client.of(port, towns.account(person)));
        }
        for (String task : List.of("talk-absence", "plan-absence", "do-absence-measure")) {
            lookAround(file);
            TaskRow row = story.open(file, task);
            sessions.forEach((who, session) -> look(session, "/tasks/" + row.taskId()));
            done(row, words(task));
        }
        lookAround(file);
        assertThat(shownAt).contains("/tasks/{}", "/cases/{}");
    }

    @Test
    void what_is_planted_in_a_decision_and_an_appeal_is_shown_as_it_was_written_and_never_run() throws IOException {
        CaseFile file = trial.begin(town);
        for (long person : List.of(town.principal(), town.owner())) {
            sessions.put(person, Client.of(port, towns.account(person)));
        }
        done(file, "decide-trial", words("decide-trial"));
        follow();
        UUID decision = jdbc.sql("select id from individual_decision where case_id = ?").param(file.id()).query(UUID.class).single();
        Map<String, Object> said = new HashMap<>();
        String[] words = words("send-appeal");
        for (int i = 0; i < words.length; i += 2) {
            said.put(words[i], words[i + 1]);
        }
        decisionDoor.appeal(decision, town.guardian(), new Answers("send-appeal", said), List.of());
        time.settle();
        for (String task : List.of("reconsider-appeal", "forward-appeal", "register-appeal-outcome")) {
            sessions.forEach((who, session) -> look(session, "/tasks/" + story.open(file, task).taskId()));
            look(sessions.get(town.principal()), "/cases/" + file.reference());
            look(sessions.get(town.principal()), "/cases/" + file.reference() + "/appeal");
            done(file, task, words(task));
            follow();
        }
        assertThat(shownAt).contains("/vedtak", "/tasks/{}", "/cases/{}");
    }

    private void lookAround(CaseFile file) {
        sessions.forEach((who, session) -> {
            for (String path : List.of(
                    "/tasks", "/tasks?tab=mine", "/tasks?tab=waiting", "/tasks?tab=done", "/cases?state=all", "/cases", "/today", "/plans", "/plans/examples",
                    "/reports/send-form", "/reports/new", "/reports/intervention", "/reports/support-need", "/reports/exemption", "/history", "/operations", "/cases/" + file.reference(),
                    "/cases/" + file.reference() + "/plan", "/cases/" + file.reference() + "/reopen", "/history/" + file.reference())) {
                look(session, path);
            }
        });
    }

    /** The links that came by mail since the last time. */
    private void follow() throws IOException {
        for (TestMail.Message message : mail.all()) {
            if (!message.text().contains("http://omtanke.test/l/") || !tried.add(message.link())) {
                continue;
            }
            Client family = new Client(port);
            HttpResponse<String> opened = family.post(message.link(), Map.of());
            if (opened.statusCode() == 302) {
                prove(family, Client.location(opened), message.to());
                look(family, Client.location(opened).replaceAll("/kode.*", ""));
                for (String path : List.of("/min-melding/legg-til", "/min-melding/ikke-hort", "/min-plan/skriv", "/min-plan/ikke-hort", "/min-plan/versjon/1")) {
                    look(family, path);
                }
            }
        }
    }

    /** The second step: a code by mail for a plan, for an unconfirmed report what its reporter knows. */
    private void prove(Client family, String page, String address) throws IOException {
        if (page.contains("/kode") && !page.startsWith("/min-melding")) {
            family.post(page.replaceAll("[?].*", ""), Map.of("action", "open", "code", mail.code(address)));
            return;
        }
        List<String> said = List.of(words("report-guardian"));
        for (String field : List.of("phone", "childName")) {
            family.post("/min-melding/kode", Map.of("action", "open", "code", said.get(said.indexOf(field) + 1)));
        }
    }

    private void look(Client session, String path) {
        HttpResponse<String> page = session.get(path);
        assertThat(page.statusCode()).as(path).isNotEqualTo(500);
        String body = page.body();
        assertThat(body).as(path).doesNotContain("<script>alert", "<img src=x", "<svg/onload", mark + "\"", "</textarea></title>");
        assertThat(HtmlUtils.htmlUnescape(body)).as("nothing is evaluated: %s", path).doesNotContain("'49", "[[49]]", "__49__", "}}=49");
        if (HtmlUtils.htmlUnescape(body).contains(planted)) {
            shownAt.add(path.replaceAll("[?].*", "").replaceAll("(/tasks|/cases|/history)/[^/]+", "$1/{}"));
        }
    }

    /** Every question of the form that is answered in free words, as far as its length goes. */
    private String[] words(String form, String... more) throws IOException {
        Map<String, String> said = new HashMap<>();
        Path file = Stream.of("school-environment", "activity-plan", "involvement", "supervision", "physical-intervention", "support-needs", "absence-follow-up", "exemption", "leave-of-absence", "decision", "appeal")
                .map(folder -> Path.of("forms", folder, form + ".form"))
                .flatMap(path -> Stream.of(path, Path.of("src/test/resources/forms/trial", form + ".form")))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        freeText(new ObjectMapper().readTree(file.toFile()), "", said);
        for (int i = 0; i < more.length; i += 2) {
            said.put(more[i], more[i + 1]);
        }
        if (form.equals("close-case")) {
            said.putAll(Map.of("closeTold[0].closeToldHow", "phone", "closeTold[0].closeToldDate", today().toString()));
        } else if (form.equals("decide-visibility")) {
            // Not every pupil of the story has guardians to choose from.
            said.keySet().removeIf(name -> name.startsWith("otherGuardians"));
        } else if (form.equals("conclude")) {
            said.put("toldWhom[0].toldDate", today().toString());
        }
        List<String> flat = new ArrayList<>();
        said.forEach((name, answer) -> flat.addAll(List.of(name, answer)));
        return flat.toArray(String[]::new);
    }

    private void freeText(JsonNode parent, String prefix, Map<String, String> said) {
        for (JsonNode field : parent.path("components")) {
            String type = field.path("type").asText();
            JsonNode limits = field.path("validate");
            if ((type.equals("textfield") || type.equals("textarea"))
                    && !limits.has("validationType")
                    && !limits.has("pattern")
                    && !field.path("properties").path("widget").asText().equals("file")) {
                int longest = limits.path("maxLength").asInt(1000);
                said.put(prefix + field.path("key").asText(), planted.substring(0, Math.min(longest, planted.length())));
            }
            freeText(field, type.equals("dynamiclist") ? field.path("path").asText() + "[0]." : prefix, said);
        }
    }
}
