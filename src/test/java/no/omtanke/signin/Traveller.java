package no.omtanke.signin;

import static org.assertj.core.api.Assertions.assertThat;

import no.omtanke.TestAddress;
import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody's browser on its way between our house and a provider's, one step at a time. */
final class Traveller {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;
    private final String from = TestAddress.next();

    Traveller(int port) {
        this.base = "http://localhost:" + port;
    }

    HttpResponse<String> get(String address) {
        return send(request(address).GET());
    }

    /** Sends a form of the page, with the page's token. */
    HttpResponse<String> post(String page, String address, Map<String, String> fields) {
        Matcher token = CSRF.matcher(get(page).body());
        assertThat(token.find()).as("a token on " + page).isTrue();
        String form = fields.entrySet().stream()
                .map(f -> "&" + f.getKey() + "=" + encoded(f.getValue()))
                .collect(Collectors.joining("", "_csrf=" + encoded(token.group(1)), ""));
        return send(request(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    /** Out to the provider. @return the address that the provider sends back to */
    String toProvider(String begin) {
        return toProvider(begin, "nonce=", "nonce=");
    }

    /** The same, where something is changed in what is asked. */
    String toProvider(String begin, String asks, String instead) {
        String authorize = location(get(begin));
        Map<String, String> asked = query(authorize);
        assertThat(asked).containsEntry("code_challenge_method", "S256").containsKeys("nonce", "state", "code_challenge");
        return location(get(authorize.replace(asks, instead)));
    }

    /** The whole way out and back. @return our answer to the provider's */
    HttpResponse<String> throughProvider(String begin) {
        return get(toProvider(begin));
    }

    /** Where an answer leads, by a redirect or by a page that leads on. */
    String location(HttpResponse<String> answer) {
        return answer.headers()
                .firstValue("Location")
                .or(() -> answer.headers().firstValue("Refresh").map(r -> r.substring(r.indexOf("url=") + 4)))
                .map(l -> l.startsWith(base) ? l.substring(base.length()) : l)
                .orElse("");
    }

    static Map<String, String> query(String address) {
        return Arrays.stream(URI.create(address).getRawQuery().split("&"))
                .map(p -> p.split("=", 2))
                .collect(Collectors.toMap(p -> p[0], p -> URLDecoder.decode(p[1], StandardCharsets.UTF_8)));
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address.startsWith("/") ? base + address : address))
                .header("Accept", "text/html")
                .header("X-Forwarded-For", from);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
