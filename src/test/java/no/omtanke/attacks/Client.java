package no.omtanke.attacks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import no.omtanke.TestAddress;
import no.omtanke.TestTown;

/** Somebody with bad intentions: sends what no browser would, keeps cookies by hand, follows nothing. */
public final class Client {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");
    private static final String LINE = "----line";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final int port;

    /** What the browser would send along. */
    public final Map<String, String> cookies = new LinkedHashMap<>();

    /** Sent with everything. */
    public final Map<String, String> headers = new LinkedHashMap<>();

    public Client(int port) {
        this.port = port;
        headers.put("X-Forwarded-For", TestAddress.next());
    }

    public static Client of(int port, String username) {
        Client client = new Client(port);
        HttpResponse<String> answer = client.signIn(username, TestTown.PASSWORD);
        if (answer.statusCode() != 302 || location(answer).contains("/signin")) {
            throw new AssertionError("not signed in: " + answer.statusCode() + " " + location(answer));
        }
        return client;
    }

    public HttpResponse<String> signIn(String username, String password) {
        get("/signin");
        return post("/signin", Map.of("username", username, "password", password));
    }

    public HttpResponse<String> get(String path) {
        return send("GET", path, Map.of(), null);
    }

    /** With a token of a page of the same session. */
    public HttpResponse<String> post(String path, Map<String, ?> fields) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.put("_csrf", token());
        return send("POST", path, Map.of("Content-Type", "application/x-www-form-urlencoded"), form(all));
    }

    /** Without a token. */
    public HttpResponse<String> postBare(String path, Map<String, ?> fields) {
        return send("POST", path, Map.of("Content-Type", "application/x-www-form-urlencoded"), form(fields));
    }

    /** The fields, and one file whose disposition is written as it stands. */
    public HttpResponse<String> attach(String path, Map<String, ?> fields, String field, String filename, String type, byte[] bytes) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.put("_csrf", token());
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        all.forEach((name, value) -> body.writeBytes(
                ("--" + LINE + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + LINE + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\"" + filename
                        + "\"\r\nContent-Type: " + type + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(bytes);
        body.writeBytes(("\r\n--" + LINE + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send("POST", path, Map.of("Content-Type", "multipart/form-data; boundary=" + LINE), body.toByteArray());
    }

    public HttpResponse<String> send(String method, String path, Map<String, String> more, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "text/html,application/json;q=0.9,*/*;q=0.8")
                .method(method, body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies.entrySet().stream()
                    .map(c -> c.getKey() + "=" + c.getValue())
                    .collect(Collectors.joining("; ")));
        }
        headers.forEach(request::header);
        more.forEach(request::header);
        try {
            HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Bytes as they are, and what came back until the server closed or was silent. */
    public String raw(String request) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(5000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().flush();
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getInputStream().transferTo(answer);
            } catch (IOException silent) {
                // What came until now is the answer.
            }
            return answer.toString(StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String token() {
        Matcher found = CSRF.matcher(get("/signin").body());
        if (!found.find()) {
            throw new AssertionError("no token");
        }
        return found.group(1);
    }

    public static String location(HttpResponse<?> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }

    static byte[] form(Map<String, ?> fields) {
        return fields.entrySet().stream()
                .flatMap(f -> (f.getValue() instanceof List<?> several ? several : List.of(f.getValue()))
                        .stream().map(v -> encoded(f.getKey()) + "=" + encoded(String.valueOf(v))))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.UTF_8);
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private void keep(String line) {
        String[] pair = line.split(";")[0].split("=", 2);
        boolean gone = Arrays.stream(line.split(";")).map(String::strip).anyMatch(a -> a.equalsIgnoreCase("Max-Age=0"));
        if (gone || pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
