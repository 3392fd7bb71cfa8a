package no.omtanke.concern;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.calendar.WorkingDays;
import no.omtanke.casefile.CaseCopies;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.CaseLinks;
import no.omtanke.casefile.Entry;
import no.omtanke.casefile.FileContent;
import no.omtanke.casefile.OpenCase;
import no.omtanke.casefile.Party;
import no.omtanke.form.Answers;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.process.Assignments;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Deadlines;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the reporter of a case may see and do by link. Public because the portal opens it. */
@Service
@Transactional
public class FamilyDoor {

    /** Statsforvalteren may be told when a week, five working days, has passed since the principal knew [law § 12-6]. */
    private static final int WORKING_DAYS_TO_STATSFORVALTER = 5;

    private static final String NOT_HEARD = "not-heard";

    private final CaseGate gate;
    private final CaseFiles cases;
    private final CaseProcesses processes;
    private final TaskQueries tasks;
    private final Deadlines deadlines;
    private final Assignments assignments;
    private final Directory directory;
    private final WorkingDays workingDays;
    private final Recipients recipients;
    private final KnownReporter known;
    private final Clock clock;
    private final CaseLinks links;
    private final CaseCopies copies;
    private final JoinedReport joined;

    FamilyDoor(
            CaseGate gate,
            CaseFiles cases,
            CaseProcesses processes,
            TaskQueries tasks,
            Deadlines deadlines,
            Assignments assignments,
            Directory directory,
            WorkingDays workingDays,
            Recipients recipients,
            KnownReporter known,
            Clock clock,
            CaseLinks links,
            CaseCopies copies,
            JoinedReport joined) {
        this.links = links;
        this.copies = copies;
        this.joined = joined;
        this.gate = gate;
        this.cases = cases;
        this.processes = processes;
        this.tasks = tasks;
        this.deadlines = deadlines;
        this.assignments = assignments;
        this.directory = directory;
        this.workingDays = workingDays;
        this.recipients = recipients;
        this.known = known;
        this.clock = clock;
    }

    /** The reader that a link to the case makes of somebody. */
    public static Reader byLink(UUID caseId) {
        return new Reader(0, "", Set.of("link:" + caseId));
    }

    /** The receipt's link was opened by a person: the address works. */
    public void confirmAddress(UUID caseId) {
        cases.file(caseId).filter(f -> f.reporterAddress().equals("unconfirmed")).ifPresent(f -> {
            cases.confirmAddress(caseId);
            cases.event(caseId, "address-confirmed", null, Map.of());
        });
    }

    /** The address that the report gave: links and codes go there and nowhere else. */
    @Transactional(readOnly = true)
    public Optional<String> address(UUID caseId) {
        return recipients.reporter(caseId);
    }

    /** The reporter, when the directory knows them because the school sent them the form. */
    @Transactional(readOnly = true)
    public Optional<Long> reporter(UUID caseId) {
        return known.of(caseId);
    }

    /** Whether somebody whom the school sent the form still is a guardian of a pupil of the case. Of others we know nothing. */
    @Transactional(readOnly = true)
    public boolean stillTheirs(UUID caseId) {
        return known.stillTheirs(caseId);
    }

    /**
     * Whose family the reporter is. Public because the portal shows who has read what is about them.
     *
     * @param reporter the reporter when the directory knows them, else null
     * @param pupils the pupils of the case who are the reporter's; without a known reporter the one pupil there is
     * @param alone no other pupil has a part of the case
     */
    public record OwnChildren(Long reporter, Set<UUID> pupils, boolean alone) {}

    /** The pupils of the case who are the reporter's. */
    @Transactional(readOnly = true)
    public OwnChildren children(UUID caseId) {
        List<Party> all = cases.parties(caseId).stream().filter(Party::isPupil).toList();
        Long reporter = reporter(caseId).orElse(null);
        Set<UUID> theirs = all.stream()
                .filter(p -> reporter == null ? all.size() == 1 : known.isFamily(reporter, p.personId()))
                .map(Party::id)
                .collect(Collectors.toSet());
        return new OwnChildren(reporter, theirs, all.size() <= 1);
    }

    /**
     * What somebody is asked who opens the first link to an address that nobody has confirmed: it may be mistyped, and then a
     * stranger has the mail. Empty when the address is confirmed, or the report holds nothing that only its writer knows.
     */
    @Transactional(readOnly = true)
    public Optional<OwnQuestion> question(UUID caseId) {
        return cases.file(caseId)
                .filter(file -> file.reporterAddress().equals("unconfirmed"))
                .flatMap(file -> recipients.report(caseId))
                .flatMap(entry -> OwnQuestion.of(Answers.fromJson(entry.json())));
    }

    /** The reporter's own page, through the gate. */
    public Optional<MyReport> read(UUID caseId) {
        return gate.open(byLink(caseId), caseId, Part.OWN_REPORT).map(this::view);
    }

    /** Adds what the family wrote; a closed case is opened again by it. */
    public void add(UUID caseId, Answers answers, List<FileContent> files) {
        write(caseId, answers, files, "new-information");
    }

    /** Opens a closed case again because the family wrote something that is already in it, and lets somebody read it. */
    public void openAgain(UUID caseId) {
        openAgain(cases.file(caseId).orElseThrow(), "new-information");
    }

    /** «Jeg blir ikke hørt»: somebody higher must answer. When the family says that the principal knew before, that day counts. */
    public void notHeard(UUID caseId, Answers answers) {
        raised(caseId, answers);
        write(caseId, answers, List.of(), NOT_HEARD);
    }

    /** The same of somebody who has another page in the case; what they wrote is kept there already. */
    public void notHeardElsewhere(UUID caseId, Answers answers) {
        raised(caseId, answers);
        CaseFile file = cases.file(caseId).orElseThrow();
        if (!file.open() || !processes.tell(NOT_HEARD, caseId)) {
            openAgain(file, NOT_HEARD);
        }
    }

    private void raised(UUID caseId, Answers answers) {
        String raised = answers.text("principalTold");
        if (raised.length() >= 10 && !LocalDate.parse(raised.substring(0, 10)).isAfter(LocalDate.now(clock))) {
            cases.principalKnew(caseId, LocalDate.parse(raised.substring(0, 10)));
        }
    }

    /** Sends a new link to the address that the report was sent from. */
    public void sendLinkAgain(UUID caseId) {
        cases.file(caseId)
                .ifPresent(file -> processes.start(
                        "send-link", caseId, file.schoolId(), Facts.none().with(Fact.LINK_KIND, "my-report")));
    }

    /** Who makes contact, and by when. */
    public Promise promise(CaseFile reported) {
        CaseFile file = links.goesOnIn(reported.id()).flatMap(cases::file).orElse(reported);
        Instant by = tasks.ofCase(file.id()).stream()
                .filter(t -> t.taskKey().equals("first-contact"))
                .map(TaskRow::dueAt)
                .findFirst()
                .orElseGet(() -> deadlines.dueAt(file.id(), "first-contact"));
        boolean owner = assignments.leadership(file.id().toString()).equals("school-owner");
        Optional<Person> person = owner
                ? Optional.empty()
                : Optional.ofNullable(assignments.responsible(file.id().toString()))
                        .flatMap(id -> directory.person(Long.parseLong(id)));
        LocalDate knew = knew(reported);
        return new Promise(
                person.map(Person::name).orElse(null),
                owner ? "school-owner" : "leadership",
                by,
                knew,
                workingDays.plus(knew, WORKING_DAYS_TO_STATSFORVALTER));
    }

    // Where a leader is accused nobody at the school is told; what was sent in was raised that day all the same.
    private LocalDate knew(CaseFile file) {
        return Optional.ofNullable(file.principalKnew())
                .orElseGet(() -> LocalDate.ofInstant(file.openedAt(), clock.getZone()));
    }

    private void write(UUID caseId, Answers answers, List<FileContent> files, String message) {
        CaseFile file = cases.file(caseId).orElseThrow();
        UUID entry = cases.addEntry(caseId, answers.formId(), null, "reporter", null, null, answers.toJson());
        files.forEach(f -> cases.addDocument(caseId, entry, f.name(), f.mediaType(), f.bytes()));
        cases.event(caseId, message, null, Map.of("entry", entry.toString()));
        Optional<UUID> goesOn = links.goesOnIn(caseId);
        if (goesOn.isPresent() && message.equals("new-information")) {
            toldElsewhere(caseId, entry, goesOn.get());
            return;
        }
        // Who is not heard is answered in their own case, where no other family reads: it is its own again.
        goesOn.ifPresent(other -> ownAgain(caseId));
        if (!file.open() || !processes.tell(message, caseId)) {
            openAgain(file, message);
        }
    }

    // Whoever has the case that goes on reads it there; the family that reported that one does not.
    private void toldElsewhere(UUID caseId, UUID entry, UUID goesOn) {
        UUID copy = copies.bringOne(caseId, entry, goesOn, joined.ownPupil(caseId, goesOn).orElse(null));
        cases.event(goesOn, "new-information", null, Map.of("entry", copy.toString()));
        CaseFile other = cases.file(goesOn).orElseThrow();
        if (!other.open() || !processes.tell("new-information", goesOn)) {
            openAgain(other, "new-information");
        }
    }

    private void ownAgain(UUID caseId) {
        links.part(caseId);
        cases.event(caseId, "case-parted-by-family", null, Map.of());
    }

    private void openAgain(CaseFile file, String message) {
        if (file.lane() != null) {
            throw new IllegalStateException("A case in a closed lane is no case of the school");
        }
        processes.startByMessage("case-reopened", file.id(), file.schoolId(), Reopening.facts(file, assignments));
        processes.tell(message, file.id());
    }

    private MyReport view(OpenCase open) {
        List<Entry> written = open.entries().stream()
                .filter(e -> e.authorKind().equals("reporter"))
                .toList();
        var own = written.stream().map(Entry::id).toList();
        CaseFile file = joined.asItGoesOn(open.file());
        return new MyReport(
                file,
                written,
                open.attachments().stream().filter(a -> own.contains(a.entryId())).toList(),
                open.entries().stream().filter(e -> !e.authorKind().equals("reporter")).toList(),
                IntStream.rangeClosed(1, 5).mapToObj(n -> step(open, file, n)).toList(),
                promise(open.file()));
    }

    // What is done with other families' children is theirs, also when it was done.
    private FamilyStep step(OpenCase opened, CaseFile file, int number) {
        if (number == 1) {
            return new FamilyStep(1, FamilyStep.State.DONE, file.openedAt());
        }
        List<TaskRow> rows = Stream.concat(
                        tasks.ofCase(file.id()).stream().filter(t -> t.pupil() == null || opened.sees(t.pupil())),
                        joined.tasksElsewhere(file.id()).stream())
                .filter(t -> Integer.valueOf(number).equals(t.familyStep()))
                .filter(t -> !t.state().equals("cancelled"))
                .toList();
        Optional<TaskRow> open = rows.stream().filter(TaskRow::open).min(Comparator.comparing(TaskRow::createdAt));
        if (open.isPresent()) {
            return new FamilyStep(number, FamilyStep.State.NOW, open.get().createdAt());
        }
        return rows.stream()
                .map(TaskRow::endedAt)
                .max(Instant::compareTo)
                .map(at -> new FamilyStep(number, FamilyStep.State.DONE, at))
                .orElse(new FamilyStep(
                        number, file.open() ? FamilyStep.State.LATER : FamilyStep.State.NOT_NEEDED, null));
    }
}
