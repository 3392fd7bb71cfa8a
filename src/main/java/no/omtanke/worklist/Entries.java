package no.omtanke.worklist;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.OpenCase;
import no.omtanke.casefile.Party;
import no.omtanke.form.Answers;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.Reading;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Puts the entries of an opened case into words: who wrote, when, what was asked and answered. */
@Component
class Entries {

    /** What the owner of a measure answers day by day. */
    static final String LOG = "do-measure";

    /** What a pupil told. */
    static final String STORY = "hear-pupil";

    private final FormCatalog catalog;
    private final Reading reading;
    private final TaskWords words;
    private final Directory directory;
    private final MessageSource messages;
    private final Dates dates;

    Entries(
            FormCatalog catalog,
            Reading reading,
            TaskWords words,
            Directory directory,
            MessageSource messages,
            Dates dates) {
        this.catalog = catalog;
        this.reading = reading;
        this.words = words;
        this.directory = directory;
        this.messages = messages;
        this.dates = dates;
    }

    /** Oldest first. */
    List<WrittenEntry> of(OpenCase open, Locale locale) {
        return open.entries().stream().map(entry -> words(open, entry, locale)).toList();
    }

    /** Without the daily log of measures, which stands on the plan's page. */
    List<WrittenEntry> withoutLog(OpenCase open, Locale locale) {
        return open.entries().stream()
                .filter(entry -> !entry.formId().equals(LOG))
                .map(entry -> words(open, entry, locale))
                .toList();
    }

    /** The report that the case began with. */
    static Optional<Entry> report(OpenCase open) {
        return open.entries().stream()
                .filter(e -> e.formId().startsWith("report-") && e.copiedFrom() == null)
                .findFirst();
    }

    WrittenEntry words(OpenCase open, Entry entry, Locale locale) {
        Answers answers = Answers.fromJson(entry.json());
        FormDefinition form = catalog.has(entry.formId())
                ? catalog.form(entry.formId())
                : new FormDefinition(entry.formId(), List.of());
        String about = open.parties().stream()
                .filter(p -> p.id().equals(entry.about()))
                .map(Party::name)
                .findFirst()
                .map(name -> ": " + name)
                .orElse("");
        return new WrittenEntry(
                entry.id(),
                entry.formId(),
                open.file().reference(),
                words.title(entry.formId(), locale) + about,
                author(entry, answers, locale) + from(entry, locale),
                dates.moment(entry.writtenAt(), locale),
                reading.read(form, answers, locale),
                open.attachments().stream().filter(a -> entry.id().equals(a.entryId())).toList(),
                mark(open, entry, answers));
    }

    private WrittenEntry.Mark mark(OpenCase open, Entry entry, Answers answers) {
        boolean mine = open.mayKeepBack(entry);
        return new WrittenEntry.Mark(
                entry.keptBack(),
                entry.passedTo().stream().map(this::name).sorted().toList(),
                mine,
                mine && entry.formId().equals(STORY) && answers.bool("wasHeard") ? entry.about() : null);
    }

    // What came along when cases were joined or split.
    private String from(Entry entry, Locale locale) {
        return entry.copiedFrom() == null ? "" : " · " + messages.getMessage("worklist.copied", null, locale);
    }

    private String name(long person) {
        return directory.person(person).map(Person::name).orElse("?");
    }

    private String author(Entry entry, Answers answers, Locale locale) {
        if (entry.authorId() != null) {
            return name(entry.authorId());
        }
        String wrote = answers.text("reporterName");
        return !wrote.isEmpty() ? wrote : messages.getMessage("worklist.author." + entry.authorKind(), null, locale);
    }
}
