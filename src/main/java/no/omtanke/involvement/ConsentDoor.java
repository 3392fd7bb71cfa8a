package no.omtanke.involvement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.Attachment;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.FileContent;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.SecureLinks;
import no.omtanke.form.Answers;
import no.omtanke.form.Typed;
import no.omtanke.organization.Body;
import no.omtanke.organization.BodyKind;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Guardian;
import no.omtanke.organization.Person;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What guardians and pupils do who are asked for consent, by a link: read what it is about, answer, and take it back. Public because the
 * portal opens it. Whether somebody may is asked anew every time.
 */
@Service
@Transactional
public class ConsentDoor {

    // Whom a family may hear of although nobody asked them: whoever works with their child at school every day.
    private static final Set<BodyKind> EVERYDAY =
            EnumSet.of(BodyKind.SFO, BodyKind.SOCIAL_TEACHER, BodyKind.COUNSELLOR, BodyKind.SPECIAL_EDUCATOR);

    private final InvolvementStore store;
    private final Sharing sharing;
    private final Directory directory;
    private final CaseFiles cases;
    private final CaseGate gate;
    private final CaseProcesses processes;
    private final TaskQueries tasks;
    private final TaskForms forms;
    private final SecureLinks links;
    private final Clock clock;

    ConsentDoor(
            InvolvementStore store,
            Sharing sharing,
            Directory directory,
            CaseFiles cases,
            CaseGate gate,
            CaseProcesses processes,
            TaskQueries tasks,
            TaskForms forms,
            SecureLinks links,
            Clock clock) {
        this.store = store;
        this.sharing = sharing;
        this.directory = directory;
        this.cases = cases;
        this.gate = gate;
        this.processes = processes;
        this.tasks = tasks;
        this.forms = forms;
        this.links = links;
        this.clock = clock;
    }

    /**
     * What one person is asked. Public because the portal shows it.
     *
     * @param purpose what the help is for, as the school wrote it for the family
     * @param kinds what kinds of information were chosen
     * @param counts the person's word is asked for today: they have not lost it to the pupil's age
     * @param reads the body can read it now
     * @param direct the family itself asked the body, without the school
     * @param letters what goes to the body and comes from it, as it was kept
     * @param task where to answer, or null
     */
    public record Asked(
            Involvement involvement,
            Body body,
            Consent consent,
            String child,
            boolean self,
            String purpose,
            List<PieceKind> kinds,
            boolean counts,
            boolean holds,
            boolean reads,
            boolean direct,
            List<Attachment> letters,
            TaskRow task) {}

    /**
     * Who was asked about a child. Public because the family's pages say so.
     *
     * @param consent what this person answered; null where it takes no consent
     * @param reads the body can read what is shared now
     */
    public record Line(UUID involvement, Body body, Consent consent, boolean reads) {}


    /** Whether the person is still one of the family who was asked: an open door even when their word counts no more. */
    @Transactional(readOnly = true)
    public boolean open(UUID involvement, long person) {
        return reader(involvement, person).isPresent();
    }

    /** Where mail to the person goes. */
    @Transactional(readOnly = true)
    public Optional<String> address(UUID involvement, long person) {
        return reader(involvement, person)
                .flatMap(reader -> directory.person(person))
                .map(Person::email)
                .filter(email -> !email.isBlank());
    }

    /** Sends a new link to the address that the directory has. */
    public void sendAgain(UUID involvement, long person) {
        store.find(involvement)
                .filter(one -> address(involvement, person).isPresent())
                .ifPresent(one -> processes.start(
                        "send-involvement-link",
                        one.caseId(),
                        one.schoolId(),
                        Facts.none()
                                .with(Fact.INVOLVEMENT, involvement.toString())
                                .with(Fact.LINK_KIND, "consent")
                                .with(Fact.CONSENTER, String.valueOf(person))));
    }

    /** Opens it for the person of a link. */
    public Optional<Asked> show(UUID involvement, long person) {
        return reader(involvement, person).flatMap(reader -> {
            Involvement one = store.find(involvement).orElseThrow();
            return gate.open(reader, one.caseId(), Part.CONSENT).map(open -> asked(one, reader, open.attachments()));
        });
    }

    /** One of the letters. */
    public Optional<FileContent> letter(UUID involvement, long person, UUID document) {
        return reader(involvement, person).flatMap(reader -> {
            Involvement one = store.find(involvement).orElseThrow();
            return gate.letterToFamily(reader, one.caseId(), document);
        });
    }

    private Asked asked(Involvement one, Reader reader, List<Attachment> letters) {
        long person = reader.personId();
        Consent consent = consent(one.id(), person).orElseThrow();
        Person pupil = sharing.pupil(one).orElseThrow();
        TaskRow task = tasks.ofCase(one.caseId()).stream()
                .filter(row -> row.open() && one.id().equals(row.involvement()) && tasks.addressedTo(reader, row.taskId()))
                .findFirst()
                .orElse(null);
        return new Asked(
                one,
                sharing.body(one),
                consent,
                pupil.name(),
                pupil.id() == person,
                purpose(one),
                store.shares(one.id()).stream()
                        .filter(share -> !share.ofTheQuestion())
                        .map(Share::kind)
                        .distinct()
                        .sorted()
                        .toList(),
                sharing.mustConsent(one).contains(person),
                consent.holds(LocalDate.now(clock)),
                sharing.mayRead(one),
                cases.entries(one.caseId(), Referrals.FROM_FAMILY).stream().anyMatch(e -> e.id().equals(one.question())),
                letters,
                task);
    }

    // The one sentence of the question that was written for the family.
    private String purpose(Involvement one) {
        return Stream.of(Asking.FORM, Referrals.REFERRAL, Referrals.FROM_FAMILY)
                .flatMap(form -> cases.entries(one.caseId(), form).stream())
                .filter(entry -> entry.id().equals(one.question()))
                .map(Entry::json)
                .map(Answers::fromJson)
                .map(answers -> answers.text("helpPurpose").isEmpty() ? answers.text("helpWanted") : answers.text("helpPurpose"))
                .findFirst()
                .orElse("");
    }

    /** Sends the answer. Empty when nothing is asked of the person any more. */
    public Optional<TaskForms.Sent> send(UUID involvement, long person, Typed typed, Locale locale) {
        return reader(involvement, person).flatMap(reader -> show(involvement, person)
                .filter(asked -> asked.task() != null)
                .map(asked -> forms.send(reader, asked.task(), typed, List.of(), locale)));
    }

    /**
     * Takes the consent back: from this moment the body reads nothing, whoever else agreed.
     *
     * @return false when there was none
     */
    public boolean withdraw(UUID involvement, long person) {
        Involvement one = store.lock(involvement).orElseThrow();
        Optional<Consent> given = reader(involvement, person).flatMap(reader -> consent(involvement, person)).filter(Consent::given);
        if (given.isEmpty() || !store.withdraw(given.get().id())) {
            return false;
        }
        cases.event(one.caseId(), "help-consent-withdrawn", null, Map.of("involvement", involvement.toString()));
        // A word that counts no more ends nothing.
        if (sharing.mustConsent(one).contains(person)
                && store.become(one.id(), "withdrawn", List.of(Involvement.ASKED, Involvement.SENT, Involvement.ACCEPTED, "advised"))) {
            links.end(LinkPurpose.INVOLVEMENT, one.id(), null, "consent-withdrawn");
            processes.tellAbout("sharing-over", one.caseId(), Fact.INVOLVEMENT, involvement.toString());
        }
        return true;
    }

    /** Keeps that somebody who was asked is not heard. @return the case, which must be told; empty when they may not */
    public Optional<UUID> notHeard(UUID involvement, long person, Answers answers) {
        return show(involvement, person).map(asked -> {
            Involvement one = asked.involvement();
            String kind = asked.self() ? "pupil" : "guardian";
            UUID entry = cases.addEntry(one.caseId(), answers.formId(), person, kind, one.pupil(), null, answers.toJson());
            cases.event(one.caseId(), "not-heard", null, Map.of("entry", entry.toString()));
            return one.caseId();
        });
    }

    /**
     * Who was asked about the pupil, as far as a member of the family may hear of it: where they were asked for consent, and the everyday
     * helpers. The caller has opened a page of theirs for them.
     *
     * @param person 0 for somebody whom the directory does not know
     */
    @Transactional(readOnly = true)
    public List<Line> of(UUID caseId, UUID pupil, long person) {
        return store.ofCase(caseId).stream()
                .filter(one -> pupil != null && pupil.equals(one.pupil()))
                .flatMap(one -> line(one, person).stream())
                .toList();
    }

    private Optional<Line> line(Involvement one, long person) {
        Optional<Consent> consent = consent(one.id(), person);
        Body body = sharing.body(one);
        boolean everyday = !one.needsConsent() && EVERYDAY.contains(body.kind());
        return consent.isPresent() || everyday
                ? Optional.of(new Line(one.id(), body, consent.orElse(null), sharing.mayRead(one)))
                : Optional.empty();
    }

    /** Whom a school's screen can be given to: the pupil of the involvement, while something is asked of them. */
    @Transactional(readOnly = true)
    public Optional<Long> pupilAsked(UUID involvement) {
        return store.find(involvement)
                .flatMap(sharing::pupil)
                .map(Person::id)
                .filter(person -> consent(involvement, person).filter(c -> c.state().equals(Consent.ASKED)).isPresent());
    }

    private Optional<Consent> consent(UUID involvement, long person) {
        return store.consents(involvement).stream().filter(c -> c.person() == person).findFirst();
    }

    // The pupil, or who is a guardian today, and was asked.
    private Optional<Reader> reader(UUID involvement, long person) {
        Involvement one = store.find(involvement).orElse(null);
        if (one == null || consent(involvement, person).isEmpty()) {
            return Optional.empty();
        }
        return sharing.pupil(one).flatMap(pupil -> {
            boolean self = pupil.id() == person;
            Optional<Person> who = self
                    ? Optional.of(pupil)
                    : directory.guardiansOf(pupil.id()).stream()
                            .map(Guardian::person)
                            .filter(guardian -> guardian.id() == person)
                            .findFirst();
            return who.map(known -> {
                Set<String> audiences = new HashSet<>();
                audiences.add("consent-link:" + one.caseId());
                audiences.add("consenter:" + person);
                audiences.add(self ? "pupil:" + one.pupil() : "guardian:" + person);
                audiences.add("child:" + one.pupil());
                return new Reader(person, known.name(), audiences);
            });
        });
    }
}
