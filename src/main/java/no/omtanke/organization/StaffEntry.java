package no.omtanke.organization;

/** Public because an employee is chosen and shown with the role that tells most about them at that school. */
public record StaffEntry(Person person, Role role, boolean deputy) {}
