package no.omtanke.absence;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The columns that are read of a file, by the headings that the schools' programs give them. Every other column is left unread. */
enum Column {
    ID("elevid", "elevnr", "elevnummer", "lokalid", "id", "pupilid", "studentid"),
    NAME("navn", "namn", "elev", "elevnavn", "elevnamn", "name", "pupil", "student"),
    GIVEN("fornavn", "førenamn", "givenname", "firstname"),
    FAMILY("etternavn", "etternamn", "familyname", "lastname", "surname"),
    GROUP("klasse", "gruppe", "basisgruppe", "class", "group"),
    DAY("dato", "date", "dag"),
    HOURS("timer", "timar", "antalltimer", "talpåtimar", "hours", "omfang"),
    KIND("type", "fraværstype", "fråværstype", "fravær", "fråvær", "kind", "absence");

    private final List<String> headings;

    Column(String... headings) {
        this.headings = List.of(headings);
    }

    static Optional<Column> of(String heading) {
        String plain = heading.toLowerCase(Locale.ROOT).replaceAll("[^a-zæøå]", "");
        return Arrays.stream(values()).filter(column -> column.headings.contains(plain)).findFirst();
    }
}
