/** Floor 4: who takes over when a duty is missed or somebody is not heard, and what the family is told about it. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"process", "casefile", "form", "organization", "calendar", "access"})
package no.omtanke.escalation;
