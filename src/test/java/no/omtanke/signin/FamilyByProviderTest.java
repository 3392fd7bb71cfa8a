package no.omtanke.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.Cookie;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import no.omtanke.OmtankeTest;
import no.omtanke.TestProviders;
import no.omtanke.TestTown;
import no.omtanke.access.FamilySignIn;
import no.omtanke.calendar.MovableClock;
import no.omtanke.organization.IdentityRegister;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** A family member proves by ID-porten who they are. The proof is short, opens nothing by itself and is nobody's staff session. */
@OmtankeTest
class FamilyByProviderTest {

    private static final String ENOUGH = "idporten-loa-substantial";

    @Autowired
    TestTown towns;

    @Autowired
    IdentityRegister identities;

    @Autowired
    FamilySignIn families;

    @Autowired
    MovableClock clock;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private TestTown.Town town;
    private String number;
    private Traveller guardian;

    @BeforeEach
    void a_guardian_with_a_national_identity_number() {
        town = towns.found();
        number = String.valueOf(ThreadLocalRandom.current().nextLong(10_000_000_000L, 99_999_999_999L));
        identities.register(town.guardian(), IdentityRegister.NATIONAL_ID, number);
        guardian = new Traveller(port);
        TestProviders.families(true);
    }

    @AfterEach
    void the_others_have_no_id_porten() {
        TestProviders.families(false);
    }

    @Test
    void a_guardian_proves_who_they_are_and_comes_back_to_where_they_were() {
        assertThat(families.configured()).isTrue();
        assertThat(proved()).isEmpty();
        says(number, ENOUGH, null);
        HttpResponse<String> back = guardian.throughProvider(families.address("/min-melding?side=2"));
        assertThat(guardian.location(back)).isEqualTo("/min-melding?side=2");
        assertThat(proved()).contains(town.guardian());
        assertThat(new Traveller(port).cookie("omtanke-person")).isEmpty();
    }

    @Test
    void the_level_is_asked_for_and_what_the_token_says_counts() {
        String asked = guardian.location(guardian.get(families.address("/")));
        assertThat(Traveller.query(asked)).containsEntry("acr_values", ENOUGH);
        says(number, "idporten-loa-low", null);
        refused(guardian.throughProvider(families.address("/min-plan")), "level");
        TestProviders.says("idporten", Map.of("pid", number), 300);
        refused(guardian.throughProvider(families.address("/min-plan")), "level");
        says(number, "idporten-loa-high", null);
        guardian.throughProvider(families.address("/min-plan"));
        assertThat(proved()).contains(town.guardian());
    }

    @Test
    void a_number_nobody_here_has_is_told_kindly() {
        says("00000000000", ENOUGH, null);
        HttpResponse<String> back = guardian.throughProvider(families.address("/min-plan"));
        refused(back, "unknown");
        String page = guardian.get(guardian.location(back)).body();
        assertThat(page).contains("kjenner ikke igjen deg", "href=\"/min-plan\"").doesNotContain("00000000000");
    }

    @Test
    void a_token_that_is_not_quite_right_proves_nothing() {
        says(number, ENOUGH, null);
        refused(guardian.get(guardian.toProvider(families.address("/min-plan"), "nonce=", "nonce=another")), "failed");
        TestProviders.says(
                "idporten", Map.of("pid", number, "acr", ENOUGH, "iss", "https://elsewhere.example"), 300);
        refused(guardian.throughProvider(families.address("/min-plan")), "failed");
        TestProviders.says("idporten", Map.of("pid", number, "acr", ENOUGH, "aud", "another-client"), 300);
        refused(guardian.throughProvider(families.address("/min-plan")), "failed");
    }

    @Test
    void a_proof_is_no_session_of_the_staff_even_for_an_employee() {
        String employee = String.valueOf(Long.parseLong(number) - 1);
        identities.register(town.principal(), IdentityRegister.NATIONAL_ID, employee);
        says(employee, ENOUGH, null);
        guardian.throughProvider(families.address("/"));
        assertThat(proved()).contains(town.principal());
        assertThat(guardian.cookie("omtanke")).isEmpty();
        assertThat(guardian.location(guardian.get("/tasks"))).contains("/signin");
    }

    @Test
    void a_proof_ends_after_half_an_hour() {
        says(number, ENOUGH, null);
        guardian.throughProvider(families.address("/"));
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(29)));
        assertThat(proved()).contains(town.guardian());
        clock.moveTo(clock.instant().plus(Duration.ofMinutes(1)));
        assertThat(proved()).isEmpty();
    }

    @Test
    void signing_out_at_the_provider_ends_the_proof() {
        String sid = UUID.randomUUID().toString();
        says(number, ENOUGH, sid);
        guardian.throughProvider(families.address("/"));
        String path = "/signin/frontchannel-logout?iss=" + TestProviders.issuer("idporten") + "&sid=";
        new Traveller(port).get(path + "other");
        assertThat(proved()).contains(town.guardian());
        new Traveller(port).get(path + sid);
        assertThat(proved()).isEmpty();
    }

    @Test
    void ending_the_proof_leads_to_the_provider_without_the_number_in_the_address() {
        says(number, ENOUGH, null);
        guardian.throughProvider(families.address("/"));
        Optional<String> next = families.end(request(), new MockHttpServletResponse());
        assertThat(next.orElseThrow()).startsWith(TestProviders.issuer("idporten")).doesNotContain("id_token_hint");
        assertThat(proved()).isEmpty();
    }

    @Test
    void nobody_is_sent_to_another_house() {
        for (String elsewhere : List.of(
                "https://elsewhere.example/", "//elsewhere.example", "/\\elsewhere.example", "\\/elsewhere.example",
                "/%09/elsewhere.example".replace("%09", "\t"), "javascript:alert(1)", "/%5Celsewhere.example", "/%2Felsewhere.example")) {
            assertThatThrownBy(() -> families.address(elsewhere)).as(elsewhere).isInstanceOf(IllegalArgumentException.class);
            says(number, ENOUGH, null);
            String begin = "/signin/with/idporten?to=" + java.net.URLEncoder.encode(elsewhere, java.nio.charset.StandardCharsets.UTF_8);
            assertThat(guardian.location(guardian.throughProvider(begin))).as(elsewhere).isEqualTo("/");
        }
        assertThat(guardian.get("/signin/family?trouble=failed&to=https://elsewhere.example").body())
                .doesNotContain("elsewhere.example");
    }

    @Test
    void the_number_is_kept_by_nobody_in_clear() {
        says(number, ENOUGH, null);
        guardian.throughProvider(families.address("/"));
        for (String table : List.of("person_identity", "family_proof", "identity_key")) {
            assertThat(jdbc.sql("select t::text from omtanke." + table + " t").query(String.class).list().toString())
                    .doesNotContain(number);
        }
        assertThatThrownBy(() -> identities.register(town.pupil(), IdentityRegister.NATIONAL_ID, number))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(number);
        identities.forget(town.guardian(), IdentityRegister.NATIONAL_ID);
        assertThat(identities.personOf(IdentityRegister.NATIONAL_ID, number)).isEmpty();
    }

    private void says(String pid, String acr, String sid) {
        Map<String, Object> claims = new HashMap<>(Map.of("pid", pid, "acr", acr));
        if (sid != null) {
            claims.put("sid", sid);
        }
        TestProviders.says("idporten", claims, 300);
    }

    private void refused(HttpResponse<String> answer, String why) {
        assertThat(guardian.location(answer)).isEqualTo("/signin/family?trouble=" + why + "&to=%2Fmin-plan");
        assertThat(proved()).isEmpty();
    }

    private Optional<Long> proved() {
        return families.personOf(request());
    }

    private MockHttpServletRequest request() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setCookies(new Cookie("omtanke-person", guardian.cookie("omtanke-person")));
        return request;
    }
}
