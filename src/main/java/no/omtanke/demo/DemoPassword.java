package no.omtanke.demo;

/** What every demo account opens with; accounts with it exist in the demo only. */
final class DemoPassword {

    static final String TEXT = "omtanke i solvik";

    private DemoPassword() {}
}
