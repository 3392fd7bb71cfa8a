package no.omtanke.signin;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.util.HtmlUtils;

/**
 * A page that leads on by itself, for where a redirect would not do: the browser then comes from here and brings the strict cookie, and
 * the way out of a form may lead to another house.
 */
final class Onward {

    private Onward() {}

    static void to(String address, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Refresh", "0; url=" + address);
        response.getWriter()
                .write("<!doctype html><html lang=\"nb\"><title>Omtanke</title><p><a href=\""
                        + HtmlUtils.htmlEscape(address) + "\">Omtanke</a></p></html>");
    }
}
