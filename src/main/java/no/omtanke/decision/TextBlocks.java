package no.omtanke.decision;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.FormField;
import no.omtanke.organization.Directory;
import no.omtanke.organization.School;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The municipality's ready texts. Public because administration writes them and the task's page puts them in. */
@Service
@Transactional
public class TextBlocks {

    private final JdbcClient jdbc;
    private final FormCatalog catalog;
    private final Directory directory;

    TextBlocks(JdbcClient jdbc, FormCatalog catalog, Directory directory) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.directory = directory;
    }

    /** The kinds of decision whose forms ask for ready texts. */
    public List<String> kinds() {
        TreeSet<String> kinds = new TreeSet<>();
        catalog.ids().stream()
                .map(catalog::form)
                .flatMap(FormDefinition::all)
                .map(FormField::blocks)
                .filter(kind -> kind != null)
                .forEach(kinds::add);
        return List.copyOf(kinds);
    }

    /** All of them, also those that are offered no more. */
    @Transactional(readOnly = true)
    public List<TextBlock> all() {
        return jdbc.sql("select id, kind, title, words_nb nb, words_nn nn, words_en en, closed from text_block order by kind, closed, title, id")
                .query(TextBlock.class)
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<TextBlock> find(int id) {
        return all().stream().filter(block -> block.id() == id).findFirst();
    }

    /** Those that are offered for the kind. */
    @Transactional(readOnly = true)
    public List<TextBlock> of(String kind) {
        return all().stream().filter(block -> block.kind().equals(kind) && !block.closed()).toList();
    }

    /** The text of the block in the school's language form, when it is offered for the kind. */
    @Transactional(readOnly = true)
    public Optional<String> words(String kind, int id, int school) {
        String language = directory.school(school).map(School::languageForm).orElse("nb");
        return of(kind).stream().filter(block -> block.id() == id).map(block -> block.in(language)).findFirst();
    }

    /** Writes it down, a new one or one that is there. */
    public void keep(TextBlock block) {
        List<Object> words = List.of(block.kind(), block.title(), block.nb(), block.nn(), block.en(), block.closed());
        if (block.id() == 0) {
            jdbc.sql("insert into text_block (kind, title, words_nb, words_nn, words_en, closed) values (?, ?, ?, ?, ?, ?)")
                    .params(words)
                    .update();
        } else {
            jdbc.sql("update text_block set kind = ?, title = ?, words_nb = ?, words_nn = ?, words_en = ?, closed = ? where id = "
                            + block.id())
                    .params(words)
                    .update();
        }
    }
}
