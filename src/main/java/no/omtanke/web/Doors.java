package no.omtanke.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import no.omtanke.access.Reader;

/** Which doors a signed-in reader finds in the header: those they may open, in the order of a day's work. */
final class Doors {

    private static final Set<String> SCHOOL_PEOPLE =
            Set.of("contact-teacher", "staff", "social-teacher", "leadership", "school-owner");

    private static final Set<String> SENDERS = Set.of("contact-teacher", "staff", "social-teacher", "leadership");

    private static final Set<String> HISTORIANS = Set.of("auditor", "leadership", "school-owner");

    private Doors() {}

    static List<Door> of(Reader reader, String currentPath) {
        List<Door> doors = new ArrayList<>();
        if (holdsAny(reader, SCHOOL_PEOPLE.stream())) {
            doors.add(door("/tasks", "layout.nav.tasks", currentPath));
            if (holdsAny(reader, SENDERS.stream())) {
                doors.add(door("/today", "layout.nav.today", currentPath));
            }
            if (reader.holds("contact-teacher") || reader.holds("leadership")) {
                doors.add(door("/absence", "layout.nav.absence", currentPath));
                doors.add(new Door("/leave/batch", "layout.nav.leave", currentPath.startsWith("/leave/")));
            }
            doors.add(door("/cases", "layout.nav.cases", currentPath));
            doors.add(door("/plans", "layout.nav.plans", currentPath));
            doors.add(door("/reports/new", "layout.nav.report", currentPath));
            doors.add(door("/reports/child-protection", "layout.nav.protection", currentPath));
        }
        if (reader.holds("health-service") && doors.isEmpty()) {
            doors.add(door("/tasks", "layout.nav.tasks", currentPath));
            doors.add(door("/cases", "layout.nav.cases", currentPath));
        }
        if (doors.isEmpty() && reader.holds("body")) {
            doors.add(door("/tasks", "layout.nav.tasks", currentPath));
        }
        if (reader.holds("administrator") && doors.isEmpty()) {
            doors.add(door("/plans/examples", "layout.nav.examples", currentPath));
        }
        if (holdsAny(reader, SENDERS.stream())) {
            doors.add(door("/reports/send-form", "layout.nav.invite", currentPath));
        }
        if (reader.holds("school-owner")) {
            doors.add(door("/supervision/new", "layout.nav.supervision", currentPath));
        }
        if (holdsAny(reader, HISTORIANS.stream())) {
            doors.add(door("/history", "layout.nav.history", currentPath));
        }
        if (reader.holds("administrator")) {
            doors.add(door("/administration", "layout.nav.administration", currentPath));
        }
        if (reader.holds("operator")) {
            doors.add(door("/operations", "layout.nav.operations", currentPath));
        }
        return doors;
    }

    private static boolean holdsAny(Reader reader, Stream<String> roles) {
        return roles.anyMatch(reader::holds);
    }

    private static Door door(String path, String key, String currentPath) {
        return new Door(path, key, currentPath.equals(path) || currentPath.startsWith(path + "/"));
    }
}
