package no.omtanke.worklist;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.FileContent;
import no.omtanke.exemption.ExemptionNotices;
import no.omtanke.form.Answers;
import no.omtanke.form.Effects;
import org.springframework.stereotype.Component;

/** A notice of exemption that an employee was handed. */
@Component
class ExemptionRegister implements Register {

    private final ExemptionNotices notices;

    ExemptionRegister(ExemptionNotices notices) {
        this.notices = notices;
    }

    @Override
    public String purpose() {
        return ExemptionNotices.REGISTER;
    }

    @Override
    public String path() {
        return "/reports/exemption";
    }

    @Override
    public CaseFile take(
            Reader reader, int schoolId, UUID source, Answers answers, Effects effects, List<FileContent> files, Locale locale) {
        return notices.register(reader, schoolId, source, answers, locale.getLanguage());
    }
}
