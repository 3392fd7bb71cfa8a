package no.omtanke.worklist;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseLinks;
import no.omtanke.casefile.CaseLinks.Link;
import no.omtanke.casefile.CaseQueries;
import no.omtanke.casefile.OpenCase;
import no.omtanke.concern.Joining;
import no.omtanke.concern.Splitting;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Joined and split cases on a case's page, both ways, for those who may read both. */
@Component
class RelatedCases {

    private final CaseLinks links;
    private final CaseQueries visible;
    private final Joining joining;
    private final Splitting splitting;
    private final CaseNotes notes;
    private final Dates dates;
    private final MessageSource texts;

    RelatedCases(
            CaseLinks links,
            CaseQueries visible,
            Joining joining,
            Splitting splitting,
            CaseNotes notes,
            Dates dates,
            MessageSource texts) {
        this.links = links;
        this.visible = visible;
        this.joining = joining;
        this.splitting = splitting;
        this.notes = notes;
        this.dates = dates;
        this.texts = texts;
    }

    /** The way to another case. @param canPart the two could be parted again */
    record Line(String reference, String words, boolean canPart) {}

    /** A pupil who could have a case of their own. */
    record Child(UUID id, String name) {}

    /** @param acts whether the reader may do something here, and not only read */
    void add(Reader reader, OpenCase open, boolean acts, Model page, Locale locale) {
        UUID here = open.file().id();
        boolean may = acts && joining.mayJoin(reader, open);
        page.addAttribute("related", links.of(here).stream()
                .flatMap(link -> line(reader, here, link, may, locale).stream())
                .toList());
        page.addAttribute("mayJoin", may);
        page.addAttribute("goesOnElsewhere", links.goesOnIn(here).isPresent());
        List<Child> children = may
                ? splitting.pupils(reader, here).stream().map(p -> new Child(p.id(), notes.name(p))).toList()
                : List.of();
        page.addAttribute("splittable", children);
    }

    private Optional<Line> line(Reader reader, UUID here, Link link, boolean may, Locale locale) {
        boolean fromHere = link.from().equals(here);
        Optional<CaseFile> other = visible.find(reader, fromHere ? link.to() : link.from());
        String kind = (link.join() ? link.until() == null ? "joined" : "parted" : "split") + (fromHere ? ".to" : ".from");
        return other.map(o -> new Line(
                o.reference(),
                texts.getMessage(
                        "worklist.related." + kind,
                        new Object[] {dates.day(link.at().atZone(dates.zone()).toLocalDate(), locale)},
                        locale),
                may && !fromHere && link.joinedNow()));
    }
}
