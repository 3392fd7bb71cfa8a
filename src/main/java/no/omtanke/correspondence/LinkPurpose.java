package no.omtanke.correspondence;

/** What a link is for; it opens nothing else. Public because the doors ask for one purpose. */
public enum LinkPurpose {
    /** A guardian was sent the report form with child and school filled in. */
    REPORT_INVITATION,
    /** The receipt of a report: confirms the address and opens "my report". */
    MY_REPORT
}
