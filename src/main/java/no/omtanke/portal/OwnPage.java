package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import no.omtanke.correspondence.LinkPurpose;

/** The two pages that a link opens for half an hour, each with its own cookie. */
enum OwnPage {
    REPORT("/min-melding", LinkPurpose.MY_REPORT, TokenCookie.LINK),
    PLAN("/min-plan", LinkPurpose.MY_PLAN, TokenCookie.PLAN);

    private final String path;
    private final LinkPurpose purpose;
    private final TokenCookie cookie;

    OwnPage(String path, LinkPurpose purpose, TokenCookie cookie) {
        this.path = path;
        this.purpose = purpose;
        this.cookie = cookie;
    }

    static OwnPage of(HttpServletRequest request) {
        return request.getServletPath().startsWith(PLAN.path) ? PLAN : REPORT;
    }

    String path() {
        return path;
    }

    /** Where the second step is. */
    String code() {
        return path + "/kode";
    }

    LinkPurpose purpose() {
        return purpose;
    }

    TokenCookie cookie() {
        return cookie;
    }
}
