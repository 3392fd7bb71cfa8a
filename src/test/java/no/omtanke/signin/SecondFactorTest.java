package no.omtanke.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.omtanke.OmtankeTest;
import no.omtanke.TestTown;
import no.omtanke.calendar.MovableClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.ui.ExtendedModelMap;

/** A password opens nothing for somebody who has a second factor, and none opens anything where the house asks for two. */
@OmtankeTest
class SecondFactorTest {

    private static final Pattern SECRET = Pattern.compile("class=\"om-secret\">([A-Z2-7 ]+)<");
    private static final Pattern PAPER = Pattern.compile("<code>([a-z2-7 ]+)</code>");

    @Autowired
    TestTown towns;

    @Autowired
    SecondFactors factors;

    @Autowired
    Accounts accounts;

    @Autowired
    SignIn signIn;

    @Autowired
    Readers readers;

    @Autowired
    KnownBrowsers browsers;

    @Autowired
    SecondFactorPage page;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final byte[] secret = Totp.drawSecret();
    private TestTown.Town town;
    private String username;
    private List<String> paper;
    private Traveller teacher;

    @BeforeEach
    void a_teacher_with_an_app() {
        town = towns.found();
        username = towns.account(town.teacher());
        paper = factors.confirm(town.teacher(), secret, Totp.code(secret, clock.instant())).orElseThrow();
        teacher = new Traveller(port);
    }

    @Test
    void a_password_alone_opens_nothing() {
        assertThat(teacher.location(password(teacher))).isEqualTo("/signin/code");
        for (String door : List.of("/tasks", "/cases", "/plans", "/history", "/operations", "/reports/new")) {
            assertThat(teacher.location(teacher.get(door))).as(door).endsWith("/signin");
        }
        // The last door they knocked at.
        assertThat(teacher.location(code(teacher, nextCode()))).isEqualTo("/reports/new");
        assertThat(teacher.get("/tasks").statusCode()).isEqualTo(200);
    }

    @Test
    void each_step_has_a_session_of_its_own() {
        password(teacher);
        String half = teacher.cookie("omtanke");
        code(teacher, nextCode());
        assertThat(half).isNotEmpty();
        assertThat(teacher.cookie("omtanke")).isNotEmpty().isNotEqualTo(half);
    }

    @Test
    void without_the_password_no_code_is_heard() {
        assertThat(teacher.location(teacher.get("/signin/code"))).isEqualTo("/signin?trouble=again");
        assertThat(teacher.location(teacher.post("/signin", "/signin/code", Map.of("code", nextCode()))))
                .isEqualTo("/signin?trouble=again");
        assertThat(teacher.location(teacher.get("/signin/second-factor"))).endsWith("/signin");
        assertThat(teacher.get("/signin/second-factor/qr.svg").statusCode()).isEqualTo(404);
    }

    @Test
    void a_code_counts_once() {
        String code = nextCode();
        password(teacher);
        assertThat(teacher.location(code(teacher, code))).isEqualTo("/tasks");
        Traveller behind = new Traveller(port);
        password(behind);
        assertThat(behind.location(code(behind, code))).isEqualTo("/signin/code?trouble=wrong");
        assertThat(behind.get("/signin/code?trouble=wrong").body()).contains("brukt før");
    }

    @Test
    void the_code_before_the_last_used_one_counts_no_more() {
        String earlier = nextCode();
        String later = nextCode();
        assertThat(factors.accept(town.teacher(), later)).isTrue();
        assertThat(factors.accept(town.teacher(), earlier)).isFalse();
    }

    @Test
    void a_code_from_paper_counts_once() {
        password(teacher);
        String written = paper.get(3).toUpperCase().replace(" ", "-");
        assertThat(teacher.location(teacher.post("/signin/code", "/signin/code", Map.of("paper", written)))).isEqualTo("/tasks");
        assertThat(factors.leftOnPaper(town.teacher())).isEqualTo(9);
        Traveller again = new Traveller(port);
        password(again);
        assertThat(again.location(again.post("/signin/code", "/signin/code", Map.of("paper", written))))
                .isEqualTo("/signin/code?trouble=wrong");
    }

    @Test
    void after_five_wrong_codes_the_password_is_asked_for_again() {
        password(teacher);
        for (int i = 0; i < 4; i++) {
            assertThat(teacher.location(code(teacher, "000000"))).startsWith("/signin/code?trouble=");
        }
        assertThat(teacher.location(code(teacher, "000000"))).isEqualTo("/signin?trouble=again");
        assertThat(teacher.location(teacher.get("/signin/code"))).isEqualTo("/signin?trouble=again");
    }

    @Test
    void who_knows_the_password_and_guesses_codes_does_not_shut_the_owner_out() {
        password(teacher);
        code(teacher, nextCode());
        Traveller thief = new Traveller(port);
        for (int i = 0; i < 5; i++) {
            password(thief);
            code(thief, "000000");
        }
        password(thief);
        assertThat(thief.location(code(thief, nextCode()))).isEqualTo("/signin/code?trouble=wait");
        teacher.post("/tasks", "/signout", Map.of());
        password(teacher);
        assertThat(teacher.location(code(teacher, nextCode()))).isEqualTo("/tasks");
        Traveller newMachine = new Traveller(port);
        password(newMachine);
        assertThat(newMachine.location(newMachine.post("/signin/code", "/signin/code", Map.of("paper", paper.get(0)))))
                .isEqualTo("/tasks");
    }

    @Test
    void waiting_too_long_with_half_a_sign_in_begins_anew() {
        password(teacher);
        clock.advance(Duration.ofMinutes(16));
        assertThat(teacher.location(code(new Traveller(port), nextCode()))).isEqualTo("/signin?trouble=again");
        assertThat(teacher.location(teacher.get("/signin/code"))).isEqualTo("/signin?trouble=again");
    }

    @Test
    void somebody_who_is_in_connects_an_app_by_themselves() {
        towns.account(town.social());
        Traveller social = new Traveller(port);
        social.post("/signin", "/signin", Map.of("username", "bruker" + town.social(), "password", TestTown.PASSWORD));
        HttpResponse<String> shown = social.get("/signin/second-factor");
        String words = found(SECRET, shown.body());
        assertThat(social.get("/signin/second-factor").body()).as("the same on reload").contains(words);
        HttpResponse<String> picture = social.get("/signin/second-factor/qr.svg");
        assertThat(picture.headers().firstValue("Content-Type").orElse("")).startsWith("image/svg+xml");
        assertThat(picture.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        byte[] theirs = base32(words);
        assertThat(social.location(enrol(social, "000000"))).isEqualTo("/signin/second-factor?trouble=wrong");
        assertThat(factors.has(town.social())).isFalse();

        assertThat(social.location(enrol(social, Totp.code(theirs, clock.instant())))).isEqualTo("/signin/second-factor/codes");
        String codes = social.get("/signin/second-factor/codes").body();
        String first = found(PAPER, codes);
        assertThat(PAPER.matcher(codes).results().count()).isEqualTo(10);
        assertThat(social.location(social.post("/signin/second-factor/codes", "/signin/second-factor/codes", Map.of())))
                .isEqualTo("/tasks");
        assertThat(social.location(social.get("/signin/second-factor/codes"))).endsWith("/signin");

        assertThat(factors.has(town.social())).isTrue();
        assertThat(factors.acceptFromPaper(town.social(), first)).isTrue();
        for (String table : List.of("second_factor", "recovery_code")) {
            String rows = jdbc.sql("select t::text from omtanke." + table + " t").query(String.class).list().toString();
            assertThat(rows).doesNotContain(words.replace(" ", ""), first.replace(" ", ""))
                    .doesNotContain(java.util.HexFormat.of().formatHex(theirs));
        }
    }

    @Test
    void an_app_is_exchanged_by_a_code_and_not_by_a_session_or_a_password() {
        password(teacher);
        assertThat(teacher.location(teacher.get("/signin/second-factor"))).endsWith("/signin");
        code(teacher, nextCode());
        assertThat(teacher.get("/signin/second-factor").body()).contains("10 reservekoder").doesNotContain("om-secret");
        assertThat(teacher.get("/signin/second-factor/qr.svg").statusCode()).isEqualTo(404);
        assertThat(teacher.location(enrol(teacher, nextCode()))).endsWith("/signin");
        String replace = "/signin/second-factor/replace";
        assertThat(teacher.location(teacher.post("/signin/second-factor", replace, Map.of("code", "000000", "paper", ""))))
                .isEqualTo("/signin/second-factor?trouble=wrong");
        teacher.post("/signin/second-factor", replace, Map.of("code", nextCode(), "paper", ""));
        byte[] newer = base32(found(SECRET, teacher.get("/signin/second-factor").body()));
        enrol(teacher, Totp.code(newer, clock.instant()));
        assertThat(factors.accept(town.teacher(), nextCode())).isFalse();
        assertThat(factors.accept(town.teacher(), Totp.code(newer, clock.instant()))).isTrue();
        assertThat(factors.acceptFromPaper(town.teacher(), paper.get(0))).isFalse();
    }

    @Test
    void where_two_factors_are_required_a_password_leads_to_the_app_first() throws Exception {
        accounts.create(town.deputy(), "inspektor" + town.deputy(), TestTown.PASSWORD);
        var required = new SignInSettings(null, null, SignInSettings.SecondFactor.REQUIRED);
        var passed = new PasswordPassed(factors, required, accounts, signIn, browsers, clock);
        MockHttpServletRequest request = new MockHttpServletRequest();
        MockHttpServletResponse response = new MockHttpServletResponse();
        passed.onAuthenticationSuccess(request, response, new SignedIn(readers.of(town.deputy()).orElseThrow()));
        assertThat(response.getRedirectedUrl()).isEqualTo("/signin/second-factor");
        assertThat(request.getSession().getAttribute("SPRING_SECURITY_CONTEXT")).isNull();

        ExtendedModelMap model = new ExtendedModelMap();
        assertThat(page.show("", request, model)).isEqualTo("signin/second-factor");
        byte[] theirs = base32(String.valueOf(model.get("secret")));
        assertThat(page.confirm("123", request, response)).endsWith("trouble=wrong");
        assertThat(page.confirm(Totp.code(theirs, clock.instant()), request, response)).endsWith("/codes");
        assertThat(request.getSession().getAttribute("SPRING_SECURITY_CONTEXT")).isNotNull();
        org.springframework.security.core.context.SecurityContextHolder.clearContext();
    }

    private HttpResponse<String> password(Traveller who) {
        return who.post("/signin", "/signin", Map.of("username", username, "password", TestTown.PASSWORD));
    }

    private static HttpResponse<String> code(Traveller who, String code) {
        return who.post("/signin", "/signin/code", Map.of("code", code));
    }

    private static HttpResponse<String> enrol(Traveller who, String code) {
        return who.post("/signin", "/signin/second-factor", Map.of("code", code));
    }

    /** Half a minute later: a code that has not been used yet. */
    private String nextCode() {
        clock.advance(Duration.ofSeconds(31));
        return Totp.code(secret, clock.instant());
    }

    private static String found(Pattern what, String page) {
        Matcher found = what.matcher(page);
        assertThat(found.find()).as("%s on the page", what).isTrue();
        return found.group(1);
    }

    static byte[] base32(String words) {
        var bits = new java.math.BigInteger("1");
        for (char c : words.replace(" ", "").toCharArray()) {
            bits = bits.shiftLeft(5).or(java.math.BigInteger.valueOf("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c)));
        }
        byte[] all = bits.toByteArray();
        return java.util.Arrays.copyOfRange(all, all.length - 20, all.length);
    }
}
