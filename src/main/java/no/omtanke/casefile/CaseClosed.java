package no.omtanke.casefile;

import java.util.UUID;

/** A case was closed, in the same transaction. Public because subjects end what they had going in it. */
public record CaseClosed(UUID caseId) {}
