package no.omtanke.worklist;

import no.omtanke.process.TasksSeen.Count;

/** A way to narrow a list: its address, its words, how many it leaves (empty when nobody counted), and whether it is on. */
record Chip(String path, String label, String count, boolean on) {

    /** Where not everything was looked at, "20+" says so; none of those that were says nothing. */
    static String words(Count count) {
        if (!count.more()) {
            return String.valueOf(count.number());
        }
        return count.number() == 0 ? "" : count.number() + "+";
    }
}
