/** Floor 4: what everything that families apply for shares: who may come in by an address on file, and for which children. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"process", "correspondence", "organization"})
package no.omtanke.application;
