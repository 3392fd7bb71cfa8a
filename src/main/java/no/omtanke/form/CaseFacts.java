package no.omtanke.form;

import java.util.Set;

/** The facts that forms may set or look at, as far as a form must know them. */
final class CaseFacts {

    /** Facts that are true or false, whatever words the options use. */
    static final Set<String> YES_OR_NO = Set.of(
            "serious",
            "schoolHasLeader",
            "tellOwner",
            "unfounded",
            "heard",
            "pupilUnsafe",
            "planNeeded",
            "planApproved",
            "reopened",
            "provisional",
            "planSound",
            "overridden",
            "measureDone",
            "late",
            "lateTaken",
            "repeated",
            "helps",
            "recommended",
            "supportGranted",
            "passOn",
            "allAgree",
            "waitsForOwner",
            "accusedUnheard",
            "noticeStands",
            "exemptible",
            "leaveRight");

    private CaseFacts() {}

    static Object value(String fact, Object answer) {
        if (!YES_OR_NO.contains(fact) || !(answer instanceof String text)) {
            return answer;
        }
        return switch (text) {
            case "true", "yes" -> Boolean.TRUE;
            case "false", "no" -> Boolean.FALSE;
            default -> answer;
        };
    }
}
