package no.omtanke.involvement;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.StepBacks;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.SecureLinks;
import no.omtanke.organization.Bodies;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.process.Assignments;
import no.omtanke.process.CallableFromModel;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The steps of an involvement. Public because the model calls them by name. @see Consents */
@Component("involvements")
@CallableFromModel
@Transactional
public class Involvements {

    private static final List<String> WITH_BODY = List.of(Involvement.SENT, Involvement.ACCEPTED, "advised");
    private static final List<String> OPEN = List.of(Involvement.ASKED, Involvement.SENT, Involvement.ACCEPTED, "advised");

    private final InvolvementStore store;
    private final CaseFiles cases;
    private final Bodies bodies;
    private final Directory directory;
    private final StepBacks stepBacks;
    private final Assignments assignments;
    private final SecureLinks links;

    Involvements(
            InvolvementStore store,
            CaseFiles cases,
            Bodies bodies,
            Directory directory,
            StepBacks stepBacks,
            Assignments assignments,
            SecureLinks links) {
        this.store = store;
        this.cases = cases;
        this.bodies = bodies;
        this.directory = directory;
        this.stepBacks = stepBacks;
        this.assignments = assignments;
        this.links = links;
    }

    /** The question goes to the body: from now on it reads what is shared. */
    public void send(String involvement) {
        Involvement one = one(involvement);
        if (one.state().equals(Involvement.ASKED)) {
            become(one, Involvement.SENT, List.of(Involvement.ASKED), "help-asked");
        }
    }

    /** Whether the body said yes before, so that it is not asked again. */
    public boolean hasAccepted(String involvement) {
        return one(involvement).state().equals(Involvement.ACCEPTED);
    }

    /** Whether it went on until this moment, so that both must hear that it is over. */
    public boolean stoppedNow(String involvement) {
        return List.of("ended", "withdrawn").contains(one(involvement).state());
    }

    public boolean wasReminded(String involvement) {
        return one(involvement).reminded() > 0;
    }

    /** It is asked once more, and has its time anew. */
    public void remind(String involvement) {
        store.remind(id(involvement));
        event(one(involvement), "help-reminded");
    }

    public void accept(String involvement) {
        become(one(involvement), Involvement.ACCEPTED, List.of(Involvement.SENT), "help-accepted");
        // What stays unanswered now is something new.
        store.forgetReminders(id(involvement));
    }

    /** The school's answer to what the body asked back is shared with it, as the question. */
    public void clarify(String involvement) {
        Involvement one = one(involvement);
        cases.entries(one.caseId(), "clarify-involvement").stream()
                .reduce((first, second) -> second)
                .map(Entry::id)
                .ifPresent(entry -> store.share(one, new Share(entry, null, PieceKind.OTHER, Share.QUESTION), null));
        event(one, "help-clarified");
    }

    public void advised(String involvement) {
        become(one(involvement), "advised", List.of(Involvement.ACCEPTED), "help-advised");
    }

    /**
     * Nothing comes of it: the body reads nothing from now on.
     *
     * @param why declined, silent or no-consent
     */
    public void stop(String involvement, String why) {
        Involvement one = one(involvement);
        if (become(one, why, OPEN, "help-" + why)) {
            shut(one, why);
        }
    }

    /** The advice is followed up; the body has nothing more to read. */
    public void end(String involvement) {
        Involvement one = one(involvement);
        if (become(one, "ended", WITH_BODY, "help-ended")) {
            shut(one, "ended");
        }
    }

    /** Who asked, as long as they work at the school and in the case; else the responsible person. */
    public String asker(String involvement) {
        Involvement one = one(involvement);
        boolean works = directory.staff(one.schoolId()).stream().anyMatch(e -> e.person().id() == one.askedBy())
                && !stepBacks.keptOut(one.caseId()).contains(one.askedBy());
        return works ? String.valueOf(one.askedBy()) : assignments.responsible(one.caseId().toString());
    }

    /** Who answers for the body when that is one person; several choose among themselves, and nobody means by a link. */
    public String holder(String involvement) {
        Involvement one = one(involvement);
        List<Person> holders = bodies.holders(one.body()).stream()
                .filter(person -> !stepBacks.keptOut(one.caseId()).contains(person.id()))
                .toList();
        return holders.size() == 1 ? String.valueOf(holders.get(0).id()) : null;
    }

    private boolean become(Involvement one, String state, List<String> from, String event) {
        boolean became = store.become(one.id(), state, from);
        if (became) {
            event(one, event);
        }
        return became;
    }

    private void event(Involvement one, String kind) {
        cases.event(one.caseId(), kind, null, Map.of("involvement", one.id().toString()));
    }

    private void shut(Involvement one, String why) {
        links.end(LinkPurpose.INVOLVEMENT, one.id(), null, why);
    }

    private Involvement one(String involvement) {
        return store.find(id(involvement)).orElseThrow();
    }

    private static UUID id(String involvement) {
        return UUID.fromString(involvement);
    }
}
