package no.omtanke.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.omtanke.OmtankeTest;
import no.omtanke.TestMail;
import no.omtanke.TestTown;
import no.omtanke.WebSession;
import no.omtanke.access.CasePolicy;
import no.omtanke.access.Part;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.SecureLinks;
import no.omtanke.matrix.Scene.Scenery;
import no.omtanke.matrix.Section.Whose;
import no.omtanke.organization.BodyKind;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngines;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Every endpoint × every role × every kind of case, asked over HTTP, against what the policy says and the documentation shows. What may
 * not be seen must answer as what never existed: the same status, headers and page.
 */
@OmtankeTest
class MatrixTest {

    private static final Path TABLE = Path.of("docs", "who-sees-what.md");

    /** What differs from one answer to the next without saying anything. */
    private static final Set<String> CHANGING = Set.of("date", "set-cookie", "content-length", "keep-alive", "connection");

    /** Servlets of their own, what must stay unknown although a library might map it one day, and files behind the one mapping of all. */
    private static final List<String> OF_NO_MAPPING =
            List.of("/camunda/", "/engine-rest", "/assets/", "/css/", "/js/", "/favicon.svg");

    /** A reference like any other that nobody was ever given. */
    private static final String NEVER = "S26-99ZZ99";

    @Autowired
    ApplicationContext program;

    @Autowired
    CasePolicy policy;

    @Autowired
    SecureLinks links;

    @Autowired
    TestTown towns;

    @Autowired
    TestMail mail;

    @Autowired
    ProcessEngine engine;

    @LocalServerPort
    int port;

    private final Map<String, WebSession> sessions = new HashMap<>();
    private final Map<String, String> unknown = new HashMap<>();
    private final Map<String, String> strangers = new HashMap<>();
    private final Map<String, List<String>> wrong = new TreeMap<>();
    private Scene scene;

    @Test
    void the_page_in_the_documentation_is_the_policy() throws Exception {
        String now = new WhoSeesWhat().page();
        if (Boolean.getBoolean("omtanke.write-table")) {
            Files.writeString(TABLE, now);
        }
        assertThat(Files.exists(TABLE) ? Files.readString(TABLE) : "")
                .as("what somebody sees has changed: look at it, then write the page anew with"
                        + " bin/test -Dtest=MatrixTest -Domtanke.write-table=true")
                .isEqualTo(now);
    }

    @Test
    void every_endpoint_is_in_the_table() {
        Set<String> listed = Endpoints.ALL.stream()
                .map(e -> e.method() + " " + e.pattern().replaceAll("\\?.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> missing = mapped().stream().filter(m -> !listed.contains(m)).toList();
        assertThat(missing)
                .as("Nobody has said who may come to these: add a line for each to %s with the section that says who gets in,"
                        + " and write docs/who-sees-what.md anew", Endpoints.class.getSimpleName())
                .isEmpty();
        Set<String> mapped = new TreeSet<>(mapped());
        assertThat(listed.stream().filter(line -> !mapped.contains(line) && OF_NO_MAPPING.stream().noneMatch(line::contains)))
                .as("lines for what is not there any more")
                .isEmpty();
    }

    @Test
    void every_door_answers_as_the_table_says() {
        // Another program of the same run takes the engine's name in the applications' register.
        ProcessEngines.registerProcessEngine(engine);
        scene = (Scene) program.getAutowireCapableBeanFactory()
                .autowire(Scene.class, AutowireCapableBeanFactory.AUTOWIRE_CONSTRUCTOR, false);
        scene.begin();
        try {
            Cast.MEMBERS.forEach(member -> sessions.put(member.who(), session(member)));
            for (Endpoint endpoint : Endpoints.ALL) {
                Cast.MEMBERS.forEach(member -> visit(member, endpoint));
            }
            Cast.MEMBERS.stream().filter(member -> member.reader() != null).forEach(this::underTheirOwnName);
        } finally {
            scene.end();
        }
        assertThat(wrong).isEmpty();
    }

    // --- asking

    private void visit(Member member, Endpoint endpoint) {
        Section section = endpoint.section();
        if (section.ofCase()) {
            for (CaseKind kind : CaseKind.values()) {
                Answer expected = section.expected(member, kind, policy);
                // The door knows no case: whoever it is closed to is asked about their own, which opens most easily.
                if (kind != CaseKind.OWN && (expected == Answer.CLOSED || expected == Answer.SIGN_IN)) {
                    continue;
                }
                Scenery of = scene.of(member, kind);
                String task = scene.taskId(section, kind, of);
                if (section.part == Part.TASK) {
                    scene.handOut(member, kind, of);
                }
                // Who is not asked cannot be taken off again.
                if (endpoint.pattern().endsWith("/writers/end")) {
                    sessions.get(member.who()).post("/tasks/" + task + "/writers", scene.form(endpoint, of));
                }
                compare(member, endpoint, kind.column, expected, of, Whose.OWN, task);
            }
        } else if (section.byLink()) {
            for (Whose whose : section.named() ? Whose.values() : new Whose[] {Whose.OWN}) {
                Answer expected = section.expected(member, whose, policy);
                boolean theLinked = member.who().equals(Cast.LINKED_GUARDIAN);
                Whose asked = theLinked && whose != Whose.OTHER ? other(whose) : whose;
                Scenery of = scene.of(member, whose == Whose.OTHER ? CaseKind.OTHER_SCHOOL : CaseKind.OWN);
                String task = asked == Whose.LINKED ? of.linkedAsked() : of.asked();
                compare(member, endpoint, whose.column, expected, of, asked, task);
            }
        } else {
            Scenery of = scene.of(member, CaseKind.OWN);
            compare(member, endpoint, "", section.expected(member), of, Whose.OWN, of.task());
        }
    }

    /** A file, a measure or a run of a case that is not theirs, asked for under the reference of one that is. */
    private void underTheirOwnName(Member member) {
        Scenery own = scene.of(member, CaseKind.OWN);
        Scenery other = scene.of(member, CaseKind.OTHER_SCHOOL);
        String nothing = UUID.randomUUID().toString();
        Map<String, String> asked = Map.of(
                "/cases/" + own.reference() + "/files/" + other.document(), "/cases/" + own.reference() + "/files/" + nothing,
                "/history/" + own.reference() + "/path/" + other.run(), "/history/" + own.reference() + "/path/" + nothing,
                "/history/" + own.reference() + "/model/" + other.run(), "/history/" + own.reference() + "/model/" + nothing);
        WebSession session = sessions.get(member.who());
        asked.forEach((theirs, never) -> {
            String said = said(session.get(theirs), theirs);
            if (!said.equals(said(session.get(never), never)) || !said.startsWith("40")) {
                wrong.computeIfAbsent("GET " + theirs.replaceAll("[^/]{9,}", "…") + " as " + member.who(), w -> new ArrayList<>())
                        .add("another case's, under their own: " + said.substring(0, 3));
            }
        });
    }

    private static Whose other(Whose whose) {
        return whose == Whose.OWN ? Whose.LINKED : Whose.OWN;
    }

    private void compare(
            Member member, Endpoint endpoint, String column, Answer expected, Scenery of, Whose whose, String task) {
        String path = scene.fill(endpoint, of, whose, task);
        HttpResponse<String> response = send(member, endpoint, path, of);
        String said = said(response, path);
        Answer answer = answer(member, endpoint, response, said, of, whose);
        if (answer != expected) {
            String what = answer == null ? "neither opens nor is like what never existed: " : answer + " ";
            wrong.computeIfAbsent(endpoint.name() + " as " + member.who(), w -> new ArrayList<>())
                    .add(column + ": expected " + expected + ", got " + what + response.statusCode() + " " + location(response)
                            + (answer == null ? difference(said, unknown.get(key(member, endpoint))) : "")
                            + (expected == Answer.NO_LINK ? difference(main(said), strangers.get(endpoint.name())) : ""));
        }
    }

    private Answer answer(
            Member member, Endpoint endpoint, HttpResponse<String> response, String said, Scenery of, Whose whose) {
        int status = response.statusCode();
        if (endpoint.section() == Section.SIGNING_IN && status < 500) {
            return Answer.OPENS;
        }
        if (status == 401 || location(response).endsWith("/signin")) {
            return Answer.SIGN_IN;
        }
        if (status == 403) {
            return Answer.CLOSED;
        }
        if (Set.of(Section.OPEN, Section.CAMUNDA, Section.SIGNING_IN).contains(endpoint.section())) {
            return Answer.OPENS;
        }
        if (status == 404) {
            return endpoint.section().part == null || said.equals(never(member, endpoint, of)) ? Answer.UNKNOWN : null;
        }
        if (status >= 500) {
            return null;
        }
        return endpoint.section().byLink() && main(said).equals(stranger(endpoint, of, whose)) ? Answer.NO_LINK : Answer.OPENS;
    }

    /** What the member hears of something that never existed. */
    private String never(Member member, Endpoint endpoint, Scenery of) {
        return unknown.computeIfAbsent(key(member, endpoint), key -> {
            UUID id = UUID.randomUUID();
            Scenery nothing = of.renamed(NEVER, id);
            String path = scene.fill(endpoint, nothing, Whose.OWN, id.toString());
            return said(send(member, endpoint, path, of), path);
        });
    }

    /** What somebody without any link sees at the same address. */
    private String stranger(Endpoint endpoint, Scenery of, Whose whose) {
        return strangers.computeIfAbsent(endpoint.name(), name -> {
            Member nobody = Cast.MEMBERS.get(0);
            String path = scene.fill(endpoint, of, whose, of.asked());
            return main(said(send(nobody, endpoint, path, of), path));
        });
    }

    // Around it stands who is signed in.
    private static String main(String said) {
        int begins = said.indexOf("<main");
        return begins < 0 ? said : said.substring(begins, said.indexOf("</main>"));
    }

    private static String key(Member member, Endpoint endpoint) {
        return member.who() + " " + endpoint.name();
    }

    private HttpResponse<String> send(Member member, Endpoint endpoint, String path, Scenery of) {
        WebSession session = sessions.get(member.who());
        if ("json".equals(endpoint.header())) {
            if (session.cookie("XSRF-TOKEN") == null) {
                session.get("/camunda/api/admin/auth/user/default");
            }
            return session.json(endpoint.method(), path, "{}");
        }
        if (endpoint.method().equals("GET")) {
            return session.get(path);
        }
        return "X-Autosave".equals(endpoint.header())
                ? session.post(path, scene.form(endpoint, of), "X-Autosave", "true")
                : session.post(path, scene.form(endpoint, of));
    }

    // Everything that was said, up to the address that was asked for and what is drawn anew each time.
    private static String said(HttpResponse<String> response, String path) {
        String headers = response.headers().map().entrySet().stream()
                .filter(h -> !h.getKey().startsWith(":") && !CHANGING.contains(h.getKey().toLowerCase()))
                .map(h -> h.getKey().toLowerCase() + "=" + h.getValue())
                .sorted()
                .collect(Collectors.joining("\n"));
        String body = response.body().replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "name=\"_csrf\"");
        for (String part : path.split("[/?]")) {
            if (part.length() > 9) {
                body = body.replace(part, "…");
            }
        }
        return response.statusCode() + "\n" + headers + "\n" + body;
    }

    private static String difference(String said, String other) {
        if (other == null) {
            return "";
        }
        String[] mine = said.split("\n");
        String[] theirs = other.split("\n");
        for (int i = 0; i < Math.min(mine.length, theirs.length); i++) {
            if (!mine[i].equals(theirs[i])) {
                return " line " + i + ": " + mine[i].strip() + " ≠ " + theirs[i].strip();
            }
        }
        return " one is longer";
    }

    private static String location(HttpResponse<String> response) {
        return response.headers().firstValue("Location").orElse("");
    }

    // --- coming in

    private WebSession session(Member member) {
        if (member.reader() != null) {
            return WebSession.of(port, towns.account(scene.person(member.who())));
        }
        WebSession session = WebSession.stranger(port);
        Scenery own = scene.of(member, CaseKind.OWN);
        if (member.links().contains("link:")) {
            // A third party sees their own report as a guardian does: the case of a link is the only one it knows.
            String next = open(session, LinkPurpose.MY_REPORT, own.caseId(), null);
            if (next.endsWith("/kode")) {
                // Nobody has confirmed the address: how the telephone number of the report ends.
                proves(session, "/min-melding", "0000");
            }
        }
        if (member.links().contains("plan-link:")) {
            boolean theLinked = member.who().equals(Cast.LINKED_GUARDIAN);
            long person = theLinked
                    ? scene.linkedGuardian()
                    : member.who().equals(Cast.PUPIL) ? scene.town().pupil() : scene.town().guardian();
            open(session, LinkPurpose.MY_PLAN, theLinked ? own.linkedPlan() : own.plan(), person);
            proves(session, "/min-plan", mail.code(scene.address(person)));
        }
        if (member.links().contains("consent-link:")) {
            UUID asked = scene.asked(own, BodyKind.PPT);
            open(session, LinkPurpose.CONSENT, asked, scene.town().guardian());
            proves(session, "/samtykke", mail.code(scene.address(scene.town().guardian())));
        }
        if (member.links().contains("decision-link:")) {
            open(session, LinkPurpose.DECISION, scene.decided(own), scene.town().guardian());
            proves(session, "/vedtak", mail.code(scene.address(scene.town().guardian())));
        }
        if (member.links().contains("body-link:")) {
            UUID asked = scene.asked(own, BodyKind.SFO);
            open(session, LinkPurpose.INVOLVEMENT, asked, null);
            proves(session, "/bistand", mail.code(scene.bodysAddress(BodyKind.SFO)));
        }
        return session;
    }

    private String open(WebSession session, LinkPurpose purpose, UUID subject, Long person) {
        String address = links.issue(purpose, subject, person, Duration.ofDays(30));
        HttpResponse<String> opened = session.post(address.substring(address.indexOf("/l/")), Map.of("action", "open"));
        assertThat(opened.statusCode()).as("the link of %s opens", purpose).isEqualTo(302);
        return location(opened);
    }

    private static void proves(WebSession session, String page, String code) {
        HttpResponse<String> in = session.post(page + "/kode", Map.of("action", "open", "code", code));
        assertThat(location(in)).as("the second step of %s", page).endsWith(page);
    }

    // --- what there is

    /** Method and pattern of everything that any part of the program maps. */
    private List<String> mapped() {
        return program.getBeansOfType(HandlerMapping.class).values().stream()
                .flatMap(mapping -> mapping instanceof RequestMappingInfoHandlerMapping methods
                        ? methods.getHandlerMethods().keySet().stream().flatMap(MatrixTest::named)
                        : mapping instanceof AbstractUrlHandlerMapping urls
                                ? urls.getHandlerMap().keySet().stream().map(pattern -> "GET " + pattern)
                                : Stream.<String>empty())
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<String> named(RequestMappingInfo info) {
        Set<String> methods = info.getMethodsCondition().getMethods().isEmpty()
                ? Set.of("GET")
                : info.getMethodsCondition().getMethods().stream().map(Enum::name).collect(Collectors.toSet());
        return info.getPatternValues().stream().flatMap(pattern -> methods.stream().map(method -> method + " " + pattern));
    }
}
