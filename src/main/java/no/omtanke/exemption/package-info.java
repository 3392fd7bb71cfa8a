/** Floor 4: what a notice of exemption knows that no other case does: who may give it, who is answered, when it is followed up. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"process", "casefile", "form", "correspondence", "organization", "calendar", "access"})
package no.omtanke.exemption;
