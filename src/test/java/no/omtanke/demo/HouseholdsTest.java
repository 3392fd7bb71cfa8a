package no.omtanke.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import no.omtanke.demo.SolvikStaff.OpenedClass;
import org.junit.jupiter.api.Test;

class HouseholdsTest {

    private static final List<OpenedClass> CLASSES = Arrays.stream(SolvikSchool.values())
            .flatMap(school -> school.classes().stream()
                    .map(each -> new OpenedClass(0, each.grade(), each.name(), school)))
            .toList();

    private final List<List<OpenedClass>> households = Households.places(CLASSES);

    @Test
    void fillEveryClassAlike() {
        List<OpenedClass> places = households.stream().flatMap(List::stream).toList();
        assertThat(CLASSES).allSatisfy(each -> assertThat(places).filteredOn(each::equals).hasSize(3));
    }

    @Test
    void haveSiblingsAtTwoSchoolsAndAtOne() {
        assertThat(households).anyMatch(household -> schools(household) == 2);
        assertThat(households).anyMatch(household -> household.size() == 2 && schools(household) == 1);
    }

    @Test
    void haveSiblingsWithYearsBetweenThem() {
        assertThat(households)
                .filteredOn(household -> household.size() == 2)
                .allMatch(household -> household.get(1).grade() - household.get(0).grade() > 1);
    }

    @Test
    void areOfEveryKindAndBackground() {
        assertThat(IntStream.range(0, households.size()).mapToObj(Households::kind))
                .contains(Households.Kind.values());
        assertThat(IntStream.range(0, households.size()).mapToObj(Households::background))
                .contains(Background.values());
    }

    private static long schools(List<OpenedClass> household) {
        return household.stream().map(OpenedClass::school).distinct().count();
    }
}
