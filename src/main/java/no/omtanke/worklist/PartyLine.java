package no.omtanke.worklist;

/** A person's part in the case; the role is a text key's last part. */
record PartyLine(String role, String name) {}
