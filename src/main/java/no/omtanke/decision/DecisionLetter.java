package no.omtanke.decision;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.correspondence.Letter;
import no.omtanke.correspondence.LetterHead;
import no.omtanke.correspondence.LetterNumbers;
import no.omtanke.correspondence.Letters;
import no.omtanke.form.Answers;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.organization.PupilEntry;
import no.omtanke.organization.School;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** A decision as a letter in the school's language form [law § 15-2]. */
@Component
class DecisionLetter {

    private final DecisionText text;
    private final DecisionParties parties;
    private final Signatures signatures;
    private final Directory directory;
    private final Letters press;
    private final MessageSource texts;

    DecisionLetter(
            DecisionText text,
            DecisionParties parties,
            Signatures signatures,
            Directory directory,
            Letters press,
            MessageSource texts) {
        this.text = text;
        this.parties = parties;
        this.signatures = signatures;
        this.directory = directory;
        this.press = press;
        this.texts = texts;
    }

    /**
     * @param number null for a draft that somebody looks at before it is sent
     * @param signer who decides
     */
    byte[] print(
            CaseFile file, UUID pupil, Answers answers, LetterNumbers.Number number, Long signer, LocalDate day, int windowDays) {
        School school = directory.school(file.schoolId()).orElseThrow();
        Locale language = language(school);
        DecisionText.Parts parts = text.parts(answers, language);
        String title = number == null ? texts.getMessage("letter.decision.draft", new Object[] {parts.title()}, language) : parts.title();
        Map<String, Object> model = new HashMap<>();
        Optional<Person> child = parties.pupil(file.id(), pupil);
        model.put("number", number == null ? null : number.toString());
        model.put("draft", number == null);
        model.put("pupil", child.map(Person::name).orElse(""));
        model.put("group", child.flatMap(p -> directory.pupil(p.id())).map(PupilEntry::className).orElse(null));
        model.put("toPupil", parties.of(file.id(), pupil).stream().allMatch(p -> child.filter(c -> c.id() == p.id()).isPresent()));
        model.put("parts", parts);
        model.put("window", windowDays % 7 == 0
                ? texts.getMessage("letter.decision.weeks", new Object[] {windowDays / 7}, language)
                : texts.getMessage("letter.decision.days", new Object[] {windowDays}, language));
        model.put("statsforvalter", directory.municipality().statsforvalter());
        model.put("signature", signatures.of(signer, school, language));
        return press.pdf(new Letter("decision", language, title, head(file, school, day), model));
    }

    /** How the file is called. */
    String fileName(String kind, LetterNumbers.Number number, int schoolId) {
        School school = directory.school(schoolId).orElseThrow();
        return text.title(kind, language(school)) + " " + number.year() + "-" + number.number() + ".pdf";
    }

    LetterHead head(CaseFile file, School school, LocalDate day) {
        return new LetterHead(directory.municipality().name(), school.name(), file.reference(), day);
    }

    static Locale language(School school) {
        return Locale.forLanguageTag(school.languageForm());
    }

    static LocalDate day(Decision decision, ZoneId zone) {
        return LocalDate.ofInstant(decision.madeAt(), zone);
    }
}
