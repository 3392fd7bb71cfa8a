package no.omtanke.dossier;

import java.util.Set;

/** The parts of a package, in the order in which they stand there. */
enum Section {
    COURSE("course"),
    REPORTS("reports"),
    HEARINGS("hearings"),
    WORK("work"),
    DECISIONS("decisions"),
    PLANS("plans"),
    MEASURES("measures"),
    EVALUATIONS("evaluations"),
    FILES("files");

    private static final Set<String> FROM_THE_FAMILY = Set.of("new-information", "not-heard", "plan-message");

    private static final Set<String> HEARD = Set.of(
            "first-contact", "hear-pupil", "inform-guardians", "hear-pupil-plan", "guardian-view", "ask-pupil",
            "guardian-evaluation");

    private static final Set<String> DECIDED = Set.of(
            "read-report", "notify-owner", "notify-owner-late", "appoint-investigator", "decide-visibility", "conclude",
            "approve-plan", "review-override", "review-plan", "evaluate-plan", "answer-family", "close-case", "reopen",
            "register-ruling");

    private final String code;

    Section(String code) {
        this.code = code;
    }

    /** As in message keys. */
    String code() {
        return code;
    }

    /** Where what was written in a form stands. */
    static Section of(String form) {
        if (form.startsWith("report-") || FROM_THE_FAMILY.contains(form)) {
            return REPORTS;
        }
        return HEARD.contains(form) ? HEARINGS : DECIDED.contains(form) ? DECISIONS : WORK;
    }
}
