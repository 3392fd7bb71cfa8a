package no.omtanke.laws;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What no line of the program may do. */
class CodeLawsTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("no.omtanke");

    private static final DescribedPredicate<JavaCall<?>> READS_A_CLOCK_OF_ITS_OWN = describe(
            "asks for the time past the injected clock",
            call -> {
                String owner = call.getTargetOwner().getName();
                String name = call.getName();
                List<String> given = call.getTarget().getRawParameterTypes().stream()
                        .map(type -> type.getSimpleName())
                        .toList();
                return owner.startsWith("java.time.") && name.equals("now") && !given.contains("Clock")
                        || owner.equals("java.lang.System") && name.equals("currentTimeMillis")
                        || owner.equals("java.util.Date") && name.equals("<init>") && given.isEmpty()
                        || owner.equals("java.time.Clock") && name.startsWith("system");
            });

    @Test
    void only_process_knows_the_engine() {
        noClasses()
                .that()
                .resideOutsideOfPackage("no.omtanke.process..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.camunda.bpm..", "org.camunda.community..", "camundajar..")
                .check(MAIN);
    }

    @Test
    void only_form_knows_feel() {
        noClasses()
                .that()
                .resideOutsideOfPackage("no.omtanke.form..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda.feel..")
                .check(MAIN);
    }

    @Test
    void there_is_one_clock() {
        noClasses()
                .that()
                .doNotHaveSimpleName("ClockConfiguration")
                .should()
                .callCodeUnitWhere(READS_A_CLOCK_OF_ITS_OWN)
                .check(MAIN);
    }

    /** Attachments are bytes: what never unpacks, draws or parses them cannot be blown up by them. */
    @Test
    void nothing_opens_what_people_attach() {
        noClasses()
                .that()
                .resideOutsideOfPackages("no.omtanke.embedded..", "no.omtanke.correspondence..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.imageio..", "java.awt..", "java.util.zip..", "java.util.jar..", "org.apache.tika.parser..",
                        "org.apache.pdfbox..", "org.apache.poi..")
                .check(MAIN);
        noClasses()
                .that()
                .resideInAPackage("no.omtanke.correspondence..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("no.omtanke.casefile.FileContent")
                .check(MAIN);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.io.ObjectInputStream")
                .check(MAIN);
    }

    @Test
    void everything_is_logged_in_one_way() {
        noClasses()
                .that()
                .resideOutsideOfPackage("no.omtanke.embedded..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("java.util.logging..")
                .check(MAIN);
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethod(Throwable.class, "printStackTrace")
                .check(MAIN);
    }

    /** A public type says in its Javadoc why it is there for others. */
    @Test
    void public_types_have_javadoc() throws IOException {
        Pattern type = Pattern.compile(
                "(\\*/\\s*)?((?:@\\w+(?:\\([^;{]*?\\))?\\s*)*)^ *public (?:static |final |abstract |sealed |non-sealed )*"
                        + "(?:class|record|interface|enum|@interface) (\\w+)",
                Pattern.MULTILINE);
        List<String> without = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher found = type.matcher(Files.readString(file));
                while (found.find()) {
                    if (found.group(1) == null) {
                        without.add(file.getFileName() + ": " + found.group(3));
                    }
                }
            }
        }
        assertThat(without).isEmpty();
    }
}
