package no.omtanke.worklist;

/** A way to another case. */
record CaseLink(String reference, String opened, String state) {}
