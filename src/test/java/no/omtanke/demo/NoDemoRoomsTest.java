package no.omtanke.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import no.omtanke.OmtankeTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Nothing of the demo exists in an ordinary installation. */
@OmtankeTest
class NoDemoRoomsTest {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    @Autowired
    private WebApplicationContext program;

    @LocalServerPort
    private int port;

    @Test
    void no_page_of_the_demo_is_mapped() {
        var mapped = program.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet();
        assertThat(mapped).noneMatch(m -> m.getPatternValues().stream().anyMatch(p -> p.startsWith("/dev")));
        assertThat(program.getBeanNamesForType(Object.class, true, false))
                .noneMatch(name -> name.startsWith("demo") || name.startsWith("dev") || name.startsWith("solvik"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/mail", "/dev/mail.json", "/dev/clock", "/dev/signin", "/dev"})
    void no_door_of_the_demo_is_open(String path) throws Exception {
        // Over the wire: what the mock tools change in the shared filters would stay there for the other tests.
        HttpClient visitor =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        Matcher token = TOKEN.matcher(visitor.send(request("/signin").build(), BodyHandlers.ofString())
                .body());
        assertThat(token.find()).isTrue();
        String form = "advance=P1D&username=revisor&_csrf=" + token.group(1);

        assertThat(visitor.send(request(path).build(), BodyHandlers.discarding()).statusCode())
                .isEqualTo(302);
        var answer = visitor.send(
                request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.discarding());
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(to -> assertThat(to)
                .endsWith("/signin"));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }
}
