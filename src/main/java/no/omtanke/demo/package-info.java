/** Floor 6: the invented municipality to try the product in, and its own rooms; absent without the profile {@code demo}. */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {
            "signin", "concern", "absence", "decision", "plan", "involvement", "health", "dossier", "process", "casefile", "form", "correspondence", "organization", "calendar", "access"
        })
package no.omtanke.demo;
