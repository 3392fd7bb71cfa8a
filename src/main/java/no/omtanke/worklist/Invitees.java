package no.omtanke.worklist;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import no.omtanke.concern.Invitations;
import no.omtanke.concern.Invitations.Invitation;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Guardian;
import no.omtanke.organization.Person;
import no.omtanke.organization.PupilEntry;
import org.springframework.stereotype.Component;

/** Whom a form may be sent to: a pupil's guardians, at the addresses on file and no others. */
@Component
class Invitees {

    private final Directory directory;
    private final Invitations invitations;
    private final Dates dates;

    Invitees(Directory directory, Invitations invitations, Dates dates) {
        this.directory = directory;
        this.invitations = invitations;
        this.dates = dates;
    }

    /** Pupils of one name in one class are told apart by their year of birth. */
    List<PupilChoice> pupils(int school) {
        List<PupilEntry> all = directory.pupils(school);
        Map<String, Long> times =
                all.stream().collect(Collectors.groupingBy(PupilEntry::label, Collectors.counting()));
        return all.stream()
                .map(p -> new PupilChoice(
                        p.person().id(), times.get(p.label()) == 1 ? p.label() : p.label() + ", " + p.person().birthDate()))
                .toList();
    }

    Optional<PupilChoice> pupil(int school, String label) {
        return pupils(school).stream().filter(p -> p.label().equalsIgnoreCase(label.strip())).findFirst();
    }

    Optional<PupilChoice> pupil(int school, long id) {
        return pupils(school).stream().filter(p -> p.id() == id).findFirst();
    }

    List<GuardianChoice> guardians(long pupil) {
        return directory.guardiansOf(pupil).stream()
                .map(Guardian::person)
                .distinct()
                .map(g -> new GuardianChoice(g.id(), g.name(), GuardianChoice.masked(g.email())))
                .toList();
    }

    List<SentInvitation> sentBy(long person, Locale locale) {
        return invitations.sentBy(person).stream().map(i -> words(i, locale)).toList();
    }

    private SentInvitation words(Invitation sent, Locale locale) {
        return new SentInvitation(
                name(sent.pupilId()), name(sent.guardianId()), dates.moment(sent.createdAt(), locale), sent.used());
    }

    private String name(long person) {
        return directory.person(person).map(Person::name).orElse("?");
    }
}
