/**
 * Floor 5: the administrator's door: who works where, what a leaver had, which days are school days, how letters look, the municipality's
 * numbers for leave. No case's content.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"decision", "leave", "plan", "process", "casefile", "form", "correspondence", "organization", "calendar", "access"})
package no.omtanke.administration;
