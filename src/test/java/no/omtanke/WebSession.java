package no.omtanke;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody's session over HTTP, without a browser: follows no redirect, so that tests see each answer. */
public final class WebSession {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final String base;
    // People come from different places: nobody waits because of what others did.
    private final String address = TestAddress.next();
    private String token;

    private WebSession(int port) {
        this.base = "http://localhost:" + port;
    }

    /** Nobody signed in. */
    public static WebSession stranger(int port) {
        return new WebSession(port);
    }

    /** Signed in with the password of the tests. */
    public static WebSession of(int port, String username) {
        WebSession session = new WebSession(port);
        Matcher token = CSRF.matcher(session.get("/signin").body());
        if (!token.find()) {
            throw new AssertionError("no token on the sign-in page");
        }
        String form = "username=" + username + "&password=" + encoded(TestTown.PASSWORD) + "&_csrf=" + encoded(token.group(1));
        HttpResponse<String> answer = session.send(session.request("/signin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
        String next = answer.headers().firstValue("Location").orElse("");
        if (answer.statusCode() != 302 || next.contains("/signin")) {
            throw new AssertionError("not signed in: " + answer.statusCode() + " " + next);
        }
        return session;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).header("Accept", "text/html,application/json;q=0.9,*/*;q=0.8").GET());
    }

    /** A file as its bytes; empty unless it was handed out. */
    public byte[] file(String path) {
        try {
            HttpResponse<byte[]> answer = http.send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
            return answer.statusCode() == 200 ? answer.body() : new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Posts a form in which names occur more than once. @param form name and value in turn */
    public HttpResponse<String> postAll(String path, List<String> form) {
        StringBuilder body = new StringBuilder("_csrf=" + encoded(token()));
        for (int i = 0; i < form.size(); i += 2) {
            body.append('&').append(encoded(form.get(i))).append('=').append(encoded(form.get(i + 1)));
        }
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** Posts a form with a valid token. @param headers name and value in turn */
    public HttpResponse<String> post(String path, Map<String, String> form, String... headers) {
        StringBuilder body = new StringBuilder("_csrf=" + encoded(token()));
        form.forEach((name, text) -> body.append('&').append(name).append('=').append(encoded(text)));
        HttpRequest.Builder request = request(path)
                .header("Accept", "text/html,application/json;q=0.9,*/*;q=0.8")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return send(request);
    }

    /** Posts a form with a file. */
    public HttpResponse<String> attach(String path, Map<String, String> form, String field, String name, byte[] bytes) {
        Map<String, String> all = new LinkedHashMap<>(form);
        all.put("_csrf", token());
        String line = "----omtanke";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        all.forEach((key, text) -> part(body, line, "name=\"" + key + "\"", text.getBytes(StandardCharsets.UTF_8)));
        part(body, line, "name=\"" + field + "\"; filename=\"" + name + "\"", bytes);
        body.writeBytes(("--" + line + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + line)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void part(ByteArrayOutputStream body, String line, String what, byte[] bytes) {
        body.writeBytes(("--" + line + "\r\nContent-Disposition: form-data; " + what + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private String token() {
        if (token == null) {
            Matcher found = CSRF.matcher(get("/signin").body());
            token = found.find() ? found.group(1) : "";
        }
        return token;
    }

    /** Sends JSON as Camunda's pages do, with the token they keep in a cookie. */
    public HttpResponse<String> json(String method, String path, String body) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        String token = cookie("XSRF-TOKEN");
        if (token != null) {
            request.header("X-XSRF-TOKEN", token);
        }
        return send(request);
    }

    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("X-Forwarded-For", address);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
