package no.omtanke.involvement;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.Attachment;
import no.omtanke.casefile.CaseClosed;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.OpenCase;
import no.omtanke.casefile.Party;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.SecureLinks;
import no.omtanke.form.Answers;
import no.omtanke.organization.Bodies;
import no.omtanke.organization.Body;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** «Be om bistand»: the school asks, chooses what is shared, and takes it back. Public because the case's pages do. */
@Service
@Transactional
public class Asking {

    /** The form in which it is asked. */
    public static final String FORM = "ask-for-help";

    /** On what ground something may be shared. */
    public static final List<String> BASES = List.of("consent", "necessary", "anonymous");

    // What was said in asking, and why somebody stepped back, is nobody else's.
    private static final Set<String> OWN = Set.of(
            FORM, "answer-involvement", "clarify-involvement", "give-advice", "follow-up-advice", "find-another-way", "give-consent", "take-consent",
            "recusal", "let-in-again", "auditor-opening", "reopen");

    private final InvolvementStore store;
    private final Sharing sharing;
    private final Bodies bodies;
    private final CaseGate gate;
    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final SecureLinks links;

    Asking(
            InvolvementStore store,
            Sharing sharing,
            Bodies bodies,
            CaseGate gate,
            CaseFiles cases,
            CaseProcesses processes,
            SecureLinks links) {
        this.store = store;
        this.sharing = sharing;
        this.bodies = bodies;
        this.gate = gate;
        this.cases = cases;
        this.processes = processes;
        this.links = links;
    }

    /**
     * Something of the case that may be chosen. Public because pages offer it.
     *
     * @param form the entry's form, or the document's kind
     */
    public record Piece(UUID entry, UUID document, PieceKind kind, String form) {

        public UUID id() {
            return entry != null ? entry : document;
        }
    }

    /**
     * What is asked. Public as the argument of {@link #ask}.
     *
     * @param pieces what was chosen, and on which ground
     */
    public record Wish(int body, UUID pupil, Answers answers, Map<UUID, String> pieces) {

        /** Nothing that points to the pupil is shared: no name, no piece, and so no consent. */
        public boolean anonymous() {
            return answers.text("helpAnonymous").equals("yes");
        }
    }

    /**
     * One involvement as whoever works in the case sees it, with those whom no link reaches and who are asked at the school. Public
     * because the case's pages show it.
     */
    public record Overview(
            Involvement involvement,
            Body body,
            List<Consent> consents,
            Set<Long> mustConsent,
            Set<Long> withoutLink,
            List<Share> shares,
            boolean reads) {

        /** Chosen, but kept out by somebody's consent. */
        public boolean keptOut(Share share) {
            Set<String> kept = ConsentRule.keptOut(mustConsent, consents);
            return !share.ofTheQuestion() && kept.contains(share.kind().id());
        }
    }

    /** Whoever sees the whole of an open case can ask, and sees who was asked. */
    @Transactional(readOnly = true)
    public Optional<OpenCase> open(Reader reader, String reference) {
        return gate.open(reader, reference, Part.CONTENT)
                .filter(OpenCase::whole)
                .filter(open -> !open.reason().equals("auditor-opened"))
                // Asking would tell the family and the school that a closed lane's case is there.
                .filter(open -> open.file().lane() == null);
    }

    /** Whom the school can ask: who can be reached. */
    @Transactional(readOnly = true)
    public List<Body> bodies(CaseFile file) {
        return bodies.of(file.schoolId()).stream()
                .filter(body -> body.email() != null || !bodies.holders(body.id()).isEmpty())
                .toList();
    }

    /** The pupils whom it can be about: those the directory knows. */
    public static List<Party> pupils(OpenCase open) {
        return open.parties().stream().filter(p -> p.isPupil() && p.personId() != null).toList();
    }

    /** What may be chosen: what the reader sees and nobody marked «Ikke gi videre»; not what was asked of bodies before. */
    public static List<Piece> choosable(OpenCase open) {
        Set<UUID> kept = open.entries().stream()
                .filter(Entry::keptBack)
                .map(Entry::id)
                .collect(Collectors.toSet());
        List<Piece> pieces = new ArrayList<>();
        open.entries().stream()
                .filter(entry -> !entry.keptBack() && !OWN.contains(entry.formId()))
                .forEach(entry -> pieces.add(new Piece(entry.id(), null, PieceKind.ofEntry(entry.formId()), entry.formId())));
        open.attachments().stream()
                .filter(file -> file.entryId() == null || !kept.contains(file.entryId()))
                .forEach(file -> pieces.add(new Piece(null, file.id(), kind(file), file.kind())));
        return pieces;
    }

    private static PieceKind kind(Attachment file) {
        return PieceKind.ofDocument(file.kind());
    }

    /** Asks. Nothing is shared that was not chosen, and nothing at all before those have consented who must. */
    public UUID ask(Reader reader, OpenCase open, Wish wish) {
        CaseFile file = open.file();
        Body body = bodies(file).stream().filter(b -> b.id() == wish.body()).findFirst().orElseThrow();
        UUID pupil = pupils(open).stream().map(Party::id).filter(id -> id.equals(wish.pupil())).findFirst().orElse(null);
        UUID question = cases.addEntry(
                file.id(), FORM, reader.personId(), "staff", pupil, null, wish.answers().toJson());
        Involvement fresh = new Involvement(
                UUID.randomUUID(),
                file.id(),
                file.schoolId(),
                body.id(),
                pupil,
                question,
                reader.personId(),
                !wish.anonymous() && wish.answers().text("helpShareName").equals("yes"),
                body.needsConsent() && !wish.anonymous(),
                Involvement.ASKED,
                0,
                null);
        store.insert(fresh);
        store.share(fresh, new Share(question, null, PieceKind.OTHER, Share.QUESTION), reader.personId());
        if (!wish.anonymous()) {
            choose(reader, open, fresh, wish.pieces());
        }
        cases.event(
                file.id(), "help-wanted", reader.personId(), Map.of("involvement", fresh.id().toString(), "entry", question.toString()));
        processes.start(
                "involvement",
                file.id(),
                file.schoolId(),
                Facts.none()
                        .with(Fact.INVOLVEMENT, fresh.id().toString())
                        .with(Fact.BODY, String.valueOf(body.id()))
                        .with(Fact.PUPIL, pupil == null ? "" : pupil.toString())
                        .with(Fact.SERIOUS, file.serious())
                        .with(Fact.ACCUSED, file.accused()));
        return fresh.id();
    }

    /** Shares more with a body that is asked already. @return false when it is over */
    public boolean shareMore(Reader reader, OpenCase open, UUID involvement, Map<UUID, String> pieces) {
        Involvement one = store.lock(involvement).filter(i -> i.caseId().equals(open.file().id())).orElseThrow();
        if (!one.open()) {
            return false;
        }
        choose(reader, open, one, pieces);
        cases.event(open.file().id(), "help-shared-more", reader.personId(), Map.of("involvement", involvement.toString()));
        return true;
    }

    private void choose(Reader reader, OpenCase open, Involvement one, Map<UUID, String> pieces) {
        choosable(open).stream()
                .filter(piece -> BASES.contains(pieces.getOrDefault(piece.id(), "")))
                .forEach(piece -> store.share(
                        one,
                        new Share(piece.entry(), piece.document(), piece.kind(), pieces.get(piece.id())),
                        reader.personId()));
    }

    /** The body reads one of the pieces no more. */
    public void takeBack(Reader reader, OpenCase open, UUID involvement, UUID piece) {
        Involvement one = store.lock(involvement).filter(i -> i.caseId().equals(open.file().id())).orElseThrow();
        if (store.takeBack(one.id(), piece)) {
            cases.event(open.file().id(), "help-taken-back", reader.personId(), Map.of("involvement", involvement.toString()));
        }
    }

    /** The school wants no help any more: the body reads nothing from this moment. */
    public void finish(Reader reader, OpenCase open, UUID involvement) {
        store.lock(involvement).filter(i -> i.caseId().equals(open.file().id())).ifPresent(one -> finish(one, reader.personId()));
    }

    /** In a closed case nobody helps any more. */
    @EventListener
    void closed(CaseClosed event) {
        store.ofCase(event.caseId()).forEach(one -> finish(one, null));
    }

    private void finish(Involvement one, Long by) {
        if (store.become(one.id(), "ended", List.of(Involvement.ASKED, Involvement.SENT, Involvement.ACCEPTED, "advised"))) {
            links.end(LinkPurpose.INVOLVEMENT, one.id(), null, "ended");
            cases.event(one.caseId(), "help-ended", by, Map.of("involvement", one.id().toString()));
        }
        // Also when nothing came of it and the school looks for another way.
        processes.tellAbout("sharing-over", one.caseId(), Fact.INVOLVEMENT, one.id().toString());
    }

    /** Who was asked in the case, the first first. */
    @Transactional(readOnly = true)
    public List<Overview> of(OpenCase open) {
        return store.ofCase(open.file().id()).stream().map(this::overview).toList();
    }

    /** One of them. */
    @Transactional(readOnly = true)
    public Optional<Overview> find(OpenCase open, UUID involvement) {
        return store.find(involvement).filter(i -> i.caseId().equals(open.file().id())).map(this::overview);
    }

    private Overview overview(Involvement one) {
        List<Consent> consents = store.consents(one.id());
        Set<Long> withoutLink = consents.stream()
                .map(Consent::person)
                .filter(person -> !sharing.reachable(one, person))
                .collect(Collectors.toSet());
        return new Overview(
                one, sharing.body(one), consents, sharing.mustConsent(one), withoutLink, store.shares(one.id()), sharing.mayRead(one));
    }
}
