/**
 * Floor 5: the administrator's door: who works where, what a leaver had, which days are school days, how letters look, the municipality's
 * numbers for leave. No case's content.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"decision", "leave", "plan", "process", "casefile", "form", "organization", "calendar", "access"})
/** Floor 5: the administrator's door: who works where, and what a leaver had. No case's content. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"leave", "decision", "casefile", "correspondence", "plan", "process", "organization", "access"})
package no.omtanke.administration;
