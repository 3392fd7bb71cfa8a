package no.omtanke.process;

import java.time.Instant;
import java.util.UUID;

/**
 * One thing that a person has in a case: that it is there, nothing of what it is. Public because an administrator hands it over.
 *
 * @param kind task, writer, responsible or investigator
 * @param id the task's id, or null for a role
 */
public record Holding(String kind, UUID caseId, String reference, String id, Instant due) {}
