package no.omtanke.worklist;

import java.util.List;
import java.util.UUID;
import no.omtanke.casefile.Attachment;
import no.omtanke.form.ReadAnswer;

/** A written piece of the case, in words. */
record WrittenEntry(
        UUID id,
        String formId,
        String reference,
        String title,
        String who,
        String when,
        List<ReadAnswer> answers,
        List<Attachment> files,
        Mark mark) {

    /**
     * «Ikke gi videre».
     *
     * @param on it is marked
     * @param passedTo whom the mark names
     * @param mine the reader may mark it, or lift the mark
     * @param pupil the pupil whose story it is, when the reader may ask for a new decision about it
     */
    record Mark(boolean on, List<String> passedTo, boolean mine, UUID pupil) {}

    WrittenEntry with(List<ReadAnswer> others) {
        return new WrittenEntry(id, formId, reference, title, who, when, others, files, mark);
    }
}
