package no.omtanke.worklist;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.FileContent;
import no.omtanke.form.Answers;
import no.omtanke.form.Effects;

/** Something that an employee writes down about a pupil at their school: with which form, at which address, and what becomes of it. */
interface Register {

    /** The form's id; the draft is kept under it. */
    String purpose();

    String path();

    /** The same source is the same case, however often it is sent. */
    CaseFile take(
            Reader reader, int schoolId, UUID source, Answers answers, Effects effects, List<FileContent> files, Locale locale);
}
