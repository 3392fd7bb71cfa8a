package no.omtanke.decision;

/**
 * A ready text for the grounds of a decision. Public because administrators write it and the task's page offers it.
 *
 * @param id 0 while it is new
 * @param kind the kind of decision
 * @param title what it is chosen by
 * @param closed offered no more
 */
public record TextBlock(int id, String kind, String title, String nb, String nn, String en, boolean closed) {

    /** In the language that a letter is written in. */
    public String in(String language) {
        return switch (language) {
            case "nn" -> nn;
            case "en" -> en;
            default -> nb;
        };
    }
}
