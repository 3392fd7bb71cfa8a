package no.omtanke.worklist;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.ListedCase;
import no.omtanke.organization.Directory;
import no.omtanke.organization.School;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the outside of a case into words. */
@Component
class CaseWords {

    private final Directory directory;
    private final MessageSource messages;
    private final Dates dates;

    CaseWords(Directory directory, MessageSource messages, Dates dates) {
        this.directory = directory;
        this.messages = messages;
        this.dates = dates;
    }

    CaseLine line(ListedCase listed, Instant due, Locale locale) {
        return line(listed.file(), listed.pupils(), listed.className(), due, locale);
    }

    CaseLine line(CaseFile file, String pupils, String className, Instant due, Locale locale) {
        return new CaseLine(
                file.reference(),
                messages.getMessage("worklist.kind." + file.kind(), null, file.kind(), locale),
                pupils,
                className,
                directory.school(file.schoolId()).map(School::name).orElse("?"),
                day(file.openedAt(), locale),
                file.closedAt() == null ? null : day(file.closedAt(), locale),
                file.serious(),
                dates.due(due, locale));
    }

    private String day(Instant at, Locale locale) {
        return dates.day(LocalDate.ofInstant(at, dates.zone()), locale);
    }
}
