package no.omtanke.escalation;

import java.util.UUID;

/**
 * Who of a family says that they are not heard.
 *
 * @param person who has a page besides the reporter's, or null for the reporter
 * @param pupil whom they speak of, or null
 */
record Presser(Long person, UUID pupil) {}
