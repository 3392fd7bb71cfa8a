package no.omtanke.access;

/**
 * Yes or no, with the reason that is written to the access log. Public as the policy's answer.
 *
 * @param reason the name of the rule that answered, e.g. {@code participant}
 */
public record Decision(boolean allowed, String reason) {

    /** A no without asking: there is no such case, or the database does not show it to this reader. */
    public static Decision unknown() {
        return no("unknown");
    }

    /** A no that somebody else has said, such as the family that took its consent back. @param reason a code */
    public static Decision refused(String reason) {
        return no(reason);
    }

    static Decision yes(String reason) {
        return new Decision(true, reason);
    }

    static Decision no(String reason) {
        return new Decision(false, reason);
    }
}
