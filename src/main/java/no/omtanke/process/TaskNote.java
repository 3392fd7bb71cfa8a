package no.omtanke.process;

import java.util.Locale;
import java.util.Optional;
import no.omtanke.casefile.OpenCase;

/**
 * What a subject has to say to whoever has one of its tasks, in words that stand in the case. Public because the subjects know, and the
 * task's page shows it without knowing them.
 */
@FunctionalInterface
public interface TaskNote {

    /** @param open the case as it was opened for the task */
    Optional<String> of(TaskRow task, OpenCase open, Locale locale);
}
