package no.omtanke.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import no.omtanke.organization.IdentityRegister;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** The ways in as an operator sets them, by variables. */
class SignInSettingsTest {

    @Test
    void without_settings_there_is_no_provider_and_two_factors_are_required() {
        SignInSettings settings = from(Map.of());
        assertThat(settings.staff()).isEmpty();
        assertThat(settings.families()).isNull();
        assertThat(settings.secondFactor()).isEqualTo(SignInSettings.SecondFactor.REQUIRED);
    }

    @Test
    void empty_variables_are_no_settings() {
        SignInSettings settings = from(Map.of(
                "OMTANKE_SIGNIN_STAFF_FEIDE_ISSUER", "",
                "OMTANKE_SIGNIN_STAFF_FEIDE_CLIENTID", "",
                "OMTANKE_SIGNIN_STAFF_FEIDE_CLAIM", "something",
                "OMTANKE_SIGNIN_FAMILIES_ISSUER", "",
                "OMTANKE_SIGNIN_FAMILIES_CLIENTID", ""));
        assertThat(settings.staff()).isEmpty();
        assertThat(settings.families()).isNull();
    }

    @Test
    void variables_make_a_provider() {
        Map<String, Object> set = new HashMap<>(Map.of(
                "OMTANKE_SIGNIN_STAFF_FEIDE_ISSUER", "https://auth.dataporten.no",
                "OMTANKE_SIGNIN_STAFF_FEIDE_CLIENTID", "id",
                "OMTANKE_SIGNIN_STAFF_FEIDE_CLIENTSECRET", "secret",
                "OMTANKE_SIGNIN_STAFF_FEIDE_CLAIM", "https://n.feide.no/claims/eduPersonPrincipalName",
                "OMTANKE_SIGNIN_STAFF_FEIDE_SCOPES", "openid,userid-feide",
                "OMTANKE_SIGNIN_FAMILIES_ISSUER", "https://idporten.no",
                "OMTANKE_SIGNIN_FAMILIES_CLIENTID", "id"));
        SignInSettings settings = from(set);
        ProviderSettings feide = settings.staff().get("feide");
        assertThat(feide.name()).isEqualTo("Feide");
        assertThat(feide.kind()).isEqualTo("feide");
        assertThat(feide.scopes()).containsExactlyInAnyOrder("openid", "userid-feide");
        assertThat(settings.families().claim()).isEqualTo("pid");
        assertThat(settings.families().kind()).isEqualTo(IdentityRegister.NATIONAL_ID);
        assertThat(settings.families().levels()).containsExactly("idporten-loa-substantial", "idporten-loa-high");
        assertThat(settings.families().scopes()).containsExactly("openid");
    }

    @Test
    void half_a_provider_stops_the_start_and_says_what_is_missing() {
        assertThatThrownBy(() -> from(Map.of("OMTANKE_SIGNIN_STAFF_ENTRA_ISSUER", "https://login.example")))
                .hasRootCauseMessage("omtanke.sign-in.staff.entra needs both issuer and client-id, or neither");
        assertThatThrownBy(() -> from(Map.of(
                        "OMTANKE_SIGNIN_STAFF_ENTRA_ISSUER", "https://login.example",
                        "OMTANKE_SIGNIN_STAFF_ENTRA_CLIENTID", "id")))
                .hasRootCauseMessage("omtanke.sign-in.staff.entra needs claim: what in the id token says who it is");
    }

    private static SignInSettings from(Map<String, Object> variables) {
        var environment = new SystemEnvironmentPropertySource("systemEnvironment", variables);
        return new Binder(ConfigurationPropertySources.from(environment)).bindOrCreate("omtanke.sign-in", SignInSettings.class);
    }
}
