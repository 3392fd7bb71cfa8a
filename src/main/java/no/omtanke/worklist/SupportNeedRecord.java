package no.omtanke.worklist;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.FileContent;
import no.omtanke.form.Answers;
import no.omtanke.form.Effects;
import no.omtanke.support.SupportNeeds;
import org.springframework.stereotype.Component;

/** A need for adaptation, as an employee saw it or was told it. */
@Component
class SupportNeedRecord implements Register {

    private final SupportNeeds needs;

    SupportNeedRecord(SupportNeeds needs) {
        this.needs = needs;
    }

    @Override
    public String purpose() {
        return SupportNeeds.FORM;
    }

    @Override
    public String path() {
        return "/reports/support-need";
    }

    @Override
    public CaseFile take(
            Reader reader, int schoolId, UUID source, Answers answers, Effects effects, List<FileContent> files, Locale locale) {
        return needs.take(reader, schoolId, source, answers, effects, files, locale.getLanguage());
    }
}
