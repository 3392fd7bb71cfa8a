package no.omtanke.worklist;

/** A pupil to choose by words that no other pupil of the school has. */
record PupilChoice(long id, String label) {}
