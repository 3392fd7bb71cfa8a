package no.omtanke.portal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.omtanke.TestAddress;

/** A browser without script: keeps cookies, follows redirects, posts the form of the page it is on. */
class WebVisitor {

    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]*)\"");
    private static final Pattern SHOWN = Pattern.compile("name=\"_shown\" value=\"([^\"]*)\"");
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"");

    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String base;
    private final String from = TestAddress.next();

    int status;
    String path;
    String page;

    WebVisitor(int port) {
        this.base = "http://localhost:" + port;
    }

    WebVisitor get(String path) {
        return took(send(HttpRequest.newBuilder(URI.create(base + path)).header("X-Forwarded-For", from).build()));
    }

    /** Presses a button of the page's first form, with these answers in it. */
    WebVisitor press(String action, Map<String, String> answers) {
        return post(formAction(), action, answers, csrf());
    }

    /** Opens a link to an address that nobody has confirmed, and says how the telephone number of the report ends. */
    WebVisitor openUnconfirmed(String link, String digits) {
        return get(link).press("open", Map.of()).press("open", Map.of("code", digits));
    }

    /** Spends the link and types the code that has come by mail. */
    WebVisitor openWithCode(String link, no.omtanke.TestMail mail, String address) {
        get(link).press("open", Map.of());
        return press("open", Map.of("code", mail.code(address)));
    }

    WebVisitor post(String path, String action, Map<String, String> answers, String csrf) {
        return took(send(request(path, action, answers, csrf)));
    }

    /** Posts without becoming the page's new state, for two presses at once. */
    HttpResponse<String> pressAside(String action) {
        return send(request(formAction(), action, Map.of(), csrf()));
    }

    /** Posts files with the page's first form. */
    WebVisitor attach(String action, String field, Map<String, byte[]> files) {
        String line = "----omtanke";
        List<byte[]> body = new ArrayList<>();
        part(body, line, "name=\"_csrf\"", csrf().getBytes(StandardCharsets.UTF_8));
        part(body, line, "name=\"action\"", action.getBytes(StandardCharsets.UTF_8));
        files.forEach((name, bytes) -> part(body, line, "name=\"" + field + "\"; filename=\"" + name + "\"", bytes));
        body.add(("--" + line + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return took(send(HttpRequest.newBuilder(URI.create(base + formAction()))
                .header("Content-Type", "multipart/form-data; boundary=" + line)
                .POST(HttpRequest.BodyPublishers.ofByteArrays(body))
                .build()));
    }

    /** Answers the whole form of a guardian, as far as the page before sending. */
    WebVisitor writeReport(int school, String what, String email) {
        get("/meld?side=1");
        press("next", Map.of("school", "" + school, "childName", "Nils", "childGrade", "6", "relation", "parent"));
        press("next", Map.of("whatHappened", what, "aboutEmployee", "none"));
        press("next", Map.of("safeTomorrow", "yes"));
        press("next", Map.of());
        press("next", Map.of());
        return press("next", Map.of("reporterName", "Kari", "phone", "91234567", "email", email));
    }

    String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals(name))
                .map(java.net.HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Puts somebody else's cookie into this browser. */
    void setCookie(String name, String value) {
        java.net.HttpCookie cookie = new java.net.HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setDomain("localhost.local");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(base), cookie);
    }

    void forgetCookie(String name) {
        cookies.getCookieStore().getCookies().stream()
                .filter(c -> c.getName().equals(name))
                .toList()
                .forEach(c -> cookies.getCookieStore().remove(URI.create(base), c));
    }

    String csrf() {
        return found(CSRF);
    }

    String formAction() {
        return found(FORM).replace("&amp;", "&");
    }

    private String found(Pattern pattern) {
        Matcher matcher = pattern.matcher(page);
        if (!matcher.find()) {
            throw new AssertionError("no " + pattern + " on " + path + ": " + page);
        }
        return matcher.group(1);
    }

    private HttpRequest request(String path, String action, Map<String, String> answers, String csrf) {
        StringBuilder body = new StringBuilder("action=" + action + "&_csrf=" + encoded(csrf));
        SHOWN.matcher(page == null ? "" : page)
                .results()
                .forEach(shown -> body.append("&_shown=").append(encoded(shown.group(1))));
        answers.forEach((name, text) -> body.append('&').append(name).append('=').append(encoded(text)));
        return HttpRequest.newBuilder(URI.create(base + path)).header("X-Forwarded-For", from)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }

    private static void part(List<byte[]> body, String line, String what, byte[] bytes) {
        body.add(("--" + line + "\r\nContent-Disposition: form-data; " + what + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.add(bytes);
        body.add("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private WebVisitor took(HttpResponse<String> response) {
        status = response.statusCode();
        path = response.uri().getPath();
        page = response.body();
        return this;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
