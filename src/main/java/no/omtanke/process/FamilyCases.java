package no.omtanke.process;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.omtanke.access.AccessLog;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.FileContent;
import no.omtanke.casefile.OpenCase;
import no.omtanke.casefile.Party;
import no.omtanke.correspondence.LinkPurpose;
import no.omtanke.correspondence.SecureLinks;
import no.omtanke.form.Answers;
import no.omtanke.form.Typed;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Guardian;
import no.omtanke.organization.Person;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a family applied for, as each guardian and the pupil see it through a link, and what they may do. Public because the portal opens
 * it. Whether somebody is of the family is asked anew every time.
 */
@Service
@Transactional
public class FamilyCases {

    private final List<FamilyCase> kinds;
    private final CaseFiles cases;
    private final CaseGate gate;
    private final Directory directory;
    private final TaskQueries tasks;
    private final TaskForms forms;
    private final SecureLinks links;
    private final CaseProcesses processes;
    private final AccessLog log;

    FamilyCases(
            List<FamilyCase> kinds,
            CaseFiles cases,
            CaseGate gate,
            Directory directory,
            TaskQueries tasks,
            TaskForms forms,
            SecureLinks links,
            CaseProcesses processes,
            AccessLog log) {
        this.kinds = kinds;
        this.cases = cases;
        this.gate = gate;
        this.directory = directory;
        this.tasks = tasks;
        this.forms = forms;
        this.links = links;
        this.processes = processes;
        this.log = log;
    }

    /**
     * What one member of the family sees. Public because the portal shows it.
     *
     * @param asked what is asked of this person now
     * @param all every task of the case, for its steps
     */
    public record Own(FamilyCase kind, OpenCase open, Person person, List<TaskRow> asked, List<TaskRow> all) {

        public CaseFile file() {
            return open.file();
        }
    }

    /** Opens it for the person of a link; empty when they may not see it any more. */
    public Optional<Own> open(UUID caseId, long person) {
        return kind(caseId).flatMap(kind -> reader(caseId, person)
                .flatMap(reader -> gate.open(reader, caseId, Part.OWN_APPLICATION).map(open -> {
                    List<TaskRow> all = tasks.ofCase(caseId);
                    List<TaskRow> asked = all.stream()
                            .filter(task -> task.open() && tasks.addressedTo(reader, task.taskId()))
                            .toList();
                    return new Own(kind, open, directory.person(person).orElseThrow(), asked, all);
                })));
    }

    /** Whether the person is the pupil or a guardian of today. */
    @Transactional(readOnly = true)
    public boolean theirs(UUID caseId, long person) {
        return kind(caseId).isPresent() && reader(caseId, person).isPresent();
    }

    /** The same; the links and sessions of one who is not are ended, and their rows and the log say so. */
    public boolean theirsOrEnd(UUID caseId, long person) {
        boolean theirs = theirs(caseId, person);
        if (!theirs && links.end(LinkPurpose.APPLICATION, caseId, person, "no-guardian")) {
            log.link(person, caseId, LinkPurpose.APPLICATION.via(), false, "ended-no-guardian");
        }
        return theirs;
    }

    /** Where mail to a member of the family goes: what the directory has today. */
    @Transactional(readOnly = true)
    public Optional<String> address(UUID caseId, long person) {
        return Optional.of(caseId)
                .filter(id -> theirs(id, person))
                .flatMap(id -> directory.person(person))
                .map(Person::email)
                .filter(email -> !email.isBlank());
    }

    /** Sends a new link to the address that the directory has for the person; nobody else is ever mailed by it. */
    public void sendAgain(UUID caseId, long person) {
        address(caseId, person).ifPresent(email -> processes.start(
                "send-own-application-link",
                caseId,
                cases.file(caseId).orElseThrow().schoolId(),
                Facts.none().with(Fact.GUARDIAN, String.valueOf(person))));
    }

    /** Sends the form of one of the person's tasks. Empty when it is not theirs. */
    public Optional<TaskForms.Sent> send(UUID caseId, long person, String taskId, Typed typed, Locale locale) {
        return reader(caseId, person)
                .flatMap(reader -> tasks.task(taskId)
                        .filter(task -> task.caseId().equals(caseId))
                        // A task that has just ended is still theirs to be told about.
                        .filter(task -> !task.open() || tasks.addressedTo(reader, taskId))
                        .map(task -> forms.send(reader, task, typed, List.of(), locale)));
    }

    /** Does one of the acts that the kind of case offers the person. @return false when it was too late, or cannot be */
    public boolean act(UUID caseId, long person, String address, Answers answers, List<FileContent> files) {
        Reader reader = reader(caseId, person).orElse(null);
        FamilyCase kind = kind(caseId).orElse(null);
        return reader != null
                && kind != null
                && gate.allows(reader, caseId, Part.OWN_APPLICATION)
                && kind.acts(caseId, person).stream().anyMatch(act -> act.address().equals(address))
                && kind.act(address, caseId, person, answers, files);
    }

    private Optional<FamilyCase> kind(UUID caseId) {
        return cases.file(caseId)
                .filter(file -> file.lane() == null)
                .flatMap(file -> kinds.stream().filter(k -> k.kind().equals(file.kind())).findFirst());
    }

    private Optional<Reader> reader(UUID caseId, long person) {
        return cases.parties(caseId).stream()
                .filter(party -> party.role().equals("affected") && party.personId() != null)
                .flatMap(pupil -> of(pupil, person).map(known -> {
                    Set<String> audiences = new HashSet<>(Set.of("application-link:" + caseId, "child:" + pupil.id()));
                    audiences.add(pupil.personId() == person ? "pupil:" + pupil.id() : "guardian:" + person);
                    return new Reader(person, known.name(), audiences);
                }))
                .findFirst();
    }

    // Nobody is a guardian of somebody who is 18.
    private Stream<Person> of(Party pupil, long person) {
        return pupil.personId() == person
                ? directory.person(person).stream()
                : directory.guardiansOf(pupil.personId()).stream()
                        .map(Guardian::person)
                        .filter(guardian -> guardian.id() == person);
    }
}
