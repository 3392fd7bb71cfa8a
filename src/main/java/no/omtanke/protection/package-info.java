/** Floor 4: a report to child protection: taking it in its closed lane, its letter, who else may see it. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"process", "casefile", "form", "correspondence", "organization", "calendar", "access"})
package no.omtanke.protection;
