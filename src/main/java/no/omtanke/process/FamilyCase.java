package no.omtanke.process;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.omtanke.casefile.FileContent;
import no.omtanke.casefile.OpenCase;
import no.omtanke.form.Answers;
import no.omtanke.form.Typed;

/**
 * A kind of case that a family began by applying for something, and follows at {@code /soknad}. Public because a subject says by it what
 * the family's page shows, and what can be done there; the page knows none of them.
 */
public interface FamilyCase {

    /** The kind of case; texts about it begin with {@code soknad.} and this. */
    String kind();

    /** How many steps the page lists: {@code soknad.<kind>.step.1} and so on; a task's {@code familyStep} says which it belongs to. */
    int steps();

    /** How far it has come without any task: the number of the last step that is done, 0 for none. */
    int done(UUID caseId);

    /** Whether it has ended without going all the way: the steps that are left will not come. */
    default boolean over(UUID caseId) {
        return false;
    }

    /** What the page says on top, one sentence each: what was applied for, what was decided, what is still expected. */
    List<String> said(OpenCase open, Locale locale);

    /** What the person may do with it now. */
    List<Act> acts(UUID caseId, long person);

    /**
     * Does it, in the caller's transaction.
     *
     * @return false when it was too late, or the answers cannot be: the page says so and shows how it stands
     */
    boolean act(String address, UUID caseId, long person, Answers answers, List<FileContent> files);

    /** What stands in the form of the act before anybody types. */
    default Typed begin(String address, UUID caseId) {
        return Typed.empty();
    }

    /** Something that can be done: its form, and the last part of its address. Public because the page offers it. */
    record Act(String address, String formId) {}
}
