package no.omtanke.form;

import java.time.Instant;

/** What was typed and kept for later; public because the task page resumes it. */
public record Draft(Typed typed, Instant savedAt) {}
