package no.omtanke.correspondence;

import java.util.Locale;

/** What a link is for; it opens nothing else. Public because the doors ask for one purpose. */
public enum LinkPurpose {
    /** A guardian was sent the report form with child and school filled in. */
    REPORT_INVITATION("omtanke-link"),
    /** The receipt of a report: confirms the address and opens "my report". */
    MY_REPORT("omtanke-link"),
    /** A guardian or a pupil sees the pupil's plan and answers what is asked of them. */
    MY_PLAN("omtanke-plan"),
    /** A guardian or a pupil is asked whether something may be shared, and takes it back. */
    CONSENT("omtanke-consent"),
    /** A body without an account reads what was shared with it, and answers. */
    INVOLVEMENT("omtanke-help"),
    /** A guardian or a pupil applies for something, or tells the school something. */
    APPLYING("omtanke-applying"),
    /** A party reads a decision and may appeal it. */
    DECISION("omtanke-decision"),
    /** A guardian or a pupil follows what was applied for, answers what is asked about it, and changes it. */
    APPLICATION("omtanke-application");

    private final String cookie;

    LinkPurpose(String cookie) {
        this.cookie = cookie;
    }

    /** Where the doors keep a session's token. A plan has its own: it must not close the report that the same person reads. */
    public String cookie() {
        return cookie;
    }

    /** The cookie's name: where the connection is secure, no other site of the same domain can have set it. */
    public String cookie(boolean secure) {
        return secure ? "__Host-" + cookie : cookie;
    }

    /** How the access log names what somebody came through. */
    public String via() {
        return "link:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
