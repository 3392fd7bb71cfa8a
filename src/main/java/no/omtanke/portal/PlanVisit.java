package no.omtanke.portal;

import java.util.UUID;
import no.omtanke.form.Typed;

/** Whose plan is seen, and by which member of the family. */
record PlanVisit(UUID plan, long person) {

    /** As it is remembered beside the drafts. */
    Typed typed() {
        return Typed.empty().with("_plan", plan.toString()).with("_person", String.valueOf(person));
    }

    static PlanVisit of(Typed known) {
        return new PlanVisit(UUID.fromString(known.text("_plan")), Long.parseLong(known.text("_person")));
    }

    /** The draft of what is written without being asked. @param form what is written */
    String message(String form) {
        return form + ":" + plan + ":" + person;
    }
}
