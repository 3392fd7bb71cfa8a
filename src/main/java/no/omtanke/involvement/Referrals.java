package no.omtanke.involvement;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import no.omtanke.casefile.CaseEvent;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.Party;
import no.omtanke.form.Answers;
import no.omtanke.organization.Bodies;
import no.omtanke.organization.Body;
import no.omtanke.organization.BodyKind;
import no.omtanke.process.CallableFromModel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of asking PPT by a text of its own: an anonymous discussion, a referral, or what a family wrote straight to it. Public because
 * models call them by name. What is shared, on whose consent and until when is an involvement's, as everywhere. @see Involvements
 */
@Component("referrals")
@CallableFromModel
@Transactional
public class Referrals {

    static final String DISCUSSION = "write-discussion";
    static final String REFERRAL = "write-referral";
    static final String FROM_FAMILY = "report-ppt";
    static final String LETTER = "referral";

    private static final String SENT = "referral-sent";
    private static final String ASSESSED = "expert-assessment-done";

    private final InvolvementStore store;
    private final Involvements involvements;
    private final Sharing sharing;
    private final CaseFiles cases;
    private final Bodies bodies;

    Referrals(InvolvementStore store, Involvements involvements, Sharing sharing, CaseFiles cases, Bodies bodies) {
        this.store = store;
        this.involvements = involvements;
        this.sharing = sharing;
        this.cases = cases;
        this.bodies = bodies;
    }

    /** Whether the school can reach a PPT: by an account or an address. */
    public boolean pptThere(String caseId) {
        return ppt(cases.file(id(caseId)).orElseThrow().schoolId()).isPresent();
    }

    /** Opens an anonymous discussion about what was written for it: nothing of the case is shared, and nobody is asked. */
    public String discuss(String caseId) {
        return insert(id(caseId), newest(id(caseId), DISCUSSION), true).id().toString();
    }

    /** Opens a referral with what was written for it, and the files that came with it. @param direct the family wrote it, straight to PPT */
    public String open(String caseId, boolean direct) {
        Entry written = newest(id(caseId), direct ? FROM_FAMILY : REFERRAL);
        Involvement fresh = insert(id(caseId), written, false);
        store.filesOf(written.id())
                .forEach(file -> store.share(fresh, new Share(null, file, PieceKind.FILES, "consent"), fresh.askedBy()));
        if (direct) {
            consentOfTheWriter(fresh, Answers.fromJson(written.json()));
        }
        return fresh.id().toString();
    }

    // Who wrote to PPT has said yes by it, where their word is asked for.
    private void consentOfTheWriter(Involvement fresh, Answers answers) {
        if (sharing.mustConsent(fresh).contains(fresh.askedBy())) {
            store.askConsent(fresh, fresh.askedBy());
            store.consents(fresh.id()).forEach(own -> store.answer(
                    own.id(), Consent.GIVEN, Set.of(), LocalDate.parse(answers.text("consentUntil").substring(0, 10))));
            event(fresh, "help-consent-given");
        }
    }

    /** The body that it goes to, by its id. */
    public String body(String involvement) {
        return String.valueOf(one(involvement).body());
    }

    /** The letter that was written of it goes with it. */
    public void attach(String involvement) {
        Involvement one = one(involvement);
        store.letter(one.caseId(), LETTER)
                .ifPresent(letter -> store.share(one, new Share(null, letter, PieceKind.FILES, Share.QUESTION), null));
    }

    /** It is with PPT from now on, and PPT's time begins; anew when it was answered what it asked. */
    public void send(String involvement) {
        involvements.send(involvement);
        event(one(involvement), SENT);
    }

    /** The school's answer to what PPT asked is shared with it. */
    public void clarify(String involvement) {
        Involvement one = one(involvement);
        store.share(one, new Share(newest(one.caseId(), "clarify-referral").id(), null, PieceKind.OTHER, Share.QUESTION), null);
        event(one, "help-clarified");
    }

    /** PPT has said what it thinks. */
    public void discussed(String involvement) {
        involvements.accept(involvement);
        involvements.advised(involvement);
    }

    /** The assessment is there. */
    public void assessed(String involvement) {
        involvements.advised(involvement);
        event(one(involvement), ASSESSED);
    }

    /** Whether the last referral of the case came to an assessment. */
    public boolean hasAssessment(String caseId) {
        List<String> course = cases.events(id(caseId)).stream()
                .map(CaseEvent::kind)
                .filter(kind -> kind.equals("help-wanted") || kind.equals(ASSESSED))
                .toList();
        return !course.isEmpty() && course.get(course.size() - 1).equals(ASSESSED);
    }

    private Involvement insert(UUID caseId, Entry written, boolean anonymous) {
        CaseFile file = cases.file(caseId).orElseThrow();
        Body body = ppt(file.schoolId()).orElseThrow();
        UUID pupil = cases.parties(caseId).stream()
                .filter(party -> party.role().equals("affected"))
                .map(Party::id)
                .findFirst()
                .orElseThrow();
        Involvement fresh = new Involvement(
                UUID.randomUUID(),
                caseId,
                file.schoolId(),
                body.id(),
                anonymous ? null : pupil,
                written.id(),
                written.authorId(),
                !anonymous,
                body.needsConsent() && !anonymous,
                Involvement.ASKED,
                0,
                null);
        store.insert(fresh);
        store.share(fresh, new Share(written.id(), null, PieceKind.OTHER, Share.QUESTION), written.authorId());
        event(fresh, "help-wanted");
        return fresh;
    }

    private Optional<Body> ppt(int schoolId) {
        return bodies.reachable(BodyKind.PPT, schoolId);
    }

    private Entry newest(UUID caseId, String form) {
        return cases.entries(caseId, form).stream().reduce((first, second) -> second).orElseThrow();
    }

    private void event(Involvement one, String kind) {
        cases.event(one.caseId(), kind, null, Map.of("involvement", one.id().toString()));
    }

    private Involvement one(String involvement) {
        return store.find(id(involvement)).orElseThrow();
    }

    private static UUID id(String id) {
        return UUID.fromString(id);
    }
}
