package no.omtanke.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** How long each of several requests took, in milliseconds. */
final class Times {

    private final List<Double> all = new ArrayList<>();

    void time(Runnable work) {
        long began = System.nanoTime();
        work.run();
        all.add((System.nanoTime() - began) / 1e6);
    }

    double p50() {
        return at(0.50);
    }

    double p95() {
        return at(0.95);
    }

    private double at(double share) {
        List<Double> sorted = new ArrayList<>(all);
        Collections.sort(sorted);
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
    }
}
