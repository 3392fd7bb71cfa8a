package no.omtanke.process;

import java.util.UUID;

/**
 * Whether somebody said something in a case and waits for an answer. Public because whoever joins cases asks it and the ladder knows, and
 * neither knows the other.
 */
@FunctionalInterface
public interface AnswerOwed {

    boolean owed(UUID caseId);
}
