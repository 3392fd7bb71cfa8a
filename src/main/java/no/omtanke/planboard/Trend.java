package no.omtanke.planboard;

import java.util.ArrayList;
import java.util.List;
import no.omtanke.plan.Evaluation;

/** The pupil's own answers over the evaluations as a small picture: five levels, one step to the right for each time. */
record Trend(int width, List<Point> points, List<String> lines) {

    private static final int LEFT = 130;
    private static final int STEP = 90;
    private static final int TOP = 22;
    private static final int LEVEL = 26;

    /** @param value 1 to 5, or null when the pupil was not asked */
    record Point(int number, int x, int y, Integer value, Evaluation evaluation) {}

    /** Null while there is nothing to compare. */
    static Trend of(List<Evaluation> done) {
        if (done.stream().filter(e -> e.pupilSafe() != null).count() < 2) {
            return null;
        }
        List<Point> points = new ArrayList<>();
        for (Evaluation e : done) {
            Integer value = e.pupilSafe();
            points.add(new Point(
                    e.number(), LEFT + points.size() * STEP, value == null ? level(1) : level(value), value, e));
        }
        return new Trend(LEFT + (points.size() - 1) * STEP + 60, points, lines(points));
    }

    /** Where a level lies. */
    static int level(int value) {
        return TOP + (5 - value) * LEVEL;
    }

    public List<Integer> levels() {
        return List.of(5, 4, 3, 2, 1);
    }

    public int at(int value) {
        return level(value);
    }

    // A time when nobody asked breaks the line.
    private static List<String> lines(List<Point> points) {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i < points.size(); i++) {
            Point a = points.get(i - 1);
            Point b = points.get(i);
            if (a.value() != null && b.value() != null) {
                lines.add("M %d %d L %d %d".formatted(a.x(), a.y(), b.x(), b.y()));
            }
        }
        return lines;
    }
}
