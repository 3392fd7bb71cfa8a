package no.omtanke.plan;

import java.util.Optional;
import java.util.UUID;
import no.omtanke.plan.PlanStore.PlanRow;
import no.omtanke.process.FamilyPages;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which plan of a case a member of a family reads, today. */
@Component
@Transactional
class PlanPages implements FamilyPages {

    private final PlanStore plans;
    private final PlanSurroundings around;
    private final PlanMails mails;

    PlanPages(PlanStore plans, PlanSurroundings around, PlanMails mails) {
        this.plans = plans;
        this.around = around;
        this.mails = mails;
    }

    @Override
    public boolean has(UUID caseId, long person) {
        return newest(caseId, person).isPresent();
    }

    @Override
    public void mail(UUID caseId, long person, String template) {
        newest(caseId, person).ifPresent(row -> mails.answered(row, person, template));
    }

    private Optional<PlanRow> newest(UUID caseId, long person) {
        return plans.ofCase(caseId).stream()
                .filter(row -> around.family(row, person).isPresent())
                .reduce((first, second) -> second);
    }
}
