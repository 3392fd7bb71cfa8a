package no.omtanke.concern;

import java.time.Instant;
import java.time.LocalDate;

/**
 * What the reporter is promised. Public because the confirmation and "my report" show it.
 *
 * @param contactName who will make contact; null when only the role is known
 * @param contactRole leadership or school-owner
 * @param contactBy the day and hour
 * @param principalKnew the day it was raised with the principal
 * @param statsforvalterFrom the day from which Statsforvalteren may be told [law § 12-6]
 */
public record Promise(String contactName, String contactRole, Instant contactBy, LocalDate principalKnew, LocalDate statsforvalterFrom) {}
