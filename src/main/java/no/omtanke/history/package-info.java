/** Floor 5: the auditor's doors: steps, deadlines and the path taken, without content. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"concern", "process", "casefile", "form", "organization", "calendar", "access", "network"})
package no.omtanke.history;
