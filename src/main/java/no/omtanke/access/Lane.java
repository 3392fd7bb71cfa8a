package no.omtanke.access;

/** The closed lanes there are. Public because whoever opens a case in one names it. */
public final class Lane {

    /** The health service of a school: whoever holds the role there, as of today. */
    public static final String HEALTH = "health-service";

    /** Reports to child protection: who wrote one, and whom they let in. */
    public static final String CHILD_PROTECTION = "child-protection";

    /** What a family wrote straight to PPT: whoever has it answers what it is asked there; the school finds nothing of it. */
    public static final String PPT = "ppt";

    private Lane() {}
}
