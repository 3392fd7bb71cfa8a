package no.omtanke.planboard;

/**
 * What became of a measure on one day.
 *
 * @param state done, not-done, no-answer, waiting, today, coming, or none when it was not promised for the day
 * @param column the day above it
 */
record Mark(String state, String column) {

    /** A form for each state, so that colour is never alone. */
    public String sign() {
        return switch (state) {
            case "done" -> "✓";
            case "not-done" -> "✕";
            case "no-answer" -> "?";
            case "waiting" -> "!";
            case "today" -> "●";
            case "coming" -> "○";
            default -> "";
        };
    }

    public boolean promised() {
        return !state.equals("none");
    }
}
