package no.omtanke.form;

import java.util.List;
import java.util.Map;

/**
 * What answers mean for the case: facts for the process, people for the case file. Public because both act on it.
 *
 * @param keepBack what was written is not to be passed on
 * @param passTo to whom it is passed on all the same: a role of the case, or null
 * @param story what a pupil told, or null
 */
public record Effects(
        Map<String, Object> facts, List<PartyChoice> parties, boolean keepBack, String passTo, String story) {}
