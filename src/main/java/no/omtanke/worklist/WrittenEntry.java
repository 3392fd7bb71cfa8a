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
        List<Attachment> files) {

    WrittenEntry with(List<ReadAnswer> others) {
        return new WrittenEntry(id, formId, reference, title, who, when, others, files);
    }
}
