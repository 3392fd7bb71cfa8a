/** Floor 5: the administrator's door: who works where, what a leaver had, which days are school days. No case's content. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"plan", "process", "casefile", "form", "organization", "calendar", "access"})
package no.omtanke.administration;
