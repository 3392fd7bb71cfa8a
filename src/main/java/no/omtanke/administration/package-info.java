/** Floor 5: the administrator's door: who works where, and what a leaver had. No case's content. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"decision", "casefile", "correspondence", "plan", "process", "organization", "access"})
package no.omtanke.administration;
