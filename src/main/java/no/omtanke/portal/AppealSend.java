package no.omtanke.portal;

import java.util.List;
import java.util.Optional;
import no.omtanke.casefile.FileContent;
import no.omtanke.casefile.HeldFiles;
import no.omtanke.decision.DecisionDoor;
import no.omtanke.form.Check;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormContext;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.Forms;
import no.omtanke.form.Problems;
import no.omtanke.form.Typed;
import no.omtanke.portal.OtherSessions.Came;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sends an appeal, once, and ends its draft. */
@Service
@Transactional
class AppealSend {

    private final VisitorDrafts drafts;
    private final HeldFiles files;
    private final FormCatalog catalog;
    private final Forms forms;
    private final DecisionDoor door;

    AppealSend(VisitorDrafts drafts, HeldFiles files, FormCatalog catalog, Forms forms, DecisionDoor door) {
        this.drafts = drafts;
        this.files = files;
        this.catalog = catalog;
        this.forms = forms;
        this.door = door;
    }

    /** What keeps it from being sent; none when it was sent, now or before: the decision's page says how it stands. */
    public Problems send(Visitor visitor, Came came, FormContext context) {
        drafts.lock(visitor, purpose(came));
        Optional<Typed> draft = drafts.load(visitor, purpose(came));
        if (draft.isEmpty()) {
            return Problems.none();
        }
        FormDefinition form = catalog.form(DecisionDoor.FORM);
        Check check = forms.check(form, null, draft.get(), context);
        if (check instanceof Check.Invalid invalid) {
            return invalid.problems();
        }
        List<String> attached =
                form.files().stream().flatMap(f -> draft.get().values(f).stream()).toList();
        List<FileContent> contents = files.read(VisitorDrafts.holder(VisitorDrafts.key(draft.get())), attached);
        door.appeal(came.subject(), came.person(), ((Check.Valid) check).answers(), contents);
        drafts.delete(visitor, purpose(came));
        return Problems.none();
    }

    static String purpose(Came came) {
        return DecisionDoor.FORM + ":" + came.subject() + ":" + came.person();
    }
}
