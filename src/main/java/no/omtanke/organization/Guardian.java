package no.omtanke.organization;

/** Public because some decisions need everyone with parental responsibility, and others every guardian. */
public record Guardian(Person person, long pupilId, boolean parentalResponsibility) {}
