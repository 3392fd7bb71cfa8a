package no.omtanke.organization;

import java.time.LocalDate;

/** Public because tasks, cases and letters name people; e-mail, phone and birth date may be null. */
public record Person(
        long id,
        String givenName,
        String familyName,
        String email,
        String phone,
        LocalDate birthDate,
        String language) {

    public String name() {
        return givenName + " " + familyName;
    }

    /** An unknown birth date is no: people at school without one are taken for the age they most likely have. */
    public boolean hasTurned(int age, LocalDate today) {
        return birthDate != null && !birthDate.plusYears(age).isAfter(today);
    }

    /** Without name and address: this may reach a log. */
    @Override
    public String toString() {
        return "person " + id;
    }
}
