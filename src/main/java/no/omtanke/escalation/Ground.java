package no.omtanke.escalation;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.omtanke.casefile.CaseEvent;

/**
 * One reason why a case was lifted. Public because pages list them.
 *
 * @param cause family, staff, deadline, age or joining
 * @param task the duty that was missed, or null
 * @param taskId its task, or null
 * @param pupil the pupil whom that task is about, or null
 * @param entry what somebody wrote, or null
 */
public record Ground(Instant at, String cause, String task, String taskId, UUID pupil, UUID entry) {

    static final String KIND = "lifted-by-";

    private static final Set<String> WORDS = Set.of("family", "staff", "joining");

    static Ground of(CaseEvent event) {
        Map<String, String> said = event.args();
        return new Ground(
                event.at(),
                event.kind().substring(KIND.length()),
                said.get("task"),
                said.get("taskId"),
                id(said.get("pupil")),
                id(said.get("entry")));
    }

    /** Somebody said something and waits for an answer, or a case that was joined had a ladder: somebody must say what becomes of it. */
    public boolean words() {
        return WORDS.contains(cause);
    }

    private static UUID id(String text) {
        return text == null || text.isEmpty() ? null : UUID.fromString(text);
    }
}
