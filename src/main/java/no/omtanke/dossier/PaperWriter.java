package no.omtanke.dossier;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import no.omtanke.casefile.Attachment;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.Entry;
import no.omtanke.form.Answers;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.ReadAnswer;
import no.omtanke.form.Reading;
import no.omtanke.organization.Directory;
import no.omtanke.organization.School;
import no.omtanke.plan.PlanVersion;
import no.omtanke.plan.PlanView;
import org.springframework.stereotype.Component;

/** Puts a reviewed list into the words of a package, in the school's language form. */
@Component
class PaperWriter {

    private final DossierWords words;
    private final Course course;
    private final PlanPaper planPaper;
    private final FormCatalog catalog;
    private final Reading reading;
    private final Directory directory;

    PaperWriter(
            DossierWords words,
            Course course,
            PlanPaper planPaper,
            FormCatalog catalog,
            Reading reading,
            Directory directory) {
        this.words = words;
        this.course = course;
        this.planPaper = planPaper;
        this.catalog = catalog;
        this.reading = reading;
        this.directory = directory;
    }

    /**
     * What a package is made of.
     *
     * @param letter what the request says
     * @param left what stays behind, with the reason, in the order of the list
     * @param note what the owner writes on the first page, or empty
     * @param by who makes it
     */
    record Order(
            SupervisionRequest request,
            Gathered gathered,
            Answers letter,
            List<Numbered> taken,
            Map<Item, String> left,
            String note,
            String by,
            Instant at) {}

    Paper write(Order order, Locale locale) {
        int highest = order.taken().size();
        Discreet discreet = Discreet.of(
                order.gathered(), order.taken(), words.text("withheld", locale), words.text("about.another", locale));
        List<Paper.Group> groups = new ArrayList<>();
        for (Section section : Section.values()) {
            List<Paper.Document> documents = order.taken().stream()
                    .filter(numbered -> numbered.item().section() == section)
                    .map(numbered -> document(numbered, highest, order.gathered(), discreet, locale))
                    .toList();
            if (!documents.isEmpty()) {
                groups.add(new Paper.Group(words.text("section." + section.code(), locale), documents));
            }
        }
        return new Paper(
                facts(order, locale),
                order.letter().text("askedFor"),
                order.note(),
                List.copyOf(groups),
                left(order, locale),
                groups.stream().flatMap(g -> g.documents().stream()).map(Paper.Document::file).filter(f -> f != null).toList());
    }

    private List<Paper.Fact> facts(Order order, Locale locale) {
        CaseFile file = order.gathered().open().file();
        SupervisionRequest request = order.request();
        return Stream.of(
                        fact("to", directory.municipality().statsforvalter(), locale),
                        fact("their-reference", order.letter().text("theirReference"), locale),
                        fact("letter-on", words.day(request.letterOn(), locale), locale),
                        fact("answer-by", words.day(request.answerBy(), locale), locale),
                        fact("case", file.reference(), locale),
                        fact("school", directory.school(file.schoolId()).map(School::name).orElse(""), locale),
                        fact("pupil", String.join(", ", order.gathered().pupils()), locale),
                        fact("opened", words.day(file.openedAt(), locale), locale),
                        fact(
                                "knew",
                                file.principalKnew() == null
                                        ? words.text("fact.knew.unknown", locale)
                                        : words.day(file.principalKnew(), locale),
                                locale),
                        fact("state", file.open() ? words.text("fact.state.open", locale)
                                : words.text("fact.state.closed", locale, words.day(file.closedAt(), locale)), locale),
                        fact("made", words.text("fact.made.by", locale, words.moment(order.at(), locale), order.by()), locale),
                        fact("documents", String.valueOf(order.taken().size()), locale))
                .filter(fact -> !fact.value().isEmpty())
                .toList();
    }

    private Paper.Fact fact(String key, String value, Locale locale) {
        return new Paper.Fact(words.text("fact." + key, locale), value == null ? "" : value);
    }

    private List<Paper.LeftOut> left(Order order, Locale locale) {
        return order.left().entrySet().stream()
                .map(one -> new Paper.LeftOut(
                        // A file's name is somebody's word.
                        one.getKey() instanceof Item.Kept ? words.text("item.file", locale) : words.title(one.getKey(), locale),
                        words.day(one.getKey().at(), locale),
                        one.getValue()))
                .toList();
    }

    private Paper.Document document(
            Numbered numbered, int highest, Gathered gathered, Discreet discreet, Locale locale) {
        Item item = numbered.item();
        String number = Numbered.padded(numbered.number(), highest);
        return new Paper.Document(
                number,
                words.title(item, locale),
                words.about(item, gathered, locale),
                words.moment(item.at(), locale),
                words.whose(item, locale),
                status(item, locale),
                item instanceof Item.Course ? course.of(gathered, locale) : null,
                item instanceof Item.Written written ? answers(written.entry(), discreet, locale) : null,
                version(item) == null ? null : planPaper.version(plan(item), version(item), gathered, discreet, locale),
                item instanceof Item.Log log ? planPaper.log(log.plan(), discreet, locale) : null,
                item instanceof Item.Evaluated e
                        ? planPaper.evaluation(e.plan(), e.evaluation(), gathered, discreet, locale)
                        : null,
                item instanceof Item.Kept kept ? file(number, kept.attachment(), locale) : null);
    }

    private String status(Item item, Locale locale) {
        if (item instanceof Item.Version version) {
            return words.held(version, locale);
        }
        return item instanceof Item.Stood stood
                ? stood.version() == null
                        ? words.text("stood.none", locale, words.day(stood.day(), locale))
                        : words.text("stood.version", locale, words.day(stood.day(), locale), stood.version().number())
                : "";
    }

    private static PlanVersion version(Item item) {
        return item instanceof Item.Version version ? version.version() : item instanceof Item.Stood stood ? stood.version() : null;
    }

    private static PlanView plan(Item item) {
        return item instanceof Item.Version version ? version.plan() : ((Item.Stood) item).plan();
    }

    private List<ReadAnswer> answers(Entry entry, Discreet discreet, Locale locale) {
        FormDefinition form = catalog.has(entry.formId())
                ? catalog.form(entry.formId())
                : new FormDefinition(entry.formId(), List.of());
        return reading.read(form, Answers.fromJson(entry.json()), locale).stream()
                .map(read -> new ReadAnswer(
                        read.key(), read.label(), read.values().stream().map(discreet::of).toList(), read.page()))
                .toList();
    }

    private Paper.FileLine file(String number, Attachment file, Locale locale) {
        return new Paper.FileLine(
                number,
                fileName(number, file.name()),
                file.mediaType(),
                words.text("size", locale, Math.max(1, file.bytes() / 1024)),
                file.sha256());
    }

    /** What a file is called in the package. */
    static String fileName(String number, String name) {
        return number + "-" + name;
    }
}
