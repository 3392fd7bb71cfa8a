package no.omtanke.worklist;

import java.util.Locale;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.OpenCase;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Opens one case. */
@Controller
class CaseController {

    private final CaseGate gate;
    private final CasePage casePage;

    CaseController(CaseGate gate, CasePage casePage) {
        this.gate = gate;
        this.casePage = casePage;
    }

    @GetMapping("/cases/{reference}")
    String show(
            @AuthenticationPrincipal Reader reader, @PathVariable String reference, Locale locale, Model page) {
        OpenCase open = gate.open(reader, reference, Part.CONTENT).orElseThrow(TaskDoor::notFound);
        return casePage.show(reader, open, page, locale);
    }
}
