package no.omtanke.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class InventedPeopleTest {

    @Test
    void areTheSameEveryTimeAndEachOnlyOnce() {
        List<String> people = draw();
        assertThat(people).doesNotHaveDuplicates().isEqualTo(draw());
    }

    @Test
    void haveAddressesThatEveryMailProgramTakes() {
        InventedAddresses addresses = new InventedAddresses();
        assertThat(addresses.email("Iŋgá.Hætta")).isEqualTo("inga.haetta@solvik.example");
        assertThat(addresses.email("Łukasz.Wójcik")).isEqualTo("lukasz.wojcik@solvik.example");
        assertThat(addresses.email("Bjørg.Øien")).isEqualTo("bjorg.oien@solvik.example");
        assertThat(addresses.email("Bjørg.Øien")).isEqualTo("bjorg.oien2@solvik.example");
    }

    @Test
    void havePhoneNumbersOfTheirOwn() {
        InventedAddresses addresses = new InventedAddresses();
        List<String> phones = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            phones.add(addresses.phone());
        }
        assertThat(phones).doesNotHaveDuplicates().allMatch(phone -> phone.matches("9\\d\\d 00 0\\d\\d"));
    }

    private static List<String> draw() {
        InventedNames names = new InventedNames();
        List<String> people = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Background background = Households.background(i);
            String family = names.familyName(background);
            people.add(names.adult(background, family) + " " + family);
            people.add(names.child(background, family) + " " + family);
        }
        return people;
    }
}
