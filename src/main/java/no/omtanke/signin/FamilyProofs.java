package no.omtanke.signin;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Optional;
import no.omtanke.access.FamilySignIn;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what ID-porten said of a family member for half an hour. It is no session of the sign-in: no reader comes of it. */
@Service
@Transactional
class FamilyProofs implements FamilySignIn {

    static final Duration LASTS = Duration.ofMinutes(30);
    private static final DrawnCookie COOKIE = new DrawnCookie("omtanke-person", "/", LASTS);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Providers providers;
    private final String baseUrl;

    FamilyProofs(JdbcClient jdbc, Clock clock, Providers providers, @Value("${omtanke.base-url}") String baseUrl) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.providers = providers;
        this.baseUrl = baseUrl;
    }

    @Override
    public boolean configured() {
        return providers.forFamilies();
    }

    @Override
    public String address(String returnTo) {
        String path = LocalPath.of(returnTo)
                .orElseThrow(() -> new IllegalArgumentException("not a path of this house"));
        return OidcDoors.BEGIN + "/" + SignInSettings.FAMILIES + "?to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Long> personOf(HttpServletRequest request) {
        return COOKIE.read(request).flatMap(token -> jdbc.sql(
                        "select person_id from family_proof where token_hash = ? and expires_at > ?")
                .params(Drawn.hash(token), OffsetDateTime.now(clock))
                .query(Long.class)
                .optional());
    }

    /** @param sid the provider's name for its own session, or null */
    void begin(long personId, String issuer, String sid, HttpServletRequest request, HttpServletResponse response) {
        forget(request);
        jdbc.sql("delete from family_proof where expires_at <= ?")
                .param(OffsetDateTime.now(clock))
                .update();
        String token = Drawn.token();
        jdbc.sql("insert into family_proof (token_hash, person_id, issuer, sid_hash, expires_at) values (?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        Drawn.hash(token),
                        personId,
                        issuer,
                        sid == null ? null : Drawn.hash(sid),
                        OffsetDateTime.now(clock).plus(LASTS)))
                .update();
        COOKIE.set(request, response, token);
    }

    /** Signed out at the provider: signed out here. */
    void endAt(String issuer, String sid) {
        jdbc.sql("delete from family_proof where issuer = ? and sid_hash = ?")
                .params(issuer, Drawn.hash(sid))
                .update();
    }

    // Without the id token: it carries the national identity number, and this is an address.
    @Override
    public Optional<String> end(HttpServletRequest request, HttpServletResponse response) {
        boolean had = forget(request);
        COOKIE.clear(request, response);
        return had ? LeavingProvider.address(providers.registration(SignInSettings.FAMILIES), null, baseUrl + "/")
                : Optional.empty();
    }

    private boolean forget(HttpServletRequest request) {
        return COOKIE.read(request)
                .filter(token -> jdbc.sql("delete from family_proof where token_hash = ?")
                                .param(Drawn.hash(token))
                                .update()
                        > 0)
                .isPresent();
    }
}
