/** Floor 4: the activity plan as data: its versions, its measures and their log, the quality gate, evaluations, the family's part. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"process", "casefile", "form", "correspondence", "organization", "calendar", "access", "vault"})
package no.omtanke.plan;
