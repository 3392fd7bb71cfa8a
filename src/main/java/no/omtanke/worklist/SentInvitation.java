package no.omtanke.worklist;

/** A form that was sent, in words. */
record SentInvitation(String pupil, String guardian, String when, boolean used) {}
