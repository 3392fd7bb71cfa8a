/** Floor 5: the administrator's door: who works where, what a leaver had, which days are school days, how letters look. No case's content. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"decision", "plan", "process", "casefile", "form", "organization", "calendar", "access"})
package no.omtanke.administration;
