/** Floor 5: staff's doors: task list, task page, case page. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"decision", "concern", "exemption", "intervention", "support", "leave", "plan", "involvement", "escalation", "process", "casefile", "form", "correspondence", "organization", "calendar", "access", "network", "health", "protection"})
package no.omtanke.worklist;
