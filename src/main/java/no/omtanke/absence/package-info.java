/** Floor 4: the register of absence, what families say beforehand, and following up pupils who are much away. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"process", "casefile", "form", "organization", "calendar", "access", "vault"})
package no.omtanke.absence;
