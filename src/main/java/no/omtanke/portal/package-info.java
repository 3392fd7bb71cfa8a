/** Floor 5: families' doors: the public report, secure links, my report. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"concern", "process", "casefile", "form", "correspondence", "organization", "calendar", "access", "vault"})
package no.omtanke.portal;
