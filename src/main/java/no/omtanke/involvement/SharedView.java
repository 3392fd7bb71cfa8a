package no.omtanke.involvement;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.FileContent;
import no.omtanke.casefile.OpenCase;
import no.omtanke.organization.Body;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a body sees: the question and what is shared with it at this moment. Public because doors show it. */
@Service
@Transactional
public class SharedView {

    private static final Set<String> NOT_FOR_BODY = Set.of("helpPurpose", "helpAnonymous", "helpShareName");

    private final InvolvementStore store;
    private final Sharing sharing;
    private final CaseGate gate;

    SharedView(InvolvementStore store, Sharing sharing, CaseGate gate) {
        this.store = store;
        this.sharing = sharing;
        this.gate = gate;
    }

    /**
     * Opened for a body. Public because doors show it.
     *
     * @param open only what is shared
     * @param question what was asked, then what was asked back and answered
     * @param shared the chosen pieces
     */
    public record Shared(Involvement involvement, Body body, OpenCase open, List<Entry> question, List<Entry> shared) {}

    /** Whether an answer of the question is the body's to read: not what was written to the family. @param key the field */
    public static boolean forBody(String key) {
        return !NOT_FOR_BODY.contains(key);
    }

    /** Empty, and written down, when the consent is not there (any more), or it is over. */
    public Optional<Shared> open(Reader reader, UUID involvement) {
        Involvement one = store.find(involvement).orElse(null);
        if (one == null) {
            return Optional.empty();
        }
        boolean theirs = reader.in("body:" + one.body());
        if (!theirs || !sharing.mayRead(one)) {
            gate.refuseShared(reader, one.caseId(), one.id(), !theirs ? "another-body" : one.withBody() ? "no-consent" : "sharing-over");
            return Optional.empty();
        }
        List<Share> now = sharing.now(one);
        Set<UUID> asked = now.stream()
                .filter(Share::ofTheQuestion)
                .map(Share::piece)
                .collect(Collectors.toSet());
        return gate.openShared(reader, one.caseId(), one.id(), sharing.chosen(one))
                .map(open -> new Shared(
                        one,
                        sharing.body(one),
                        open,
                        open.entries().stream().filter(e -> asked.contains(e.id())).toList(),
                        open.entries().stream().filter(e -> !asked.contains(e.id())).toList()));
    }

    /** A file that is shared. */
    public Optional<FileContent> document(Reader reader, UUID involvement, UUID document) {
        return store.find(involvement)
                .filter(one -> reader.in("body:" + one.body()) && sharing.mayRead(one))
                .flatMap(one -> gate.sharedDocument(reader, one.caseId(), one.id(), sharing.chosen(one), document));
    }
}
