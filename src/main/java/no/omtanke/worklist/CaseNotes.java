package no.omtanke.worklist;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseQueries;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.OpenCase;
import no.omtanke.casefile.Party;
import no.omtanke.access.Reader;
import no.omtanke.form.Answers;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormTexts;
import no.omtanke.organization.Directory;
import no.omtanke.organization.PupilEntry;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What one should know of a case beside its entries: how it came, who is in it, whom we can reach, what was before. */
@Component
class CaseNotes {

    private static final List<String> ROLES =
            List.of("affected", "involved", "witness", "accused", "intervener", "reporter", "responsible", "investigator");

    private final CaseQueries cases;
    private final FormCatalog catalog;
    private final FormTexts texts;
    private final Directory directory;
    private final MessageSource messages;
    private final Dates dates;

    CaseNotes(
            CaseQueries cases,
            FormCatalog catalog,
            FormTexts texts,
            Directory directory,
            MessageSource messages,
            Dates dates) {
        this.cases = cases;
        this.catalog = catalog;
        this.texts = texts;
        this.directory = directory;
        this.messages = messages;
        this.dates = dates;
    }

    /** Pupils with their class, in the order in which the roles matter. */
    List<PartyLine> parties(OpenCase open) {
        return ROLES.stream()
                .flatMap(role -> open.parties().stream().filter(p -> p.role().equals(role)))
                .map(p -> new PartyLine(p.role(), name(p)))
                .toList();
    }

    /** «Kom på nett mandag 23. november kl. 10.00.» and the like, one sentence each. */
    List<String> sentences(OpenCase open, Locale locale) {
        CaseFile file = open.file();
        List<String> said = new ArrayList<>();
        String way = file.channel() == null ? "entrance." + file.entrance() : "channel." + file.channel();
        said.add(text("worklist.came", locale, text("worklist." + way, locale), dates.moment(file.openedAt(), locale)));
        if (reported(file) && !file.reporterAddress().equals("confirmed")) {
            said.add(text("worklist.address." + file.reporterAddress(), locale));
        }
        Entries.report(open).ifPresent(report -> said.addAll(wishes(report, locale)));
        return said;
    }

    /** Whether somebody reported it, whom one answers; not a record of the school's own, nor a case that came out of another. */
    static boolean reported(CaseFile file) {
        return file.kind().equals("school-environment") && !file.entrance().equals("split");
    }

    List<CaseLink> earlier(Reader reader, OpenCase open, Locale locale) {
        return cases.aboutTheSamePupils(reader, open).stream()
                .map(c -> new CaseLink(
                        c.file().reference(),
                        dates.day(c.file().openedAt().atZone(dates.zone()).toLocalDate(), locale),
                        text(c.file().open() ? "worklist.state.open" : "worklist.state.closed", locale)))
                .toList();
    }

    private List<String> wishes(Entry report, Locale locale) {
        List<String> said = new ArrayList<>();
        Answers answers = Answers.fromJson(report.json());
        String interpreter = answers.text("interpreter");
        if (!interpreter.isEmpty() && !interpreter.equals("none") && catalog.has(report.formId())) {
            String language = texts.option(catalog.form(report.formId()), "interpreter", interpreter, locale);
            said.add(text("worklist.interpreter", locale, language));
        }
        if (answers.bool("callMe")) {
            said.add(text("worklist.call-me", locale));
        }
        return said;
    }

    String name(Party party) {
        return party.isPupil() && party.personId() != null
                ? directory.pupil(party.personId()).map(PupilEntry::label).orElse(party.name())
                : party.name();
    }

    private String text(String key, Locale locale, Object... args) {
        return messages.getMessage(key, args.length == 0 ? null : args, locale);
    }
}
