package no.omtanke.application;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.organization.PupilEntry;
import no.omtanke.process.CaseProcesses;
import no.omtanke.process.Fact;
import no.omtanke.process.Facts;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who may apply for something, or tell the school something, by a link to the address that the directory has: guardians for their children,
 * pupils for themselves from 15. Public because the portal lets them in. Whether somebody may is asked anew every time.
 */
@Service
@Transactional
public class Applicants {

    /** From here on pupils decide on some matters of school themselves [barnelova § 32]. */
    private static final int SOME_MATTERS = 15;

    private final Directory directory;
    private final ApplicantStore store;
    private final CaseProcesses processes;
    private final Clock clock;

    Applicants(Directory directory, ApplicantStore store, CaseProcesses processes, Clock clock) {
        this.directory = directory;
        this.store = store;
        this.processes = processes;
        this.clock = clock;
    }

    /** Sends a link to everybody who has the address and may come in. Says nothing about whether there was anybody. */
    public void ask(String email) {
        directory.peopleWith(email).forEach(person -> send(person.id()));
    }

    /** Sends a new link to somebody who was here before. */
    public void askAgain(UUID subject) {
        store.person(subject).ifPresent(this::send);
    }

    private void send(long person) {
        children(person, SOME_MATTERS).stream().findFirst().ifPresent(child -> processes.start(
                "send-application-link", store.subject(person), child.schoolId(), Facts.none()));
    }

    /** Whose door it is; empty when they may not come in today. */
    @Transactional(readOnly = true)
    public Optional<Person> open(UUID subject) {
        return store.person(subject)
                .filter(person -> !children(person, SOME_MATTERS).isEmpty())
                .flatMap(directory::person);
    }

    /** The pupils whom the person may send something about, the eldest first. @param alone from which age a pupil may alone */
    @Transactional(readOnly = true)
    public List<PupilEntry> children(long person, int alone) {
        Stream<PupilEntry> self = directory.pupil(person).stream()
                .filter(pupil -> pupil.person().hasTurned(alone, LocalDate.now(clock)));
        return Stream.concat(self, directory.pupilsOf(person).stream()).toList();
    }
}
