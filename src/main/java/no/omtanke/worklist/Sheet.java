package no.omtanke.worklist;

import java.time.Instant;
import no.omtanke.form.Problems;
import no.omtanke.form.Typed;

/**
 * A form on the desk: what was typed so far, kept as a draft.
 *
 * @param savedAt null when nothing is kept yet
 * @param problems with files that were refused
 */
record Sheet(Typed typed, Instant savedAt, Problems problems) {}
