package no.omtanke.involvement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What kind of information a piece of a case is, in words that a family can say no to. Public because pages name them. An exception is a
 * kind, not a sentence: so it holds for what is chosen later as well.
 */
public enum PieceKind {
    REPORT,
    PUPIL,
    HOME,
    INVESTIGATION,
    PLAN,
    FILES,
    OTHER;

    private final String id = name().toLowerCase(Locale.ROOT);

    public String id() {
        return id;
    }

    public static List<String> ids() {
        return Arrays.stream(values()).map(PieceKind::id).toList();
    }

    /** @param form the entry's form */
    public static PieceKind ofEntry(String form) {
        if (form.startsWith("report-") || form.equals("new-information")) {
            return REPORT;
        }
        return switch (form) {
            case "hear-pupil", "hear-pupil-plan", "ask-pupil", "decide-visibility" -> PUPIL;
            case "first-contact", "inform-guardians", "guardian-view", "guardian-evaluation", "plan-message", "not-heard" -> HOME;
            case "read-report", "investigate", "conclude", "immediate-measures", "notify-owner", "notify-owner-late" -> INVESTIGATION;
            case "write-plan", "approve-plan", "evaluate-plan", "evaluate-measure", "do-measure", "review-plan" -> PLAN;
            default -> OTHER;
        };
    }

    /** @param kind the document's: attachment, plan or evaluation */
    public static PieceKind ofDocument(String kind) {
        return kind.equals("plan") || kind.equals("evaluation") ? PLAN : FILES;
    }
}
