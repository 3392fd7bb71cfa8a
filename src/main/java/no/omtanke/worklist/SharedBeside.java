package no.omtanke.worklist;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import no.omtanke.access.Reader;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.OpenCase;
import no.omtanke.involvement.SharedView;
import no.omtanke.involvement.SharedView.Shared;
import no.omtanke.organization.Directory;
import no.omtanke.organization.School;
import no.omtanke.process.TaskRow;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** For whoever answers for a body: the question and what is shared with it now, beside the task. */
@Component
class SharedBeside {

    private final SharedView shared;
    private final Entries entries;
    private final Directory directory;

    SharedBeside(SharedView shared, Entries entries, Directory directory) {
        this.shared = shared;
        this.entries = entries;
        this.directory = directory;
    }

    /** Empty when nothing is shared (any more). */
    Optional<OpenCase> open(Reader reader, TaskRow row) {
        return shared.open(reader, row.involvement()).map(Shared::open);
    }

    void add(Model page, Reader reader, TaskRow row, Locale locale) {
        if (!row.forBody()) {
            return;
        }
        shared.open(reader, row.involvement()).ifPresent(open -> {
            page.addAttribute("sharedSchool", directory.school(row.schoolId()).map(School::name).orElse(""));
            page.addAttribute("sharedPupils", open.open().parties().stream().map(p -> p.name()).toList());
            page.addAttribute("sharedQuestion", words(open, open.question(), locale));
            page.addAttribute("sharedEntries", words(open, open.shared(), locale));
            page.addAttribute("sharedFiles", open.open().attachments());
        });
    }

    private List<WrittenEntry> words(Shared open, List<Entry> which, Locale locale) {
        return which.stream()
                .map(entry -> entries.words(open.open(), entry, locale))
                // What was written to the family is the family's, and what was chosen is seen below.
                .map(entry -> entry.with(entry.answers().stream()
                        .filter(answer -> SharedView.forBody(answer.key()))
                        .toList()))
                .toList();
    }
}
