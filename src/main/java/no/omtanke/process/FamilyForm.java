package no.omtanke.process;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.FileContent;
import no.omtanke.form.Answers;
import no.omtanke.form.Effects;
import no.omtanke.form.Typed;

/**
 * A form that a family sends by the door {@code /sok}, about children of its own. Public because a subject says by it which form it takes,
 * and the door shows it without knowing the subject.
 *
 * <p>In the form, a choice with the property {@code directory} = {@code own-child} offers the sender's children and nobody else's.
 */
public interface FamilyForm {

    /** The form's id. */
    String formId();

    /** The last part of its address; texts about it begin with {@code sok.} and this. */
    String address();

    /** From which age a pupil may send it alone. Guardians may until the pupil is 18 [law § 14-6, barnelova § 32]. */
    default int pupilAloneFrom() {
        return 18;
    }

    /** Whether it is offered to families of the school. */
    default boolean offeredAt(int schoolId) {
        return true;
    }

    /**
     * What can be said of what has been typed so far, a sentence each: beside the form while it is written, and before it is sent.
     *
     * @param children whom the sender may send it about
     */
    default List<String> said(Typed typed, List<Long> children, Locale locale) {
        return List.of();
    }

    /**
     * Takes what was sent, in the caller's transaction: all of it or nothing.
     *
     * @return the cases that it became, the same ones when the same source comes again; none when it is no case
     */
    List<CaseFile> take(Sent sent);

    /**
     * What was sent. Public as what the door hands over.
     *
     * @param sender a guardian of every child that was chosen, or that pupil
     * @param source the draft it was written in: sent twice, it is taken once
     */
    record Sent(
            long sender,
            Answers answers,
            Effects effects,
            List<FileContent> files,
            String language,
            UUID source) {}
}
