/** Floor 4: what a physical intervention knows that no other case does: its record, and how many there were. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"process", "casefile", "form", "organization", "calendar", "access"})
package no.omtanke.intervention;
