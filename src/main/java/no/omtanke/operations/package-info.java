/** Floor 5: the operator's door: what failed, what waits, what is missing, without any case's content. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"process", "organization", "access"})
package no.omtanke.operations;
