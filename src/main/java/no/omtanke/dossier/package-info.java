/** Floor 5: what Statsforvalteren asks for: requests, the package of a case after a review, and the orders that come back. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"plan", "process", "casefile", "form", "correspondence", "organization", "calendar", "access", "vault", "network"})
package no.omtanke.dossier;
