package no.omtanke.signin;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;

/** A cookie that carries a drawn token. {@code Lax}: it must be there when the browser comes back from a provider. */
record DrawnCookie(String name, String path, Duration lasts) {

    Optional<String> read(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        return (cookies == null ? Stream.<Cookie>empty() : Arrays.stream(cookies))
                .filter(c -> c.getName().equals(name))
                .map(Cookie::getValue)
                .filter(v -> v.matches(Drawn.PATTERN))
                .findFirst();
    }

    void set(HttpServletRequest request, HttpServletResponse response, String token) {
        write(request, response, token, lasts);
    }

    void clear(HttpServletRequest request, HttpServletResponse response) {
        write(request, response, "", Duration.ZERO);
    }

    private void write(HttpServletRequest request, HttpServletResponse response, String token, Duration age) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, token)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .path(path)
                        .maxAge(age)
                        .build()
                        .toString());
    }
}
