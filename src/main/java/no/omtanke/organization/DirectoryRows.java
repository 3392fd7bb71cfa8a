package no.omtanke.organization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;

/** How rows become people, and in which order Norwegians expect to find them. */
final class DirectoryRows {

    static final String PERSON =
            "p.id, p.given_name, p.family_name, p.email, p.phone, p.birth_date, p.language";

    private DirectoryRows() {}

    static Person person(ResultSet row, int number) throws SQLException {
        return new Person(
                row.getLong("id"),
                row.getString("given_name"),
                row.getString("family_name"),
                row.getString("email"),
                row.getString("phone"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("language"));
    }

    static PupilEntry pupil(ResultSet row, int number) throws SQLException {
        return new PupilEntry(
                person(row, number), row.getInt("school_id"), row.getInt("grade"), row.getString("class_name"));
    }

    static Comparator<Person> byName() {
        // A collator is not safe to share between threads.
        Collator norwegian = Collator.getInstance(Locale.forLanguageTag("nb-NO"));
        return Comparator.comparing(Person::familyName, norwegian)
                .thenComparing(Person::givenName, norwegian)
                .thenComparing(Person::id);
    }
}
