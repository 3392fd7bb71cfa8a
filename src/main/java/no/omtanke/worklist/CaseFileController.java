package no.omtanke.worklist;

import java.util.UUID;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.FileContent;
import no.omtanke.network.Download;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out a file of a case: always to keep, never to run in our pages. */
@Controller
class CaseFileController {

    private final CaseGate gate;

    CaseFileController(CaseGate gate) {
        this.gate = gate;
    }

    @GetMapping({"/cases/{reference}/files/{id}", "/history/{reference}/files/{id}"})
    ResponseEntity<byte[]> file(
            @AuthenticationPrincipal Reader reader, @PathVariable String reference, @PathVariable String id) {
        FileContent file = gate.file(reader, reference, id(id)).orElseThrow(TaskDoor::notFound);
        return Download.of(file.name(), file.mediaType(), file.bytes());
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException neverOurs) {
            throw TaskDoor.notFound();
        }
    }
}
