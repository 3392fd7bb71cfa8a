package no.omtanke.demo;

/** Someone to sign in as with one click; the label says in what role. No school means the municipality. */
record DemoUser(long personId, String username, String roleLabelKey, String schoolName) {}
