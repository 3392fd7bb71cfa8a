package no.omtanke.concern;

import java.util.Locale;
import java.util.Optional;
import no.omtanke.form.Answers;

/**
 * A question that only the writer of a report can answer: nothing of the answer is in any mail. Public because the portal asks it.
 */
public final class OwnQuestion {

    private static final int DIGITS = 4;

    private final String kind;
    private final String answer;

    private OwnQuestion(String kind, String answer) {
        this.kind = kind;
        this.answer = answer;
    }

    static Optional<OwnQuestion> of(Answers report) {
        String phone = digits(report.text("phone"));
        String child = firstName(report.text("childName"));
        if (phone.length() >= DIGITS) {
            return Optional.of(new OwnQuestion("phone", phone.substring(phone.length() - DIGITS)));
        }
        return child.isEmpty() ? Optional.empty() : Optional.of(new OwnQuestion("child", child));
    }

    /** phone: the last digits of the number; child: the first name of the child; both as the report has them. */
    public String kind() {
        return kind;
    }

    /** Whether that is the answer. A whole number or a whole name will do as well. */
    public boolean isAnsweredBy(String typed) {
        if (typed == null) {
            return false;
        }
        return kind.equals("phone") ? digits(typed).endsWith(answer) : firstName(typed).equals(answer);
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    private static String firstName(String text) {
        return text.strip().toLowerCase(Locale.ROOT).split("[\\s-]+")[0];
    }
}
