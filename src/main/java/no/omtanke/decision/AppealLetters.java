package no.omtanke.decision;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiConsumer;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Entry;
import no.omtanke.correspondence.Letter;
import no.omtanke.correspondence.LetterNumbers;
import no.omtanke.correspondence.Letters;
import no.omtanke.form.Answers;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.organization.School;
import no.omtanke.process.CallableFromModel;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The letter that goes to Statsforvalteren with an appeal, and the letter about its outcome, each numbered and kept. Public because the
 * model calls it by name, in asynchronous steps.
 */
@Component("appealLetters")
@CallableFromModel
@Transactional
public class AppealLetters {

    /** Stays in the house: the family reads of it on its page. */
    private static final String FORWARDING = "appeal-forwarding";

    /** The family reads it by the decision's link. */
    private static final String OUTCOME = "appeal-outcome";

    private final AppealStore appeals;
    private final DecisionStore decisions;
    private final DecisionText text;
    private final DecisionParties parties;
    private final DecisionLetter frame;
    private final Signatures signatures;
    private final CaseFiles cases;
    private final TaskQueries tasks;
    private final Directory directory;
    private final LetterNumbers numbers;
    private final Letters press;
    private final MessageSource texts;
    private final Clock clock;

    AppealLetters(
            AppealStore appeals,
            DecisionStore decisions,
            DecisionText text,
            DecisionParties parties,
            DecisionLetter frame,
            Signatures signatures,
            CaseFiles cases,
            TaskQueries tasks,
            Directory directory,
            LetterNumbers numbers,
            Letters press,
            MessageSource texts,
            Clock clock) {
        this.appeals = appeals;
        this.decisions = decisions;
        this.text = text;
        this.parties = parties;
        this.frame = frame;
        this.signatures = signatures;
        this.cases = cases;
        this.tasks = tasks;
        this.directory = directory;
        this.numbers = numbers;
        this.press = press;
        this.texts = texts;
        this.clock = clock;
    }

    /** A point of the appeal and what the school says to it. */
    record Point(String said, String view) {}

    /** The letter to Statsforvalteren: what is appealed, the school's view on each point, and which documents go with it. */
    public void forwarding(String appeal) {
        Appeal one = appeals.find(UUID.fromString(appeal)).orElseThrow();
        if (one.letter() != null) {
            return;
        }
        Entry entry = answered(one, "reconsider-appeal");
        Answers view = Answers.fromJson(entry.json());
        List<Point> points = view.items("points").stream()
                .map(item -> new Point(
                        item.getOrDefault("point", "").toString(), item.getOrDefault("schoolView", "").toString()))
                .toList();
        write(one, FORWARDING, entry.authorId(), Map.of("points", points, "documents", documents(one)), (number, document) ->
                appeals.forwardingLetter(one.id(), number, document));
    }

    /** The letter to the parties about what Statsforvalteren decided. */
    public void outcome(String appeal) {
        Appeal one = appeals.find(UUID.fromString(appeal)).orElseThrow();
        if (one.outcomeLetter() != null) {
            return;
        }
        Entry entry = answered(one, "register-appeal-outcome");
        Answers answers = Answers.fromJson(entry.json());
        Map<String, Object> model = Map.of(
                "outcome", one.outcome(),
                "decidedOn", LocalDate.parse(answers.text("outcomeOn")),
                "summary", answers.text("outcomeSummary"));
        write(one, OUTCOME, entry.authorId(), model, (number, document) -> appeals.outcomeLetter(one.id(), number, document));
    }

    private void write(
            Appeal one, String kind, Long signer, Map<String, Object> own, BiConsumer<LetterNumbers.Number, UUID> kept) {
        CaseFile file = cases.file(one.caseId()).orElseThrow();
        School school = directory.school(file.schoolId()).orElseThrow();
        Locale language = DecisionLetter.language(school);
        Decision decision = decisions.find(one.decision()).orElseThrow();
        LetterNumbers.Number number = numbers.draw();
        String title = texts.getMessage("letter." + kind, null, language);
        Map<String, Object> model = new HashMap<>(own);
        model.put("number", number.toString());
        model.put("draft", false);
        model.put("pupil", parties.pupil(file.id(), decision.pupil()).map(Person::name).orElse(""));
        model.put("decision", text.title(decision.kind(), language));
        model.put("decisionNumber", decision.number().toString());
        model.put("madeOn", DecisionLetter.day(decision, clock.getZone()));
        model.put("cameOn", one.cameOn());
        model.put("appellant", decisions.party(one.party()).flatMap(p -> directory.person(p.person())).map(Person::name).orElse(""));
        model.put("statsforvalter", directory.municipality().statsforvalter());
        model.put("signature", signatures.of(signer, school, language));
        byte[] pdf = press.pdf(new Letter(kind, language, title, frame.head(file, school, LocalDate.now(clock)), model));
        String name = title + " " + number.year() + "-" + number.number() + ".pdf";
        kept.accept(number, cases.keepDocument(file.id(), kind, decision.pupil(), name, "application/pdf", pdf));
    }

    // What the appeal is about, and what was written since; numbered as the letter lists it.
    private List<String> documents(Appeal one) {
        Locale language = DecisionLetter.language(directory.school(cases.file(one.caseId()).orElseThrow().schoolId()).orElseThrow());
        Decision decision = decisions.find(one.decision()).orElseThrow();
        List<String> documents = new ArrayList<>();
        documents.add(texts.getMessage("letter.appeal-forwarding.decision", new Object[] {decision.number().toString()}, language));
        documents.add(texts.getMessage("letter.appeal-forwarding.appeal", null, language));
        cases.attachments(one.caseId()).stream()
                .filter(file -> file.entryId() != null && goesAlong(one, decision, file.entryId()))
                .forEach(file -> documents.add(file.name()));
        return documents;
    }

    // Only what belongs to the decision and the appeal, or came from the family: nothing else of the case is named outside of it.
    private boolean goesAlong(Appeal one, Decision decision, UUID entry) {
        return cases.entry(one.caseId(), entry)
                .filter(e -> !e.keptBack())
                .filter(e -> e.id().equals(one.entry())
                        || e.id().equals(decision.entry())
                        || List.of("reporter", "guardian").contains(e.authorKind()))
                .isPresent();
    }

    private Entry answered(Appeal one, String task) {
        TaskRow row = tasks.ofCase(one.caseId()).stream()
                .filter(t -> t.taskKey().equals(task) && t.state().equals("done"))
                .filter(t -> !t.createdAt().isBefore(one.registeredAt()))
                .reduce((first, second) -> first.endedAt().isAfter(second.endedAt()) ? first : second)
                .orElseThrow();
        return cases.entries(one.caseId(), row.formId()).stream()
                .filter(e -> row.taskId().equals(e.taskId()))
                .findFirst()
                .orElseThrow();
    }
}
