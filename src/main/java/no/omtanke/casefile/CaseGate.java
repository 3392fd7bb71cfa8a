package no.omtanke.casefile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.omtanke.access.AccessLog;
import no.omtanke.access.Actor;
import no.omtanke.access.Actors;
import no.omtanke.access.CaseFacts;
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
    private final Pieces pieces;
    private final CaseLinks links;

    CaseGate(
            CaseStore store,
            CasePolicy policy,
            AccessLog log,
            CaseContent content,
            Documents documents,
            Pieces pieces,
            CaseLinks links) {
        this.store = store;
        this.policy = policy;
        this.log = log;
        this.content = content;
        this.documents = documents;
        this.pieces = pieces;
        this.links = links;
    }

    /** Opens the case for reading: every piece of it that the reader may see. */
    public Optional<OpenCase> open(Reader reader, UUID caseId, Part part) {
        return open(reader, caseId, part, null);
    }

    /** The same, for one thing of it. @param thing what the access log calls it, e.g. {@code task:} and its id */
    public Optional<OpenCase> open(Reader reader, UUID caseId, Part part, String thing) {
        return facts(reader, caseId, part, thing).flatMap(facts -> decide(reader, facts, part, thing)
                .map(decision -> content.read(
                        store.byId(caseId).orElseThrow(),
                        decision.reason(),
                        new Sight(policy, reader, facts, part))));
    }

    /** Opens what the owner of a measure must know: the case's outside and the one pupil's name, nothing that is written. */
    public Optional<OpenCase> openMeasure(Reader reader, UUID caseId, UUID pupil) {
        return decide(reader, caseId, Part.MEASURE, "pupil:" + pupil)
                .map(decision -> content.outside(store.byId(caseId).orElseThrow(), pupil, decision.reason()));
    }

    /**
     * Opens for a body that was asked to help what was chosen for it: nothing else is unsealed.
     *
     * @param involvement which one; the access log names it
     * @param chosen entries, documents and parties that are shared now; the caller has asked for whose consent that needs
     */
    public Optional<OpenCase> openShared(Reader reader, UUID caseId, UUID involvement, Set<UUID> chosen) {
        narrowTo(reader, involvement);
        String thing = "involvement:" + involvement;
        return facts(reader, caseId, Part.SHARED, thing).flatMap(facts -> decide(reader, facts, Part.SHARED, thing)
                .map(decision -> content.shared(
                        store.byId(caseId).orElseThrow(),
                        decision.reason(),
                        new Sight(policy, reader, facts, Part.SHARED),
                        chosen)));
    }

    /** Somebody who is refused before the policy is asked is in the log as anybody who is. @param why a code */
    public void refuseShared(Reader reader, UUID caseId, UUID involvement, String why) {
        log.record(reader, caseId, Part.SHARED, "involvement:" + involvement, Decision.refused(why));
    }

    /** A file among them. */
    public Optional<FileContent> sharedDocument(
            Reader reader, UUID caseId, UUID involvement, Set<UUID> chosen, UUID documentId) {
        narrowTo(reader, involvement);
        return chosen.contains(documentId) ? document(reader, caseId, Part.SHARED, documentId) : Optional.empty();
    }

    private static void narrowTo(Reader reader, UUID involvement) {
        if (reader.holds("body-link")) {
            Actors.narrow(Actor.ofInvolvement(involvement));
        }
    }

    /** Opens a case found by its reference. */
    public Optional<OpenCase> open(Reader reader, String reference, Part part) {
        return find(reader, reference, part).flatMap(file -> open(reader, file.id(), part));
    }

    /** Only the case's outside, for pages that show no content. */
    public Optional<CaseFile> outside(Reader reader, String reference, Part part) {
        return find(reader, reference, part)
                .filter(file -> decide(reader, file.id(), part, null).isPresent());
    }

    /** A file's bytes, when it belongs to the case and the reader may see it. */
    public Optional<FileContent> file(Reader reader, String reference, UUID documentId) {
        return find(reader, reference, Part.CONTENT)
                .flatMap(file -> document(reader, file.id(), Part.CONTENT, documentId));
    }

    /** A letter of a pupil's own plan, by a link. The caller knows that it is of that plan. */
    public Optional<FileContent> ownDocument(Reader reader, UUID caseId, UUID documentId) {
        return document(reader, caseId, Part.OWN_PLAN, documentId);
    }

    /** A letter of a decision, by a link. The caller knows that it is of that decision. */
    public Optional<FileContent> decisionDocument(Reader reader, UUID caseId, UUID documentId) {
        return document(reader, caseId, Part.DECISION, documentId);
    }

    /** A letter to a body, or from it, for whoever of the family is asked for consent, by a link. */
    public Optional<FileContent> letterToFamily(Reader reader, UUID caseId, UUID documentId) {
        return document(reader, caseId, Part.CONSENT, documentId);
    }

    // One who may not see the case is refused for the case, one who may is refused for the file.
    private Optional<FileContent> document(Reader reader, UUID caseId, Part part, UUID documentId) {
        String thing = "document:" + documentId;
        Optional<CaseFacts> facts = facts(reader, caseId, part, thing);
        List<Attachment> file = documents.of(caseId, document -> document.id().equals(documentId));
        if (facts.isEmpty() || file.isEmpty()) {
            return facts.flatMap(f -> decide(reader, f, part, thing)).flatMap(yes -> Optional.empty());
        }
        Decision decision =
                policy.decide(reader, facts.get(), part, Pieces.document(file.get(0), pieces.entries(caseId)));
        log.record(reader, caseId, part, thing, decision);
        return decision.allowed() ? documents.open(caseId, documentId) : Optional.empty();
    }

    /** Asks without reading: may this reader act in the case? The answer is logged like a reading. */
    public boolean allows(Reader reader, UUID caseId, Part part) {
        return decide(reader, caseId, part, null).isPresent();
    }

    // Whoever tries references that do not exist is in the log as well.
    private Optional<CaseFile> find(Reader reader, String reference, Part part) {
        Optional<CaseFile> found = store.byReference(reference);
        if (found.isEmpty()) {
            log.unknown(reader, reference, part);
        }
        return found;
    }

    private Optional<Decision> decide(Reader reader, UUID caseId, Part part, String thing) {
        return facts(reader, caseId, part, thing).flatMap(facts -> decide(reader, facts, part, thing));
    }

    private Optional<Decision> decide(Reader reader, CaseFacts facts, Part part, String thing) {
        Decision decision = policy.decide(reader, facts, part);
        log.record(reader, facts.caseId(), part, thing, decision);
        return Optional.of(decision).filter(Decision::allowed);
    }

    private Optional<CaseFacts> facts(Reader reader, UUID caseId, Part part, String thing) {
        if (reader.byLinkTo(caseId)) {
            // Whoever came by a link reaches this case for the rest of the request, and the one that it goes on in.
            Actors.narrow(Actor.ofCase(caseId).with(links.goesOnIn(caseId).map(Set::of).orElse(Set.of())));
        }
        Optional<CaseFacts> known = store.facts(caseId);
        if (known.isEmpty()) {
            log.record(reader, caseId, part, thing, Decision.unknown());
        }
        return known;
    }
}
