package no.omtanke.portal;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.stream.Stream;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.LinkSessions;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** A cookie that carries nothing but a drawn token. Other sites cannot make a browser post it here: it is SameSite=Lax. */
record TokenCookie(String name, Duration lasts) {

    /** What a visitor types belongs to it. */
    static final TokenCookie REPORT = new TokenCookie("omtanke-report", VisitorDrafts.KEEP);

    /** The short session that a spent link was exchanged for. */
    static final TokenCookie LINK = new TokenCookie(LinkPurpose.MY_REPORT.cookie(), LinkSessions.LASTS);

    /** The same for a plan. */
    static final TokenCookie PLAN = new TokenCookie(LinkPurpose.MY_PLAN.cookie(), LinkSessions.LASTS);

    /** The same for somebody who is asked for consent. */
    static final TokenCookie CONSENT = new TokenCookie(LinkPurpose.CONSENT.cookie(), LinkSessions.LASTS);

    /** The same for a body that is asked to help. */
    static final TokenCookie HELP = new TokenCookie(LinkPurpose.INVOLVEMENT.cookie(), LinkSessions.LASTS);

    /** The same for somebody who applies for something. */
    static final TokenCookie APPLYING = new TokenCookie(LinkPurpose.APPLYING.cookie(), LinkSessions.LASTS);
    /** The same for a party of a decision. */
    static final TokenCookie DECISION = new TokenCookie(LinkPurpose.DECISION.cookie(), LinkSessions.LASTS);

    /** And for what came of it. */
    static final TokenCookie APPLICATION = new TokenCookie(LinkPurpose.APPLICATION.cookie(), LinkSessions.LASTS);

    private static final SecureRandom RANDOM = new SecureRandom();

    Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(c -> c.getName().equals(name(request)))
                .map(Cookie::getValue)
                .filter(v -> v.matches("[A-Za-z0-9_-]{43}"))
                .findFirst();
    }

    /** The visitor's token; a new one is drawn when there is none. Its days are counted from the latest visit. */
    String readOrDraw(HttpServletRequest request, HttpServletResponse response) {
        String token = read(request).orElseGet(TokenCookie::draw);
        set(request, response, token);
        return token;
    }

    void set(HttpServletRequest request, HttpServletResponse response, String token) {
        write(request, response, token, lasts);
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", Duration.ZERO);
    }

    // A browser takes a cookie of this name from us over a secure line only: nobody else can have put their token into it.
    private String name(HttpServletRequest request) {
        return request.isSecure() ? "__Host-" + name : name;
    }

    private void write(HttpServletRequest request, HttpServletResponse response, String token, Duration age) {
        ResponseCookie cookie = ResponseCookie.from(name(request), token)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(age)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }

    private static String draw() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
