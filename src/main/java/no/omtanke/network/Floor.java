package no.omtanke.network;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * The headers that stand under every answer, also under what is refused before any page of ours is asked: an address the server cannot
 * read, a method it does not know. Public because the doors' security begins with the same words.
 */
public class Floor extends ValveBase {

    /** No inline script or style, nothing from elsewhere, no frame around us. */
    public static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
            + " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", CONTENT_POLICY,
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "no-referrer",
            "Cache-Control", "no-store",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Embedder-Policy", "require-corp",
            "Cross-Origin-Resource-Policy", "same-origin");

    Floor() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        if (request.getContext() == null || response.getStatus() >= 400) {
            under(response);
        }
        getNext().invoke(request, response);
    }

    /** For an answer that no filter of the doors will write to. */
    public static void under(HttpServletResponse response) {
        HEADERS.forEach(response::setHeader);
    }
}
