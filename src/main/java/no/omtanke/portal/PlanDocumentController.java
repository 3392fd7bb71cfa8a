package no.omtanke.portal;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import no.omtanke.casefile.FileContent;
import no.omtanke.network.Download;
import no.omtanke.plan.FamilyPlans;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** Hands a guardian a letter of the plan, to keep. */
@Controller
class PlanDocumentController {

    private final MyPlanSession session;
    private final FamilyPlans plans;

    PlanDocumentController(MyPlanSession session, FamilyPlans plans) {
        this.session = session;
        this.plans = plans;
    }

    @GetMapping("/min-plan/dokument/{id:[0-9a-f]{8}-[0-9a-f-]{27}}")
    ResponseEntity<byte[]> document(@PathVariable UUID id, HttpServletRequest request) {
        FileContent file = session.open(request)
                .flatMap(visit -> plans.document(visit.plan(), visit.person(), id))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        return Download.of(file.name(), file.mediaType(), file.bytes());
    }
}
