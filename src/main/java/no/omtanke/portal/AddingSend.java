package no.omtanke.portal;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.casefile.FileContent;
import no.omtanke.casefile.HeldFiles;
import no.omtanke.concern.FamilyDoor;
import no.omtanke.form.Answers;
import no.omtanke.form.Check;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.Forms;
import no.omtanke.form.Problems;
import no.omtanke.form.Typed;
import no.omtanke.health.HealthContacts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives what a family added to the case, once, and ends its draft. */
@Service
@Transactional
class AddingSend {

    private static final Duration SAME_PRESS = Duration.ofMinutes(10);
    private static final String FILE_ID = "[0-9a-f-]{36}\\|";

    private final VisitorDrafts drafts;
    private final HeldFiles files;
    private final FormCatalog catalog;
    private final Forms forms;
    private final FamilyDoor families;
    private final HealthContacts contacts;

    AddingSend(
            VisitorDrafts drafts,
            HeldFiles files,
            FormCatalog catalog,
            Forms forms,
            FamilyDoor families,
            HealthContacts contacts) {
        this.drafts = drafts;
        this.files = files;
        this.catalog = catalog;
        this.forms = forms;
        this.families = families;
        this.contacts = contacts;
    }

    /** What keeps it from being sent; none when it was sent, now or before. */
    public Problems send(Visitor visitor, Adding what, UUID caseId, Locale locale) {
        String purpose = purpose(what, caseId);
        drafts.lock(visitor, purpose);
        Optional<Typed> draft = drafts.load(visitor, purpose);
        if (draft.isEmpty()) {
            return Problems.none();
        }
        FormDefinition form = catalog.form(what.formId());
        Check check = forms.check(form, null, draft.get(), ReportPages.context(locale));
        if (check instanceof Check.Invalid invalid) {
            return invalid.problems();
        }
        Answers answers = ((Check.Valid) check).answers();
        List<String> attached =
                form.files().stream().flatMap(f -> draft.get().values(f).stream()).toList();
        List<FileContent> contents = files.read(VisitorDrafts.holder(VisitorDrafts.key(draft.get())), attached);
        if (justSent(visitor, purpose, answers)) {
            drafts.delete(visitor, purpose);
            return Problems.none();
        }
        switch (what) {
            case NEW_INFORMATION -> families.add(caseId, answers, contents);
            case NOT_HEARD -> families.notHeard(caseId, answers);
            case HEALTH_WORDS -> contacts.add(caseId, answers, contents);
        }
        drafts.delete(visitor, purpose);
        return Problems.none();
    }

    /** The same words again within minutes are the same press: a form sent twice at once is taken once. */
    private boolean justSent(Visitor visitor, String purpose, Answers answers) {
        String words = answers.toJson().replaceAll(FILE_ID, "");
        boolean again = drafts.load(visitor, "sent:" + purpose)
                .filter(t -> t.text("_words").equals(Typed.empty().with("_words", words).text("_words")))
                .isPresent();
        drafts.remember(visitor, "sent:" + purpose, Typed.empty().with("_words", words), SAME_PRESS);
        return again;
    }

    static String purpose(Adding what, UUID caseId) {
        return what.formId() + ":" + caseId;
    }
}
