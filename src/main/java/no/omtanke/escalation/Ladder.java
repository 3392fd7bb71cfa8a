package no.omtanke.escalation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import no.omtanke.casefile.CaseEvent;

/**
 * How a case was lifted, read from its timeline: why, to whom, who answered, how it ended. Public because pages show it. A case has one
 * ladder at a time; what comes while it runs is added to it.
 *
 * @param grounds at least one, oldest first
 * @param steps what happened on it, oldest first
 * @param wordsWait whether somebody waits for an answer to what they said
 * @param ended when what it was lifted for was done, or null
 */
public record Ladder(List<Ground> grounds, List<Step> steps, boolean wordsWait, Instant ended) {

    /**
     * Something that happened on the ladder. Public with it.
     *
     * @param rung whose, or null when it is nobody's
     */
    public record Step(Instant at, What what, Rung rung) {}

    /** What can happen. Public with {@link Step}. */
    public enum What {
        REACHED("lifted-to"),
        SILENT("lift-unanswered"),
        ANSWERED("lift-answered"),
        ORDERED("order-given"),
        ORDER_DONE("order-done"),
        TAKEN_OVER("owner-took-over"),
        ENDED("lift-settled"),
        /** It goes on in the case with which this one was joined. */
        JOINED("lift-joined");

        private final String kind;

        What(String kind) {
            this.kind = kind;
        }

        String kind() {
            return kind;
        }

        static Optional<What> of(String kind) {
            return List.of(values()).stream().filter(what -> what.kind.equals(kind)).findFirst();
        }
    }

    /** All ladders of a case, the oldest first. */
    public static List<Ladder> of(List<CaseEvent> timeline) {
        List<Ladder> ladders = new ArrayList<>();
        Building now = null;
        for (CaseEvent event : timeline) {
            if (event.kind().startsWith(Ground.KIND)) {
                now = now == null ? new Building() : now;
                now.add(Ground.of(event));
            } else if (now != null) {
                Optional<Step> step = step(event);
                step.ifPresent(now::add);
                if (step.filter(s -> s.what() == What.ENDED || s.what() == What.JOINED).isPresent()) {
                    ladders.add(now.ended(event.at()));
                    now = null;
                }
            }
        }
        if (now != null) {
            ladders.add(now.ended(null));
        }
        return List.copyOf(ladders);
    }

    private static Optional<Step> step(CaseEvent event) {
        String to = event.args().get("to");
        return What.of(event.kind()).map(what -> new Step(event.at(), what, to == null ? null : Rung.of(to)));
    }

    private static final class Building {
        private final List<Ground> grounds = new ArrayList<>();
        private final List<Step> steps = new ArrayList<>();

        private boolean wordsWait;

        private void add(Ground ground) {
            grounds.add(ground);
            wordsWait |= ground.words();
        }

        private void add(Step step) {
            steps.add(step);
            wordsWait &= step.what() != What.ANSWERED;
        }

        private Ladder ended(Instant at) {
            return new Ladder(List.copyOf(grounds), List.copyOf(steps), wordsWait, at);
        }
    }

    public boolean running() {
        return ended == null;
    }

    /** The rung that was reached last. */
    public Rung rung() {
        return last(What.REACHED).map(Step::rung).orElse(Rung.NONE);
    }

    /** The last step of the kind. */
    public Optional<Step> last(What what) {
        return steps.stream().filter(s -> s.what() == what).reduce((first, second) -> second);
    }

    /** Whether whoever has it has answered, and nobody else has taken it over since. */
    public boolean answered() {
        return after(What.ANSWERED, What.REACHED);
    }

    /** Whether the owner bound the school to do something that is not done yet. */
    public boolean ordered() {
        return after(What.ORDERED, What.ORDER_DONE) && after(What.ORDERED, What.REACHED);
    }

    /** Whether the one came later than the other, or the other never came. */
    private boolean after(What one, What other) {
        int came = lastAt(one);
        return came >= 0 && came > lastAt(other);
    }

    private int lastAt(What what) {
        for (int i = steps.size() - 1; i >= 0; i--) {
            if (steps.get(i).what() == what) {
                return i;
            }
        }
        return -1;
    }

    boolean hasWords() {
        return grounds.stream().anyMatch(Ground::words);
    }

    boolean knows(String taskId) {
        return grounds.stream().anyMatch(g -> taskId.equals(g.taskId()));
    }
}
