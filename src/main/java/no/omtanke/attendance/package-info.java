/** Floor 5: staff's doors to absence: a class's list of the day, a pupil's year, files of absence. */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"absence", "organization", "calendar", "access"})
package no.omtanke.attendance;
