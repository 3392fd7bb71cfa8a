package no.omtanke.network;

/** A pace with other figures than the program's. */
public final class PaceForTests {

    private PaceForTests() {}

    public static Pace of(PaceLimits limits) {
        return new Pace(limits);
    }
}
