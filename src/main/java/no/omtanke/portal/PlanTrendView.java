package no.omtanke.portal;

import java.util.List;

/**
 * The evaluations so far: a small picture and its table. Public because the template engine reads it.
 *
 * @param line the picture's line through the pupil's answers
 * @param width the picture's width; its height is always the same
 */
public record PlanTrendView(List<Point> points, String line, int width) {

    /**
     * One evaluation. Public because the template engine reads it.
     *
     * @param face the pupil's answer, 1 to 5, or null when nobody asked
     * @param pupil the same in words
     * @param mine what this guardian answered, or null
     * @param safe what the school thinks
     * @param outcome what was decided
     */
    public record Point(int number, String when, Integer face, String pupil, String mine, String safe, String outcome, int x, int y) {}
}
