package no.omtanke.matrix;

/** What a door says to somebody. */
enum Answer {
    OPENS("✓"),
    /** The very answer that something gets which never existed. */
    UNKNOWN("404"),
    /** The door is shut to the role, whatever is asked for. */
    CLOSED("403"),
    SIGN_IN("sign in"),
    /** The page that says that a link is needed, or is over: the same for everybody. */
    NO_LINK("link");

    final String sign;

    Answer(String sign) {
        this.sign = sign;
    }
}
