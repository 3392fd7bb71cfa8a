/** Floor 1: what may not stand in a line of the log, whoever wrote the line. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package no.omtanke.redaction;
