package no.omtanke.process;

import java.util.Optional;
import no.omtanke.form.Typed;

/**
 * What a subject proposes as the answers of one of its tasks, so that a plain case is decided by reading and sending. Public because the
 * subjects know, and the task's form is filled in without knowing them. Whoever has the task may change every word of it.
 */
@FunctionalInterface
public interface TaskDefaults {

    /** Empty when the task is not the subject's, or nothing can be proposed. */
    Optional<Typed> of(TaskRow task);
}
