package no.omtanke.portal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import no.omtanke.access.AccessLog;
import no.omtanke.access.Part;
import no.omtanke.access.Reading;
import no.omtanke.access.ShownToFamily;
import no.omtanke.casefile.CaseFile;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.organization.Role;
import no.omtanke.process.TaskQueries;
import no.omtanke.process.TaskRow;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** «Hvem har lest»: the part of the access log that is about one child, for that child's family. */
@Component
class FamilyReadings {

    private static final int NEWEST = 500;
    private static final String KIND = "school-environment";

    // Whoever has one of these is not named as a reader of what the school keeps: that they were there is told by consent only.
    private static final Set<Role> LANES = Set.of(Role.HEALTH_SERVICE);

    private static final List<Role> TELLING =
            List.of(Role.LEADERSHIP, Role.SCHOOL_OWNER, Role.SOCIAL_TEACHER, Role.CONTACT_TEACHER, Role.PPT);

    private final AccessLog log;
    private final TaskQueries tasks;
    private final Directory directory;
    private final When when;
    private final MessageSource texts;

    FamilyReadings(AccessLog log, TaskQueries tasks, Directory directory, When when, MessageSource texts) {
        this.log = log;
        this.tasks = tasks;
        this.directory = directory;
        this.when = when;
        this.texts = texts;
    }

    /**
     * Who asks, and about what.
     *
     * @param self the person, or null for somebody whom the directory does not know
     * @param pupils the parties who are theirs
     * @param alone no other pupil has a part of the case
     * @param documents what they may open themselves
     */
    record Family(
            CaseFile file, Part part, Long self, Set<UUID> pupils, boolean alone, Set<UUID> documents) {}

    /** Somebody's readings of one day. Public because the template engine reads it. */
    public record Line(String who, String role, String part, String when, int times) {}

    private record Group(Long person, boolean own, String part, String day) {}

    List<Line> of(Family family, Locale locale) {
        if (!family.file().kind().equals(KIND)) {
            return List.of();
        }
        Map<Group, List<Reading>> groups = new LinkedHashMap<>();
        for (Reading reading : log.ofCase(family.file().id(), NEWEST)) {
            boolean own = ShownToFamily.ownReading(reading, family.part(), family.self());
            if (own || ShownToFamily.staffReading(reading) && theirs(family, reading) && !lane(reading.personId())) {
                Group group = new Group(reading.personId(), own, part(reading), when.day(reading.at(), locale));
                groups.computeIfAbsent(group, g -> new ArrayList<>()).add(reading);
            }
        }
        return groups.entrySet().stream()
                .map(g -> line(family, g.getKey(), g.getValue(), locale))
                .toList();
    }

    // A reading of one thing is shown when the thing is theirs; one of which that cannot be said, when no other pupil is in the case.
    private boolean theirs(Family family, Reading reading) {
        if (reading.part() == Part.CONTENT && reading.thing() == null) {
            return true;
        }
        String[] thing = reading.thing() == null ? new String[] {"", ""} : reading.thing().split(":", 2);
        return switch (thing[0]) {
            case "task" -> tasks.task(thing[1])
                    .map(TaskRow::pupil)
                    .map(family.pupils()::contains)
                    .orElse(family.alone());
            case "pupil" -> thing[1].equals("null") ? family.alone() : family.pupils().contains(UUID.fromString(thing[1]));
            case "document" -> family.documents().contains(UUID.fromString(thing[1]));
            default -> family.alone();
        };
    }

    private boolean lane(long person) {
        return directory.rolesOf(person).stream().anyMatch(held -> LANES.contains(held.role()));
    }

    private Line line(Family family, Group group, List<Reading> readings, Locale locale) {
        String when = this.when.dayAndHour(readings.get(0).at(), locale);
        String part = text("part." + group.part(), locale);
        if (group.own()) {
            return new Line(text("you", locale), "", part, when, readings.size());
        }
        String name = family.self() == null
                ? ""
                : directory.person(group.person()).map(Person::name).orElse("");
        return new Line(name, role(family.file(), group.person(), locale), part, when, readings.size());
    }

    private static String part(Reading reading) {
        return reading.thing() != null && reading.thing().startsWith("document:")
                ? "document"
                : reading.part().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String role(CaseFile file, long person, Locale locale) {
        return TELLING.stream()
                .flatMap(role -> directory.rolesOf(person).stream()
                        .filter(held -> held.role() == role)
                        .filter(held -> held.schoolId() == null || held.schoolId() == file.schoolId()))
                .findFirst()
                .map(held -> text("role." + held.role().id() + (held.deputy() ? "-deputy" : ""), locale))
                .orElseGet(() -> text("role.none", locale));
    }

    private String text(String key, Locale locale) {
        return texts.getMessage("reads." + key, null, locale);
    }
}
