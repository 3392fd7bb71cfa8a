/** Floor 1: who may read what and why, and the log of every reading. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {})
package no.omtanke.access;
