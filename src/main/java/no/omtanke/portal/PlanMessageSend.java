package no.omtanke.portal;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import no.omtanke.concern.FamilyDoor;
import no.omtanke.form.Answers;
import no.omtanke.form.Check;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.Forms;
import no.omtanke.form.Problems;
import no.omtanke.form.Typed;
import no.omtanke.plan.FamilyPlans;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives the school what a family wrote about the plan without being asked, once, and ends its draft. */
@Service
@Transactional
class PlanMessageSend {

    static final String FORM = "plan-message";

    static final String NOT_HEARD = "not-heard";

    /** The form's one question. */
    static final String WORDS = "planMessage";

    private static final Duration SAME_PRESS = Duration.ofMinutes(10);

    private final VisitorDrafts drafts;
    private final FormCatalog catalog;
    private final Forms forms;
    private final FamilyPlans plans;
    private final FamilyDoor families;

    PlanMessageSend(
            VisitorDrafts drafts, FormCatalog catalog, Forms forms, FamilyPlans plans, FamilyDoor families) {
        this.drafts = drafts;
        this.catalog = catalog;
        this.forms = forms;
        this.plans = plans;
        this.families = families;
    }

    /** What keeps it from being sent; none when it was sent, now or before. */
    public Problems send(Visitor visitor, PlanVisit visit, String form, Locale locale) {
        drafts.lock(visitor, visit.message(form));
        Optional<Typed> draft = drafts.load(visitor, visit.message(form));
        if (draft.isEmpty()) {
            return Problems.none();
        }
        Check check = forms.check(catalog.form(form), null, draft.get(), ReportPages.context(locale));
        if (check instanceof Check.Invalid invalid) {
            return invalid.problems();
        }
        Answers answers = ((Check.Valid) check).answers();
        if (!justSent(visitor, visit, form, answers)) {
            take(visit, form, answers);
        }
        drafts.delete(visitor, visit.message(form));
        return Problems.none();
    }

    private void take(PlanVisit visit, String form, Answers answers) {
        if (form.equals(NOT_HEARD)) {
            families.notHeardElsewhere(plans.notHeard(visit.plan(), visit.person(), answers), answers);
        } else {
            plans.write(visit.plan(), visit.person(), answers).ifPresent(families::openAgain);
        }
    }

    /** The same words again within minutes are the same press: a form sent twice at once is taken once. */
    private boolean justSent(Visitor visitor, PlanVisit visit, String form, Answers answers) {
        String purpose = "sent:" + visit.message(form);
        Typed now = Typed.empty().with("_words", form.equals(FORM) ? answers.text(WORDS) : answers.toJson());
        boolean again = drafts.load(visitor, purpose).filter(now::equals).isPresent();
        drafts.remember(visitor, purpose, now, SAME_PRESS);
        return again;
    }
}
