/** Floor 5: families' doors: the public report, secure links, my report. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"concern", "plan", "escalation", "process", "casefile", "form", "correspondence", "organization", "calendar", "access", "network", "vault"})
package no.omtanke.portal;
