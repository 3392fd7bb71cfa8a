package no.omtanke.worklist;

/** Something that happened, in words. */
record TimelineEvent(String when, String what, String who, String text, boolean late) {}
