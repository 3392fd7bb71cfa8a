/** Floor 4: what a need for adaptation knows that no other case does: taking it, from the school or a family, and its letters. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"process", "casefile", "form", "correspondence", "organization", "calendar", "access"})
package no.omtanke.support;
