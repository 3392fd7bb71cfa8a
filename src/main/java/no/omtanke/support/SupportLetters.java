package no.omtanke.support;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.Party;
import no.omtanke.correspondence.Letter;
import no.omtanke.correspondence.LetterHead;
import no.omtanke.correspondence.Letters;
import no.omtanke.form.Answers;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.ReadAnswer;
import no.omtanke.form.Reading;
import no.omtanke.organization.Directory;
import no.omtanke.organization.School;
import no.omtanke.process.CallableFromModel;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes what goes to PPT and comes from it as letters in the school's language form, kept in the case unchanged. Public because models
 * call it by name, in asynchronous steps.
 */
@Component("supportLetters")
@CallableFromModel
@Transactional
public class SupportLetters {

    private static final String WRITTEN = "letter-written";

    /** What is asked of whoever writes, and says nothing to whoever reads. */
    private static final Set<String> NOT_IN_THE_LETTER =
            Set.of("child", "consentUntil", "consentFree", "consentWithdraw", "schoolMayKnow", "pptRecommends", "bodyAsks");

    private final CaseFiles cases;
    private final Letters press;
    private final FormCatalog catalog;
    private final Reading reading;
    private final Directory directory;
    private final MessageSource texts;
    private final Clock clock;

    SupportLetters(
            CaseFiles cases,
            Letters press,
            FormCatalog catalog,
            Reading reading,
            Directory directory,
            MessageSource texts,
            Clock clock) {
        this.cases = cases;
        this.press = press;
        this.catalog = catalog;
        this.reading = reading;
        this.directory = directory;
        this.texts = texts;
        this.clock = clock;
    }

    /** The referral, or what the family wrote instead of one. */
    public void referral(String caseId) {
        write(UUID.fromString(caseId), "referral", List.of("write-referral", "report-ppt"));
    }

    /** What PPT answered to it. */
    public void answer(String caseId) {
        write(UUID.fromString(caseId), "ppt-answer", List.of("acknowledge-referral"));
    }

    /** PPT's expert assessment. */
    public void assessment(String caseId) {
        write(UUID.fromString(caseId), "expert-assessment", List.of("expert-assessment"));
    }

    // A step that is run again after a crash finds its letter written.
    private void write(UUID caseId, String kind, List<String> forms) {
        Entry entry = forms.stream()
                .flatMap(form -> cases.entries(caseId, form).stream())
                .reduce((first, second) -> second)
                .orElseThrow();
        boolean written = cases.events(caseId).stream()
                .anyMatch(e -> e.kind().equals(WRITTEN) && entry.id().toString().equals(e.args().get("entry")));
        if (written) {
            return;
        }
        CaseFile file = cases.file(caseId).orElseThrow();
        School school = directory.school(file.schoolId()).orElseThrow();
        Locale language = Locale.forLanguageTag(school.languageForm());
        Party pupil = cases.parties(caseId).stream().filter(p -> p.role().equals("affected")).findFirst().orElseThrow();
        String title = texts.getMessage("letter.support." + kind, new Object[] {pupil.name()}, language);
        byte[] pdf = press.pdf(letter(file, school, entry, kind, title, language));
        cases.keepDocument(caseId, kind, pupil.id(), title + ".pdf", "application/pdf", pdf);
        cases.event(caseId, WRITTEN, null, Map.of("entry", entry.id().toString()));
    }

    private Letter letter(CaseFile file, School school, Entry entry, String kind, String title, Locale language) {
        List<ReadAnswer> said = reading.read(catalog.form(entry.formId()), Answers.fromJson(entry.json()), language).stream()
                .filter(answer -> !NOT_IN_THE_LETTER.contains(answer.key()))
                .toList();
        return new Letter(
                "support",
                language,
                title,
                new LetterHead(
                        directory.municipality().name(),
                        school.name(),
                        file.reference(),
                        LocalDate.ofInstant(entry.writtenAt(), clock.getZone())),
                Map.of("kind", kind, "said", said));
    }
}
