package no.omtanke.correspondence;

/** What a link is for; it opens nothing else. Public because the doors ask for one purpose. */
public enum LinkPurpose {
    /** A guardian was sent the report form with child and school filled in. */
    REPORT_INVITATION,
    /** The receipt of a report: confirms the address and opens "my report". */
    MY_REPORT,
    /** A guardian or a pupil sees the pupil's plan and answers what is asked of them. */
    MY_PLAN
}
