package no.omtanke.worklist;

import java.util.List;

/**
 * Why a case was lifted and who has it, in words.
 *
 * @param at who has it, or who answered
 * @param why one sentence for each ground
 * @param said what the family and colleagues wrote
 * @param order what the owner bound the school to do, or null
 * @param orderBy by when, or null
 */
record Lifted(String at, List<Why> why, List<WrittenEntry> said, String order, String orderBy) {

    /** @param late it still is not done */
    record Why(String text, boolean late) {}
}
