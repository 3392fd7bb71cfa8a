package no.omtanke.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Two threads take batches until there is enough; says how fast it went. */
final class Filling {

    private static final int THREADS = 2;

    private Filling() {}

    interface Batch {
        void make(int from, int to);
    }

    static void fill(String whose, int count, int batch, Batch work) {
        long began = System.nanoTime();
        AtomicInteger next = new AtomicInteger();
        AtomicInteger told = new AtomicInteger();
        List<Throwable> failures = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            Thread thread = new Thread(() -> {
                try {
                    for (int from = next.getAndAdd(batch); from < count && failures.isEmpty(); from = next.getAndAdd(batch)) {
                        work.make(from, Math.min(from + batch, count));
                        if (from / 20_000 > told.get()) {
                            told.set(from / 20_000);
                            Report.say("  %s: %,d of %,d", whose, from, count);
                        }
                    }
                } catch (RuntimeException | Error e) {
                    failures.add(e);
                }
            });
            thread.start();
            threads.add(thread);
        }
        threads.forEach(Filling::join);
        if (!failures.isEmpty()) {
            throw new IllegalStateException("filling failed", failures.get(0));
        }
        double seconds = (System.nanoTime() - began) / 1e9;
        Report.say("%s: %,d instances started in %.0f s (%.0f a second)", whose, Math.max(0, count), seconds, count / seconds);
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
