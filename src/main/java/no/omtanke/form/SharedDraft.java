package no.omtanke.form;

import java.time.Instant;
import java.util.List;

/**
 * What several people write together, as one of them sees it. Public because the task page shows it.
 *
 * @param revision what a page that is made from it names when it is posted; 0 before anybody saved
 * @param savedBy who saved last, or null
 * @param clashes what this person and somebody else both changed, until this person chooses
 * @param others who else saved since the page that was posted was made
 */
public record SharedDraft(
        Typed typed, int revision, Long savedBy, Instant savedAt, List<Clash> clashes, List<Wrote> others) {

    /** Somebody's last saving. Public because the page says who wrote when. */
    public record Wrote(long by, Instant at) {}

    /**
     * Something that two people wrote differently. Public because the page shows both.
     *
     * @param unit the question's name, or the list's
     * @param mine holds what this person wrote there
     * @param mayKeep whether the other's text is still what it was: else this person's is only shown, to copy
     */
    public record Clash(String unit, Typed mine, Wrote other, boolean mayKeep) {}
}
