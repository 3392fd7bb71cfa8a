package no.omtanke.plan;

import java.time.Instant;

/**
 * A version of the plan; its state is its type, so that only what may be approved can be. Public because pages show versions.
 */
public sealed interface PlanVersion {

    int number();

    Instant writtenAt();

    PlanContent content();

    /** A version that was replaced is kept as it was. */
    default boolean inForce() {
        return this instanceof Provisional || this instanceof Approved;
    }

    /** What the leadership may say yes to. */
    sealed interface Approvable extends PlanVersion {
        default Approved approve(Approval approval) {
            return new Approved(number(), writtenAt(), content(), approval);
        }

        Approvable saying(PlanContent content);
    }

    /** Written, not in force. */
    record Draft(int number, Instant writtenAt, PlanContent content) implements Approvable {
        Provisional putInForce(Instant at) {
            return new Provisional(number, writtenAt, content, at);
        }

        @Override
        public Draft saying(PlanContent content) {
            return new Draft(number, writtenAt, content);
        }
    }

    /** In force at once, and to be approved within days. */
    record Provisional(int number, Instant writtenAt, PlanContent content, Instant since) implements Approvable {
        @Override
        public Provisional saying(PlanContent content) {
            return new Provisional(number, writtenAt, content, since);
        }
    }

    /** In force. */
    record Approved(int number, Instant writtenAt, PlanContent content, Approval approval) implements PlanVersion {}

    /** A later version took its place. @param approval null when it never was approved */
    record Replaced(int number, Instant writtenAt, PlanContent content, Approval approval, Instant at)
            implements PlanVersion {}
}
