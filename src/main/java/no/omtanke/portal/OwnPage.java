package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import no.omtanke.correspondence.LinkPurpose;

/** The pages that a link opens for half an hour, each with its own cookie. */
enum OwnPage {
    REPORT("/min-melding", LinkPurpose.MY_REPORT, TokenCookie.LINK),
    PLAN("/min-plan", LinkPurpose.MY_PLAN, TokenCookie.PLAN),
    CONSENT("/samtykke", LinkPurpose.CONSENT, TokenCookie.CONSENT),
    HELP("/bistand", LinkPurpose.INVOLVEMENT, TokenCookie.HELP),
    APPLYING("/sok", LinkPurpose.APPLYING, TokenCookie.APPLYING),
    DECISION("/vedtak", LinkPurpose.DECISION, TokenCookie.DECISION),
    APPLICATION("/soknad", LinkPurpose.APPLICATION, TokenCookie.APPLICATION);

    private final String path;
    private final LinkPurpose purpose;
    private final TokenCookie cookie;

    OwnPage(String path, LinkPurpose purpose, TokenCookie cookie) {
        this.path = path;
        this.purpose = purpose;
        this.cookie = cookie;
    }

    static OwnPage of(HttpServletRequest request) {
        return Arrays.stream(values())
                .filter(page -> (request.getServletPath() + "/").startsWith(page.path + "/"))
                .findFirst()
                .orElse(REPORT);
    }

    /** What a link of the purpose opens; an invitation opens a form instead. */
    static OwnPage of(LinkPurpose purpose) {
        return Arrays.stream(values()).filter(page -> page.purpose == purpose).findFirst().orElseThrow();
    }

    /** Its name in texts. */
    String about() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Everything there takes the second step first; one's own report shows without it what one wrote oneself. */
    boolean closedToLinkAlone() {
        return this != REPORT;
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
