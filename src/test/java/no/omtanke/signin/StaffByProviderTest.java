package no.omtanke.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import no.omtanke.OmtankeTest;
import no.omtanke.TestProviders;
import no.omtanke.TestTown;
import no.omtanke.organization.IdentityRegister;
import no.omtanke.organization.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Staff come in by Feide: who they are is the provider's word, what they may is ours. */
@OmtankeTest
class StaffByProviderTest {

    private static final String EPPN = "https://n.feide.no/claims/eduPersonPrincipalName";

    @Autowired
    TestTown towns;

    @Autowired
    IdentityRegister identities;

    @LocalServerPort
    int port;

    private TestTown.Town town;
    private String name;
    private Traveller teacher;

    @BeforeEach
    void a_teacher_with_a_name_at_feide() {
        town = towns.found();
        name = "larer." + town.tag() + "@solvik.example";
        identities.register(town.teacher(), "feide", name);
        teacher = new Traveller(port);
    }

    @Test
    void an_employee_comes_in_with_the_roles_that_are_kept_here() {
        assertThat(teacher.get("/signin").body()).contains("Logg inn med Feide", "/signin/with/feide");
        says(Map.of(EPPN, name.toUpperCase(), "roles", "operator", "groups", "auditor"));
        HttpResponse<String> back = teacher.throughProvider("/signin/with/feide");
        assertThat(teacher.location(back)).isEqualTo("/tasks");
        assertThat(teacher.get("/tasks").body()).contains("Kontaktlærer " + town.tag());
        assertThat(teacher.get("/signin/second-factor").body()).contains("Du trenger ingen kodeapp her");
        assertThat(teacher.get("/operations").statusCode()).isEqualTo(403);
        assertThat(teacher.get("/history").statusCode()).isEqualTo(403);
    }

    @Test
    void who_was_on_the_way_somewhere_goes_on() {
        assertThat(teacher.location(teacher.get("/cases?page=2"))).contains("/signin");
        says(Map.of(EPPN, name));
        assertThat(teacher.location(teacher.throughProvider("/signin/with/feide"))).startsWith("/cases?page=2");
    }

    @Test
    void a_person_we_do_not_know_is_told_so_and_gets_nothing() {
        says(Map.of(EPPN, "ukjent@solvik.example", "roles", "operator"));
        nothing(teacher.throughProvider("/signin/with/feide"), "unknown");
        assertThat(teacher.get("/signin?trouble=unknown").body()).contains("kjenner ikke igjen navnet");
        says(Map.of("email", name));
        nothing(teacher.throughProvider("/signin/with/feide"), "unknown");
    }

    @Test
    void a_name_at_one_provider_is_no_name_at_another() {
        identities.register(town.deputy(), "entra", "begge." + name);
        says(Map.of(EPPN, "begge." + name));
        nothing(teacher.throughProvider("/signin/with/feide"), "unknown");
    }

    @Test
    void who_holds_no_role_any_more_gets_nothing() {
        towns.leave(town.teacher(), Role.CONTACT_TEACHER, town.school(), LocalDate.of(2020, 8, 2));
        says(Map.of(EPPN, name));
        nothing(teacher.throughProvider("/signin/with/feide"), "unknown");
    }

    @Test
    void a_token_that_is_not_quite_right_opens_nothing() {
        says(Map.of(EPPN, name));
        nothing(teacher.get(teacher.toProvider("/signin/with/feide", "nonce=", "nonce=another")), "failed");
        says(Map.of(EPPN, name, "iss", "https://elsewhere.example"));
        nothing(teacher.throughProvider("/signin/with/feide"), "failed");
        says(Map.of(EPPN, name, "aud", "another-client"));
        nothing(teacher.throughProvider("/signin/with/feide"), "failed");
        TestProviders.says("feide", Map.of(EPPN, name), -300);
        nothing(teacher.throughProvider("/signin/with/feide"), "failed");
    }

    @Test
    void an_answer_counts_once_and_in_the_browser_that_asked_only() {
        says(Map.of(EPPN, name));
        String back = teacher.toProvider("/signin/with/feide");
        nothing(new Traveller(port).get(back), "failed");
        assertThat(teacher.location(teacher.get(back.replaceFirst("state=[^&]*", "state=guessed")))).contains("failed");
        Traveller again = new Traveller(port);
        says(Map.of(EPPN, name));
        String once = again.toProvider("/signin/with/feide");
        assertThat(again.location(again.get(once))).isEqualTo("/tasks");
        assertThat(again.location(again.get(once))).contains("failed");
    }

    @Test
    void a_provider_that_is_down_is_said_to_be() {
        HttpResponse<String> answer = teacher.get("/signin/with/entra");
        assertThat(teacher.location(answer)).isEqualTo("/signin?trouble=failed");
        assertThat(teacher.location(teacher.get("/signin/with/nobody"))).isEqualTo("/signin?trouble=failed");
    }

    @Test
    void signing_out_at_the_provider_ends_that_session_only() {
        String sid = UUID.randomUUID().toString();
        says(Map.of(EPPN, name, "sid", sid));
        teacher.throughProvider("/signin/with/feide");
        Traveller elsewhere = new Traveller(port);
        says(Map.of(EPPN, name, "sid", "another-" + sid));
        elsewhere.throughProvider("/signin/with/feide");

        Traveller provider = new Traveller(port);
        assertThat(provider.get(logout("https://elsewhere.example", sid)).statusCode()).isEqualTo(400);
        assertThat(provider.get(logout(TestProviders.issuer("idporten"), sid)).statusCode()).isEqualTo(200);
        assertThat(teacher.get("/tasks").statusCode()).isEqualTo(200);

        assertThat(provider.get(logout(TestProviders.issuer("feide"), sid)).statusCode()).isEqualTo(200);
        assertThat(teacher.location(teacher.get("/tasks"))).contains("/signin");
        assertThat(elsewhere.get("/tasks").statusCode()).isEqualTo(200);
    }

    @Test
    void signing_out_here_signs_out_at_the_provider() {
        says(Map.of(EPPN, name));
        teacher.throughProvider("/signin/with/feide");
        String next = teacher.location(teacher.post("/tasks", "/signout", new HashMap<>()));
        assertThat(next).startsWith(TestProviders.issuer("feide") + "/endsession?");
        assertThat(Traveller.query(next))
                .containsEntry("client_id", "omtanke")
                .containsEntry("post_logout_redirect_uri", "http://omtanke.test/signin?out")
                .containsKey("id_token_hint");
        assertThat(teacher.location(teacher.get("/tasks"))).contains("/signin");
    }

    @Test
    void the_session_before_is_not_the_session_after() {
        Traveller local = new Traveller(port);
        local.post("/signin", "/signin", Map.of("username", towns.account(town.teacher()), "password", TestTown.PASSWORD));
        String before = local.cookie("omtanke");
        assertThat(before).isNotEmpty();
        says(Map.of(EPPN, name));
        local.throughProvider("/signin/with/feide");
        assertThat(local.cookie("omtanke")).isNotEmpty().isNotEqualTo(before);
    }

    private void says(Map<String, Object> claims) {
        TestProviders.says("feide", claims, 300);
    }

    private void nothing(HttpResponse<String> answer, String why) {
        assertThat(teacher.location(answer)).isEqualTo("/signin?trouble=" + why);
        assertThat(teacher.location(teacher.get("/tasks"))).contains("/signin");
    }

    private static String logout(String issuer, String sid) {
        return "/signin/frontchannel-logout?iss=" + issuer + "&sid=" + sid;
    }
}
