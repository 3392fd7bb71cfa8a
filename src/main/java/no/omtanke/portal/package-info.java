/** Floor 5: families' doors: the public report, secure links, my report. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"application", "concern", "plan", "involvement", "decision", "escalation", "process", "casefile", "form", "correspondence", "organization", "calendar", "access", "network", "vault", "health"})
package no.omtanke.portal;
