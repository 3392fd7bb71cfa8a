/** Floor 3: the only module that knows the engine: start, form submission, deadlines, assignment, task list rows. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"casefile", "form", "correspondence", "organization", "calendar", "access", "vault"})
package no.omtanke.process;
