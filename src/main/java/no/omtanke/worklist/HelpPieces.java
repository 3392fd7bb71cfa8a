package no.omtanke.worklist;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.omtanke.casefile.Attachment;
import no.omtanke.casefile.OpenCase;
import no.omtanke.involvement.Asking;
import no.omtanke.involvement.Asking.Piece;
import org.springframework.stereotype.Component;

/** The pieces of a case to choose from, and what was chosen: each with the ground for sharing it. Nothing is chosen to begin with. */
@Component
class HelpPieces {

    private static final String BASIS = "basis-";

    private final Entries entries;

    HelpPieces(Entries entries) {
        this.entries = entries;
    }

    /** @param basis what was chosen as the ground; empty for nothing */
    record Line(UUID id, String title, String when, String kind, boolean chosen, String basis) {}

    /** What was posted. @param unfounded pieces that were chosen without a ground */
    record Chosen(Map<UUID, String> pieces, Set<UUID> unfounded) {}

    List<Line> lines(OpenCase open, Chosen chosen, Set<UUID> without, Locale locale) {
        Map<UUID, WrittenEntry> written = new HashMap<>();
        entries.of(open, locale).forEach(entry -> written.put(entry.id(), entry));
        Map<UUID, Attachment> files = new HashMap<>();
        open.attachments().forEach(file -> files.put(file.id(), file));
        return Asking.choosable(open).stream()
                .filter(piece -> !without.contains(piece.id()))
                .map(piece -> line(piece, written.get(piece.id()), files.get(piece.id()), chosen))
                .toList();
    }

    private static Line line(Piece piece, WrittenEntry entry, Attachment file, Chosen chosen) {
        return new Line(
                piece.id(),
                entry != null ? entry.title() : file.name(),
                entry != null ? entry.when() : "",
                piece.kind().id(),
                chosen.pieces().containsKey(piece.id()) || chosen.unfounded().contains(piece.id()),
                chosen.pieces().getOrDefault(piece.id(), ""));
    }

    static Chosen none() {
        return new Chosen(Map.of(), Set.of());
    }

    static Chosen from(HttpServletRequest request) {
        Map<UUID, String> pieces = new HashMap<>();
        Set<UUID> unfounded = new HashSet<>();
        String[] ticked = request.getParameterValues("piece");
        Stream.of(ticked == null ? new String[0] : ticked).flatMap(id -> id(id).stream()).forEach(id -> {
            String basis = request.getParameter(BASIS + id);
            if (basis != null && Asking.BASES.contains(basis)) {
                pieces.put(id, basis);
            } else {
                unfounded.add(id);
            }
        });
        return new Chosen(pieces, unfounded);
    }

    static Optional<UUID> id(String text) {
        try {
            return text == null || text.isBlank() ? Optional.empty() : Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException neverOurs) {
            return Optional.empty();
        }
    }
}
