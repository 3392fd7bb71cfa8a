package no.omtanke.portal;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import no.omtanke.form.FormContext;
import no.omtanke.form.Typed;
import no.omtanke.process.FamilyForm;

/**
 * One way into a report, or into something that a family applies for.
 *
 * @param path where its pages are
 * @param entrance what the case remembers of it: open, link, pupil or third-party
 * @param purpose the draft's name
 * @param schoolId the school that the address names, or null
 * @param invitation the form that the school sent, or null
 * @param applicant who has come in by a link to apply for something, or null
 */
record ReportDoor(
        String path,
        String formId,
        String entrance,
        String purpose,
        Integer schoolId,
        UUID invitation,
        Applicant applicant) {

    /**
     * Who applies, and for whom they may.
     *
     * @param form what they send
     * @param children the people whom it may be about
     * @param question the form's question about them, or null
     */
    record Applicant(long person, FamilyForm form, List<Long> children, String question) {

        String what() {
            return form.address();
        }
    }

    static final ReportDoor GUARDIAN =
            new ReportDoor("/meld", "report-guardian", "open", "report-guardian", null, null, null);

    static final ReportDoor OTHER_CHILD = new ReportDoor(
            "/meld/annet-barn", "report-third-party", "third-party", "report-third-party", null, null, null);

    static final ReportDoor PUPIL = new ReportDoor("/meld/elev", "report-pupil", "pupil", "report-pupil", null, null, null);

    /** Straight to the school health service: the school does not see it. */
    static final ReportDoor HEALTH =
            new ReportDoor("/meld/helse", "report-health-contact", "health", "report-health-contact", null, null, null);

    /** The same open form with the school filled in. */
    static ReportDoor ofSchool(String slug, int schoolId) {
        return new ReportDoor(
                "/meld/" + slug, GUARDIAN.formId(), GUARDIAN.entrance(), GUARDIAN.purpose(), schoolId, null, null);
    }

    /** The form that a school sent. Whoever has not spent its link has no draft here and finds nothing. */
    static ReportDoor invited(UUID invitation) {
        return new ReportDoor(
                "/meld/skjema/" + invitation, GUARDIAN.formId(), "link", "invited:" + invitation, null, invitation, null);
    }

    /** What somebody applies for. The draft is theirs: another member of the family at the same browser has another. */
    static ReportDoor applying(FamilyForm form, Applicant applicant) {
        return new ReportDoor(
                "/sok/" + form.address(),
                form.formId(),
                "applying",
                "applying:" + form.address() + ":" + applicant.person(),
                null,
                null,
                applicant);
    }

    /** What surrounds its form. */
    FormContext context(Locale locale) {
        List<Long> children = applicant == null ? List.of() : applicant.children();
        return new FormContext(locale, null, null, Map.of(), Map.of(), children);
    }

    /** What the subject has to say of what was typed. */
    List<String> said(Typed typed, Locale locale) {
        return applicant == null ? List.of() : applicant.form().said(typed, applicant.children(), locale);
    }

    /** Where the confirmation stands. */
    String sent() {
        return applicant == null ? "/meld/sendt" : "/sok/sendt";
    }

    /** The school of the address, or the only child, until the visitor has chosen. */
    Typed filled(Typed typed) {
        if (applicant != null && applicant.question() != null && applicant.children().size() == 1) {
            return typed.values(applicant.question()).stream().allMatch(String::isEmpty)
                    ? typed.with(applicant.question(), applicant.children().get(0).toString())
                    : typed;
        }
        return schoolId == null || !typed.text("school").isEmpty() ? typed : typed.with("school", schoolId.toString());
    }
}
