package no.omtanke.portal;

import java.util.Optional;
import java.util.UUID;
import no.omtanke.organization.Directory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Finds the way in that an address means. */
@Component
class ReportDoors {

    private final Directory directory;
    private final VisitorDrafts drafts;

    ReportDoors(Directory directory, VisitorDrafts drafts) {
        this.directory = directory;
        this.drafts = drafts;
    }

    /** @param name the address after /meld, or null */
    ReportDoor named(String name) {
        if (name == null) {
            return ReportDoor.GUARDIAN;
        }
        return switch (name) {
            case "annet-barn" -> ReportDoor.OTHER_CHILD;
            case "elev" -> ReportDoor.PUPIL;
            case "helse" -> ReportDoor.HEALTH;
            default -> directory
                    .schoolBySlug(name)
                    .map(s -> ReportDoor.ofSchool(s.slug(), s.id()))
                    .orElseThrow(ReportDoors::notFound);
        };
    }

    ReportDoor invited(UUID invitation, Optional<Visitor> visitor) {
        ReportDoor door = ReportDoor.invited(invitation);
        visitor.flatMap(v -> drafts.load(v, door.purpose())
                        .or(() -> drafts.load(v, Sending.SENT).filter(t -> t.text("_door").equals(door.purpose()))))
                .orElseThrow(ReportDoors::notFound);
        return door;
    }

    private static ResponseStatusException notFound() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
