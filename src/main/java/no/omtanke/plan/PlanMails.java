package no.omtanke.plan;

import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.Mailer;
import no.omtanke.correspondence.SecureLinks;
import no.omtanke.organization.Person;
import no.omtanke.plan.PlanStore.PlanRow;
import no.omtanke.process.CallableFromModel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails to the family with a link to the plan, each an asynchronous step of a model. Public because models call it by name. Every
 * recipient has a link of their own; a new one ends that person's former.
 */
@Component("planMails")
@CallableFromModel
@Transactional
public class PlanMails {

    private static final Duration VALID = Duration.ofDays(30);

    private final PlanStore plans;
    private final PlanSurroundings around;
    private final SecureLinks links;
    private final Mailer mailer;
    private final CaseFiles cases;

    PlanMails(PlanStore plans, PlanSurroundings around, SecureLinks links, Mailer mailer, CaseFiles cases) {
        this.cases = cases;
        this.plans = plans;
        this.around = around;
        this.links = links;
        this.mailer = mailer;
    }

    /** Each guardian is asked what they think of the draft. */
    public void askGuardians(String plan) {
        PlanRow row = row(plan);
        around.guardians(row).forEach(guardian -> mail(row, guardian, "plan-comment"));
    }

    /** The approved plan goes to the guardians, and to a pupil who has an address [local]. */
    public void share(String plan) {
        PlanRow row = row(plan);
        around.guardians(row).forEach(guardian -> mail(row, guardian, "plan-shared"));
        around.pupil(row).ifPresent(pupil -> mail(row, pupil, "plan-shared-pupil"));
    }

    /** A pupil who has an address may answer alone; otherwise an adult asks. */
    public void askPupil(String plan) {
        PlanRow row = row(plan);
        around.pupil(row).ifPresent(pupil -> mail(row, pupil, "plan-ask-pupil"));
    }

    /** Each guardian is asked how it goes. */
    public void askForEvaluation(String plan) {
        PlanRow row = row(plan);
        around.guardians(row).forEach(guardian -> mail(row, guardian, "plan-evaluation"));
    }

    /** A new link to somebody who asked for one, when they are still of the family. @param person the person's id */
    public void again(String plan, String person) {
        PlanRow row = row(plan);
        around.family(row, Long.parseLong(person)).ifPresent(p -> mail(row, p, "plan-link"));
    }

    /** Somebody answered what a member of the family said on their page. */
    void answered(PlanRow row, long person, String template) {
        around.family(row, person).ifPresent(p -> mail(row, p, template));
    }

    private void mail(PlanRow row, Person person, String template) {
        if (person.email() == null || person.email().isBlank()) {
            return;
        }
        links.replace(LinkPurpose.MY_PLAN, row.id(), person.id());
        int number = links.issued(LinkPurpose.MY_PLAN, row.id());
        mailer.send(
                template + "-" + row.id() + "-" + person.id() + "-" + number,
                person.email(),
                Locale.forLanguageTag(person.language()),
                template,
                links.issue(LinkPurpose.MY_PLAN, row.id(), row.caseId(), person.id(), VALID),
                cases.file(row.caseId()).orElseThrow().reference());
    }

    private PlanRow row(String plan) {
        return plans.plan(UUID.fromString(plan));
    }
}
