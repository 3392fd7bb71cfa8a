package no.omtanke.portal;

import java.util.UUID;
import no.omtanke.form.Typed;

/**
 * One way into a report.
 *
 * @param path where its pages are
 * @param entrance what the case remembers of it: open, link, pupil or third-party
 * @param purpose the draft's name
 * @param schoolId the school that the address names, or null
 * @param invitation the form that the school sent, or null
 */
record ReportDoor(String path, String formId, String entrance, String purpose, Integer schoolId, UUID invitation) {

    static final ReportDoor GUARDIAN =
            new ReportDoor("/meld", "report-guardian", "open", "report-guardian", null, null);

    static final ReportDoor OTHER_CHILD = new ReportDoor(
            "/meld/annet-barn", "report-third-party", "third-party", "report-third-party", null, null);

    static final ReportDoor PUPIL = new ReportDoor("/meld/elev", "report-pupil", "pupil", "report-pupil", null, null);

    /** Straight to the school health service: the school does not see it. */
    static final ReportDoor HEALTH =
            new ReportDoor("/meld/helse", "report-health-contact", "health", "report-health-contact", null, null);

    /** The same open form with the school filled in. */
    static ReportDoor ofSchool(String slug, int schoolId) {
        return new ReportDoor(
                "/meld/" + slug, GUARDIAN.formId(), GUARDIAN.entrance(), GUARDIAN.purpose(), schoolId, null);
    }

    /** The form that a school sent. Whoever has not spent its link has no draft here and finds nothing. */
    static ReportDoor invited(UUID invitation) {
        return new ReportDoor(
                "/meld/skjema/" + invitation, GUARDIAN.formId(), "link", "invited:" + invitation, null, invitation);
    }

    /** The school of the address, until the visitor has chosen one. */
    Typed withSchool(Typed typed) {
        return schoolId == null || !typed.text("school").isEmpty() ? typed : typed.with("school", schoolId.toString());
    }
}
