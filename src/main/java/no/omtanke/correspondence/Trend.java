package no.omtanke.correspondence;

import java.util.List;
import no.omtanke.correspondence.EvaluationLetter.TrendPoint;

/** The pupil's answers over time: a picture needs at least two. */
record Trend(List<TrendPoint> points, List<TrendPoint> answered) {

    static Trend of(List<TrendPoint> points) {
        return new Trend(points, points.stream().filter(p -> p.safety() != null).toList());
    }

    public boolean hasPicture() {
        return answered.size() > 1;
    }

    public int first() {
        return answered.get(0).safety();
    }

    public int last() {
        return answered.get(answered.size() - 1).safety();
    }

    /** As {@link TrendDrawer} reads it: a dash where the pupil was not asked. */
    public String drawn() {
        return String.join(
                " ",
                points.stream()
                        .map(p -> p.safety() == null ? "-" : p.safety().toString())
                        .toList());
    }
}
