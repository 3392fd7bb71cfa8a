package no.omtanke.organization;

/** Public because access is decided by role and school; no school means the whole municipality. */
public record HeldRole(Role role, Integer schoolId, boolean deputy) {}
