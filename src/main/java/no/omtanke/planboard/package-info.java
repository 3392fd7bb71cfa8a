/** Floor 5: staff's doors to plans: a case's plans, a school's week, the list of the day, the library of measures. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"plan", "casefile", "organization", "calendar", "access"})
package no.omtanke.planboard;
