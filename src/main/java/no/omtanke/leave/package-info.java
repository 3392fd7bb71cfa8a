/** Floor 4: what an application for leave knows that no other case does: its days, what was used before, who is asked, what was granted. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"process", "casefile", "form", "correspondence", "organization", "calendar", "access"})
package no.omtanke.leave;
