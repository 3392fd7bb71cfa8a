package no.omtanke.planboard;

import no.omtanke.plan.Approval;
import no.omtanke.plan.PlanContent;
import no.omtanke.plan.PlanVersion;

/** A version of a plan for the page. @param state as in message keys; @param approval null when nobody has approved it */
record VersionCard(PlanVersion version, String state, Approval approval) {

    static VersionCard of(PlanVersion version) {
        if (version instanceof PlanVersion.Approved approved) {
            return new VersionCard(version, "approved", approved.approval());
        }
        if (version instanceof PlanVersion.Replaced replaced) {
            return new VersionCard(version, "replaced", replaced.approval());
        }
        return new VersionCard(version, version instanceof PlanVersion.Provisional ? "provisional" : "draft", null);
    }

    public int number() {
        return version.number();
    }

    public PlanContent content() {
        return version.content();
    }
}
