/** What time it is, which days count, and when something is due. */
@ApplicationModule(allowedDependencies = {})
package no.omtanke.calendar;

import org.springframework.modulith.ApplicationModule;
