/** Who is who in the municipality: its schools, people, roles, classes and guardians, as they are today. */
@ApplicationModule(allowedDependencies = {})
package no.omtanke.organization;

import org.springframework.modulith.ApplicationModule;
