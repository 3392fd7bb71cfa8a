package no.omtanke.access;

/** The closed lanes there are. Public because whoever opens a case in one names it. */
public final class Lane {

    /** The health service of a school: whoever holds the role there, as of today. */
    public static final String HEALTH = "health-service";

    /** Reports to child protection: who wrote one, and whom they let in. */
    public static final String CHILD_PROTECTION = "child-protection";

    private Lane() {}
}
