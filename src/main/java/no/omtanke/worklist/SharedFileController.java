package no.omtanke.worklist;

import java.util.UUID;
import no.omtanke.access.Reader;
import no.omtanke.casefile.FileContent;
import no.omtanke.involvement.SharedView;
import no.omtanke.network.Download;
import no.omtanke.process.TaskRow;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Hands out a file that is shared with a body, to whoever answers for it. */
@Controller
class SharedFileController {

    private final TaskDoor door;
    private final SharedView shared;

    SharedFileController(TaskDoor door, SharedView shared) {
        this.door = door;
        this.shared = shared;
    }

    @GetMapping("/tasks/{id}/shared/{file:[0-9a-f-]{36}}")
    ResponseEntity<byte[]> file(
            @AuthenticationPrincipal Reader reader, @PathVariable String id, @PathVariable UUID file) {
        TaskRow row = door.row(id);
        if (!row.open() || !row.forBody()) {
            throw TaskDoor.notFound();
        }
        FileContent content = shared.document(reader, row.involvement(), file).orElseThrow(TaskDoor::notFound);
        return Download.of(content.name(), content.mediaType(), content.bytes());
    }
}
