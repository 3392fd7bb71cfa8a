package no.omtanke.dossier;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.OpenCase;
import no.omtanke.correspondence.Letter;
import no.omtanke.correspondence.LetterHead;
import no.omtanke.correspondence.Letters;
import no.omtanke.form.Answers;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.organization.Role;
import no.omtanke.organization.School;
import no.omtanke.process.CallableFromModel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a package of what was chosen, whole or not at all: an asynchronous step of the model, tried again when it fails. Public because
 * models call it by name.
 */
@Component("dossiers")
@CallableFromModel
@Transactional
public class Dossiers {

    /** The kind of the kept document. */
    static final String KIND = "dossier";

    private final RequestStore requests;
    private final DossierStore dossiers;
    private final Gathering gathering;
    private final PaperWriter writer;
    private final Letters letters;
    private final CaseGate gate;
    private final CaseFiles cases;
    private final Directory directory;
    private final DossierWords words;
    private final Clock clock;

    Dossiers(
            RequestStore requests,
            DossierStore dossiers,
            Gathering gathering,
            PaperWriter writer,
            Letters letters,
            CaseGate gate,
            CaseFiles cases,
            Directory directory,
            DossierWords words,
            Clock clock) {
        this.requests = requests;
        this.dossiers = dossiers;
        this.gathering = gathering;
        this.writer = writer;
        this.letters = letters;
        this.gate = gate;
        this.cases = cases;
        this.directory = directory;
        this.words = words;
        this.clock = clock;
    }

    /** Makes it of what may leave today: what was marked or closed since the list was gone through is not in it. */
    public void make(String id) {
        SupervisionRequest request = requests.get(id);
        OpenCase open = open(request);
        Gathered gathered = gathering.of(open, request.asOf());
        Map<String, RequestStore.Choice> choices = requests.choices(request);
        List<Numbered> taken = Numbered.of(gathered.items(), Review.taken(choices));
        Locale locale = Locale.forLanguageTag(school(open.file()).languageForm());
        Paper paper = writer.write(
                new PaperWriter.Order(
                        request,
                        gathered,
                        letter(request),
                        taken,
                        left(gathered, choices),
                        note(request),
                        words.name(request.reviewedBy()),
                        clock.instant()),
                locale);
        byte[] pdf = letters.pdf(new Letter(
                "dossier",
                locale,
                words.text("title", locale, open.file().reference()),
                new LetterHead(
                        directory.municipality().name(),
                        school(open.file()).name(),
                        open.file().reference(),
                        LocalDate.now(clock)),
                Map.of("paper", paper)));
        String name = words.text("file", locale, open.file().reference());
        dossiers.add(
                request,
                cases.keepDocument(request.caseId(), KIND, null, name, "application/pdf", pdf),
                request.reviewedBy(),
                taken);
        cases.event(request.caseId(), "dossier-made", request.reviewedBy(), Map.of());
    }

    // Whoever went through the list, or, when they have left meanwhile, another who answers for the municipality today.
    private OpenCase open(SupervisionRequest request) {
        return Stream.concat(
                        Stream.of(request.reviewedBy()),
                        directory.holders(Role.SCHOOL_OWNER, null).stream().map(Person::id))
                .distinct()
                .flatMap(person -> gate.open(reader(person), request.caseId(), Part.DOSSIER, "request:" + request.id()).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody may read the case for its package"));
    }

    private static Map<Item, String> left(Gathered gathered, Map<String, RequestStore.Choice> choices) {
        Map<Item, String> left = new LinkedHashMap<>();
        // What came after the list was gone through is not left out by anybody's choice, and is not told of.
        gathered.items().stream()
                .filter(item -> choices.containsKey(item.key()) && !choices.get(item.key()).taken())
                .forEach(item -> left.put(item, choices.get(item.key()).reason()));
        return left;
    }

    private Answers letter(SupervisionRequest request) {
        return entries(request, Registering.FORM).filter(entry -> entry.id().equals(request.entry()))
                .map(entry -> Answers.fromJson(entry.json()))
                .findFirst()
                .orElseThrow();
    }

    // The newest that whoever went through the list has sent.
    private String note(SupervisionRequest request) {
        return entries(request, Review.TASK)
                .filter(entry -> !entry.writtenAt().isBefore(request.registeredAt()))
                .reduce((first, second) -> second)
                .map(entry -> Answers.fromJson(entry.json()).text("coverNote"))
                .orElse("");
    }

    private Stream<Entry> entries(SupervisionRequest request, String form) {
        return cases.entries(request.caseId(), form).stream();
    }

    /** As whom the person is known today. */
    private Reader reader(long person) {
        Set<String> audiences = Stream.concat(
                        Stream.of("person:" + person),
                        directory.rolesOf(person).stream()
                                .map(held -> held.schoolId() == null
                                        ? held.role().id()
                                        : held.role().id() + ":" + held.schoolId()))
                .collect(Collectors.toSet());
        return new Reader(person, words.name(person), audiences);
    }

    private School school(CaseFile file) {
        return directory.school(file.schoolId()).orElseThrow();
    }
}
