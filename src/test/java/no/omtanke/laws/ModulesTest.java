package no.omtanke.laws;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.TreeSet;
import no.omtanke.OmtankeApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The rooms and floors of the house: an upper floor imports lower ones, never the other way and never its neighbour. */
class ModulesTest {

    /** A new room is given its floor here, on purpose. */
    private static final Map<String, Integer> FLOORS = Map.ofEntries(
            Map.entry("organization", 1),
            Map.entry("access", 1),
            Map.entry("calendar", 1),
            Map.entry("vault", 1),
            Map.entry("network", 1),
            Map.entry("redaction", 1),
            Map.entry("casefile", 2),
            Map.entry("form", 2),
            Map.entry("correspondence", 2),
            Map.entry("process", 3),
            Map.entry("concern", 4),
            Map.entry("plan", 4),
            Map.entry("protection", 4),
            Map.entry("health", 4),
            Map.entry("decision", 4),
            Map.entry("application", 4),
            Map.entry("intervention", 4),
            Map.entry("support", 4),
            Map.entry("absence", 4),
            Map.entry("attendance", 5),
            Map.entry("leave", 4),
            Map.entry("escalation", 4),
            Map.entry("portal", 5),
            Map.entry("worklist", 5),
            Map.entry("history", 5),
            Map.entry("planboard", 5),
            Map.entry("dossier", 5),
            Map.entry("operations", 5),
            Map.entry("exemption", 4),
            Map.entry("administration", 5),
            Map.entry("signin", 5),
            // The demo plays the whole house, so it stands above its doors; nothing may lean on it.
            Map.entry("involvement", 4),
            Map.entry("demo", 6),
            Map.entry("web", 5));

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("no.omtanke");

    @Test
    void modules_use_each_other_only_as_declared_and_never_inside() {
        ApplicationModules.of(OmtankeApplication.class).verify();
    }

    @Test
    void floors_hold() {
        TreeSet<String> wrong = new TreeSet<>();
        for (JavaClass type : MAIN) {
            String room = room(type);
            if (room == null) {
                continue;
            }
            assertThat(FLOORS).as("the floor of %s", room).containsKey(room);
            type.getDirectDependenciesFromSelf().forEach(dependency -> {
                String other = room(dependency.getTargetClass());
                if (other != null && !other.equals(room) && FLOORS.get(other) >= FLOORS.get(room)) {
                    wrong.add(type.getName() + " uses " + dependency.getTargetClass().getName());
                }
            });
        }
        assertThat(wrong).isEmpty();
    }

    /** The module of a class; null for the program's own class, the embedded database and what is not ours. */
    private static String room(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length > 2 && type.getPackageName().startsWith("no.omtanke.") && !parts[2].equals("embedded")
                ? parts[2]
                : null;
    }
}
