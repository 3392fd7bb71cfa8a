/** Floor 2: the case file: case, parties, entries and its timeline. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"vault", "access", "organization", "calendar"})
package no.omtanke.casefile;
