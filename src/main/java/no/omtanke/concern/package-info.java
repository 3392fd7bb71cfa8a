/** Floor 4: what a report about the school environment knows that no other case does. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"process", "casefile", "form", "correspondence", "organization", "calendar", "access"})
package no.omtanke.concern;
