package no.omtanke.plan;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A measure that somebody owns or stands in for: that it is there, nothing of what it is. Public because an administrator hands it over.
 *
 * @param kind measure or substitute
 */
public record MeasureHolding(String kind, UUID caseId, String reference, UUID measure, LocalDate to) {}
