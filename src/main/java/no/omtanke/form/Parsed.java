package no.omtanke.form;

/** One typed answer understood: a value, nothing, or the key of what is wrong with it. */
record Parsed(Object value, String problem, Object... arguments) {

    static final Parsed BLANK = new Parsed(null, null);

    static Parsed of(Object value) {
        return new Parsed(value, null);
    }

    static Parsed wrong(String problem, Object... arguments) {
        return new Parsed(null, problem, arguments);
    }

    /** Nothing was answered; a box that must be ticked is not answered by leaving it. */
    boolean blank() {
        return problem == null && (value == null || Boolean.FALSE.equals(value));
    }
}
