/** Floor 4: asking somebody else to help in a case: what is shared with them, whose consent that needs, and what they answer. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"process", "casefile", "form", "correspondence", "organization", "calendar", "access"})
package no.omtanke.involvement;
