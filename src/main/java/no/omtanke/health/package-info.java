/** Floor 4: a family's or a pupil's contact with the school health service, and what the school is told with their consent. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"process", "casefile", "form", "correspondence", "organization", "calendar", "access"})
package no.omtanke.health;
