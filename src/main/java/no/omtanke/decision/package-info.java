/** Floor 4: individual decisions: their number, letter, parties and appeal windows, and the appeals over them. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"process", "casefile", "form", "correspondence", "organization", "calendar", "access"})
package no.omtanke.decision;
