/** Floor 5: staff's doors: task list, task page, case page. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"concern", "process", "casefile", "form", "correspondence", "organization", "calendar", "access"})
package no.omtanke.worklist;
