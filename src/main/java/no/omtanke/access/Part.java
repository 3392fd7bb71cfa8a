package no.omtanke.access;

/** What of a case somebody wants to see. Public because every reading names its part in the access log. */
public enum Part {
    /** The case itself: parties, entries, documents, timeline with names. */
    CONTENT,
    /** One task with what one must know to answer it. */
    TASK,
    /** One measure of a plan: what its owner must know to do it, nothing else of the case. */
    MEASURE,
    /** What all who work at the school may know today: what to do, not why. */
    TODAY,
    /** The plan of a pupil, seen by the pupil or a guardian through a link. */
    OWN_PLAN,
    /** What a family applied for, seen by a guardian or the pupil through a link: the application, where it stands, what was answered. */
    OWN_APPLICATION,
    /** Steps, times and deadlines without content. */
    HISTORY,
    /** The same, taken out as a file. */
    HISTORY_EXPORT,
    /** What was shared with a body that was asked to help: its question and the chosen pieces, nothing else of the case. */
    SHARED,
    /** What a guardian or a pupil is asked to consent to, by a link. */
    CONSENT,
    /** That a request from Statsforvalteren about the case came: registering it. No content is read by it. */
    SUPERVISION,
    /** What leaves in a package for Statsforvalteren: everything but what must not be passed on. */
    DOSSIER,
    /** An individual decision about a pupil, read by a party through a link. */
    DECISION,
    /** The school's register of absence: a class's list or a pupil's year. No case is read by it. */
    ABSENCE,
    /** What a reporter sent, seen by that reporter through a link. */
    OWN_REPORT,
    /** A link itself: looked at, used, refused, a code sent or tried. No content is read by it. */
    LINK
}
