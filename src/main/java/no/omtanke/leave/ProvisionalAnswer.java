package no.omtanke.leave;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.time.Clock;
import no.omtanke.calendar.WorkingDays;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.form.Answers;
import no.omtanke.organization.Directory;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What a family is told when a month has gone without a decision [law fvl § 11 a]: that it is late, and by when it comes. */
@Component
class ProvisionalAnswer {

    static final String GIVEN = "provisional-answer";

    /** How soon the decision is promised, in working days. */
    private static final int PROMISED = 5;

    private final CaseFiles cases;
    private final Directory directory;
    private final LeaveFamily family;
    private final WorkingDays workingDays;
    private final MessageSource texts;
    private final Clock clock;

    ProvisionalAnswer(
            CaseFiles cases,
            Directory directory,
            LeaveFamily family,
            WorkingDays workingDays,
            MessageSource texts,
            Clock clock) {
        this.cases = cases;
        this.directory = directory;
        this.family = family;
        this.workingDays = workingDays;
        this.texts = texts;
        this.clock = clock;
    }

    /** In the school's language form: it is the school's answer, whatever language the family reads mails in. */
    void give(UUID caseId) {
        CaseFile file = cases.file(caseId).orElseThrow();
        Locale language = directory.school(file.schoolId())
                .map(school -> Locale.forLanguageTag(school.languageForm()))
                .orElse(Locale.forLanguageTag("nb"));
        ZoneId zone = clock.getZone();
        LocalDate by = workingDays.plus(LocalDate.now(clock), PROMISED);
        DateTimeFormatter day = DateTimeFormatter.ofPattern(texts.getMessage("leave.day", null, language), language);
        String words = texts.getMessage(
                "leave.provisional",
                new Object[] {day.format(file.openedAt().atZone(zone)), day.format(by)},
                language);
        UUID entry = cases.addEntry(
                caseId,
                GIVEN,
                null,
                "system",
                family.party(caseId),
                null,
                new Answers(GIVEN, Map.of("answer", words)).toJson());
        cases.event(caseId, "provisional-answer", null, Map.of("entry", entry.toString(), "by", by.toString()));
        cases.escalate(caseId);
    }
}
