package no.omtanke.casefile;

import java.util.Optional;
import java.util.UUID;
import no.omtanke.access.AccessLog;
import no.omtanke.access.Actor;
import no.omtanke.access.Actors;
import no.omtanke.access.CasePolicy;
import no.omtanke.access.Decision;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import org.springframework.stereotype.Service;

/**
 * The one gate to case content: asks the policy, writes the access log, and only then reads. Public because it is the only way
 * in. Unknown and forbidden get the same empty answer.
 */
@Service
public class CaseGate {

    private final CaseStore store;
    private final CasePolicy policy;
    private final AccessLog log;
    private final CaseContent content;
    private final Documents documents;

    CaseGate(CaseStore store, CasePolicy policy, AccessLog log, CaseContent content, Documents documents) {
        this.store = store;
        this.policy = policy;
        this.log = log;
        this.content = content;
        this.documents = documents;
    }

    /** Opens the whole case for reading. */
    public Optional<OpenCase> open(Reader reader, UUID caseId, Part part) {
        return decide(reader, caseId, part)
                .map(decision -> content.read(store.byId(caseId).orElseThrow(), decision.reason()));
    }

    /** Opens what the owner of a measure must know: the case's outside and the one pupil's name, nothing that is written. */
    public Optional<OpenCase> openMeasure(Reader reader, UUID caseId, UUID pupil) {
        return decide(reader, caseId, Part.MEASURE)
                .map(decision -> content.outside(store.byId(caseId).orElseThrow(), pupil, decision.reason()));
    }

    /** Opens a case found by its reference. */
    public Optional<OpenCase> open(Reader reader, String reference, Part part) {
        return store.byReference(reference).flatMap(file -> open(reader, file.id(), part));
    }

    /** Only the case's outside, for pages that show no content. */
    public Optional<CaseFile> outside(Reader reader, String reference, Part part) {
        return store.byReference(reference)
                .filter(file -> decide(reader, file.id(), part).isPresent());
    }

    /** A file's bytes, when it belongs to the case and the reader may see the case. */
    public Optional<FileContent> file(Reader reader, String reference, UUID documentId) {
        return store.byReference(reference)
                .filter(file -> decide(reader, file.id(), Part.CONTENT).isPresent())
                .flatMap(file -> documents.open(file.id(), documentId));
    }

    /** A letter of a pupil's own plan, by a link. The caller knows that it is of that plan. */
    public Optional<FileContent> ownDocument(Reader reader, UUID caseId, UUID documentId) {
        return decide(reader, caseId, Part.OWN_PLAN).flatMap(yes -> documents.open(caseId, documentId));
    }

    /** Asks without reading: may this reader act in the case? The answer is logged like a reading. */
    public boolean allows(Reader reader, UUID caseId, Part part) {
        return decide(reader, caseId, part).isPresent();
    }

    private Optional<Decision> decide(Reader reader, UUID caseId, Part part) {
        if (reader.byLinkTo(caseId)) {
            // Whoever came by a link reaches this case and no other for the rest of the request.
            Actors.narrow(Actor.ofCase(caseId));
        }
        return store.facts(caseId)
                .map(facts -> {
                    Decision decision = policy.decide(reader, facts, part);
                    log.record(reader, caseId, part, decision);
                    return decision;
                })
                .filter(Decision::allowed);
    }
}
