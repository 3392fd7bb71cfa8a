package no.omtanke.process;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a school has answered to what came by the door {@code /sok}, read there by whom it was answered. Public because a subject gives it,
 * and the door shows it without knowing the subject.
 */
public interface FamilyAnswers {

    /** The last part of the door's address; texts about it begin with {@code sok.} and this. */
    String address();

    /** The cases whose answer the person may read, newest first; nothing of their content. */
    List<String> references(long person);

    /** What was sent and what was answered; empty when it is not theirs to read. */
    Optional<List<Line>> read(long person, String reference, Locale locale);

    /** A question and what was said to it. Public with the interface. @param answer the school said it */
    record Line(String label, String text, boolean answer) {}
}
