package no.omtanke.process;

import java.util.UUID;

/** Somebody has completed a task through its form. Public because subjects that wait for a deed listen to it. */
public record TaskDone(UUID caseId, String task) {}
