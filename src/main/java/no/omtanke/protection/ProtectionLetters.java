package no.omtanke.protection;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
import no.omtanke.organization.Person;
import no.omtanke.organization.School;
import no.omtanke.process.CallableFromModel;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes the report as the letter that its reporter sends, in the school's language form, and keeps it in the case. Public because the
 * model calls it by name, in an asynchronous step.
 */
@Component("protectionLetters")
@CallableFromModel
@Transactional
public class ProtectionLetters {

    static final String KIND = "protection-report";

    /** What goes outside, in this order; what only the house needs to know stays here. */
    private static final List<String> ABOUT_CHILD = List.of("childBorn", "childAddress", "siblings");

    private static final List<String> WORRY =
            List.of("suspicion", "danger", "seen", "childSaid", "since", "worriedBefore", "worriedBeforeWhat", "guardiansContact");

    private final CaseFiles cases;
    private final Letters press;
    private final FormCatalog catalog;
    private final Reading reading;
    private final Directory directory;
    private final MessageSource texts;
    private final Clock clock;

    ProtectionLetters(
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

    /** Writes the letter; a step that is run again after a crash finds it written. */
    public void write(String caseId) {
        UUID id = UUID.fromString(caseId);
        if (cases.lastEvent(id, "letter-written").isPresent()) {
            return;
        }
        CaseFile file = cases.file(id).orElseThrow();
        School school = directory.school(file.schoolId()).orElseThrow();
        Locale language = Locale.forLanguageTag(school.languageForm());
        String title = texts.getMessage("letter.protection.title", null, language);
        byte[] pdf = press.pdf(letter(file, school, title, language));
        cases.keepDocument(id, KIND, null, title + ".pdf", "application/pdf", pdf);
        cases.event(id, "letter-written", null, Map.of());
    }

    private Letter letter(CaseFile file, School school, String title, Locale language) {
        Entry entry = cases.entries(file.id(), ProtectionReports.FORM).get(0);
        Answers answers = Answers.fromJson(entry.json());
        Optional<Person> sender = directory.person(entry.authorId());
        return new Letter(
                "protection",
                language,
                title,
                new LetterHead(
                        directory.municipality().name(), school.name(), file.reference(), LocalDate.ofInstant(file.openedAt(), clock.getZone())),
                Map.of(
                        "child", child(file),
                        "aboutChild", said(answers, ABOUT_CHILD, language),
                        "worry", said(answers, WORRY, language),
                        "told", told(answers),
                        "sender", sender.map(Person::name).orElse("?"),
                        "senderPhone", answers.text("senderPhone"),
                        "school", school.name()));
    }

    private String child(CaseFile file) {
        return cases.parties(file.id()).stream()
                .filter(p -> p.role().equals("affected"))
                .map(Party::name)
                .collect(Collectors.joining(", "));
    }

    private List<ReadAnswer> said(Answers answers, List<String> keys, Locale language) {
        Map<String, ReadAnswer> read = reading.read(catalog.form(ProtectionReports.FORM), answers, language).stream()
                .collect(Collectors.toMap(ReadAnswer::key, answer -> answer, (one, other) -> one));
        return keys.stream().flatMap(key -> Stream.ofNullable(read.get(key))).toList();
    }

    // Nobody is asked about it when violence or abuse is suspected: then nobody is told.
    private static String told(Answers answers) {
        String chosen = answers.text("guardiansTold");
        return chosen.isEmpty() ? "never" : chosen;
    }
}
