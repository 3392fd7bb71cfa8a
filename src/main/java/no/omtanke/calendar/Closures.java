package no.omtanke.calendar;

import java.util.List;

/** The closures of a school, those of the whole municipality among them. */
interface Closures {

    List<Closure> of(int schoolId);
}
