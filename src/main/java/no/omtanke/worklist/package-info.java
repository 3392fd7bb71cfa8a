/** Floor 5: staff's doors: task list, task page, case page. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"concern", "plan", "escalation", "process", "casefile", "form", "correspondence", "organization", "calendar", "access", "network"})
package no.omtanke.worklist;
