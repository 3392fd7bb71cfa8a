package no.omtanke.worklist;

/** A way to narrow a list: its address, its words, how many it leaves, and whether it is on. */
record Chip(String path, String label, int count, boolean on) {}
