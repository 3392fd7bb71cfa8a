package no.omtanke.concern;

import java.util.List;
import java.util.Set;
import no.omtanke.casefile.Attachment;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.Entry;

/**
 * What a reporter sees of the case: their own words, five steps and the promise; nothing that others wrote, except an answer that was
 * written to them. Public because the portal shows it.
 */
public record MyReport(
        CaseFile file,
        List<Entry> written,
        List<Attachment> attachments,
        List<Entry> answers,
        List<FamilyStep> steps,
        Promise promise) {

    /** Whether a guardian or the pupil wrote it, as they say; not somebody who is worried about another's child, nor an employee. */
    public boolean family() {
        return Set.of("open", "link", "pupil").contains(file.entrance());
    }
}
