package no.omtanke.worklist;

import java.util.Locale;
import no.omtanke.access.Reader;
import no.omtanke.casefile.FileContent;
import no.omtanke.decision.DecisionPreview;
import no.omtanke.network.Download;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** «Se brevet»: what is typed now as the letter that would be sent. */
@Controller
class LetterPreviewController {

    private final TaskDoor door;
    private final Desk desk;
    private final DecisionPreview preview;

    LetterPreviewController(TaskDoor door, Desk desk, DecisionPreview preview) {
        this.door = door;
        this.desk = desk;
        this.preview = preview;
    }

    @GetMapping("/tasks/{id}/letter")
    ResponseEntity<byte[]> show(@AuthenticationPrincipal Reader reader, @PathVariable String id, Locale locale) {
        OpenTask task = door.open(reader, door.row(id));
        if (!task.mine() || task.shared()) {
            throw TaskDoor.notFound();
        }
        FileContent letter = preview.of(
                        reader, task.row(), task.open(), desk.resume(reader, task.purpose()).typed(), locale)
                .orElseThrow(TaskDoor::notFound);
        return Download.of(letter.name(), letter.mediaType(), letter.bytes());
    }
}
