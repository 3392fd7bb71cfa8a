package no.omtanke.web;

import java.util.ArrayList;
import java.util.List;
import no.omtanke.form.Choice;
import no.omtanke.form.FieldView;
import no.omtanke.form.ListItem;

/** One field of every type. */
final class GalleryFields {

    private GalleryFields() {}

    static List<FieldView> all(boolean wrong, String accused) {
        String error = wrong ? "Skriv hva som har skjedd." : null;
        List<FieldView> fields = new ArrayList<>();
        fields.add(field("intro", "text", "Det du skriver her, ser bare de som arbeider med saken.", null, false, null, null));
        fields.add(field("what", "textarea", "Hva har skjedd?", "Fortell med dine egne ord. Det trenger ikke være langt.", true, null, error));
        fields.add(new FieldView("phone", "phone", "textfield", "Telefon", null, true, null, List.of(),
                wrong ? "Skriv et telefonnummer med åtte siffer." : null, List.of(), List.of(), null, "tel", "tel", 20, false, List.of()));
        fields.add(choices("feeling", "faces", "Hvordan har du det?", wrong ? "Velg det som passer best." : null, false,
                c("1", "Veldig dårlig"), c("2", "Dårlig"), c("3", "Sånn passe"), new Choice("4", "Bra", true, null), c("5", "Veldig bra")));
        fields.add(choices("accused", "radio", "Gjelder det en ansatt?", null, true,
                new Choice("no", "Nei", accused.equals("no"), null), new Choice("employee", "Ja, en som jobber på skolen", accused.equals("employee"), null)));
        if (accused.equals("employee")) {
            fields.add(field("who", "textfield", "Hvem gjelder det?", null, false, null, null));
        }
        fields.add(choices("where", "checklist", "Hvor skjer det?", wrong ? "Velg minst ett sted." : null, false,
                c("yard", "I skolegården"), c("bus", "På skolebussen"), c("phone", "På mobil eller nett")));
        fields.add(choices("school", "select", "Skole", null, false, c("1", "Fjellet skole"), new Choice("6a", "Emma Solberg (6A)", false, "6. trinn")));
        fields.add(choices("pupil", "directory", "Elev", null, false, c("5", "Emma Solberg (6A)"), c("6", "Noah Bakke (6B)")));
        fields.add(field("talk", "datetime", "Når snakket dere sammen?", null, true, "2026-11-23T13:30", wrong ? "Velg en dag som har vært." : null));
        fields.add(field("evaluated", "date", "Neste kontakt", null, true, "2026-11-30", null));
        fields.add(field("count", "number", "Hvor mange ganger?", null, false, null, null));
        fields.add(field("rights", "checkbox", "Jeg har forklart rettighetene", "Til eleven og til foresatte.", true, "true", null));
        fields.add(new FieldView("files", "files", "file", "Vedlegg", "Bilder eller dokumenter, høyst 10 MB.", false, null,
                List.of(), null, List.of(), List.of(), null, null, null, null, false, List.of("skjermbilde.png")));
        fields.add(field("line", "separator", "", null, false, null, null));
        var inner = List.of(field("sources[0].date", "date", "Dato", null, true, null, wrong ? "Velg en dato." : null),
                field("sources[0].found", "textarea", "Hva fant dere?", null, true, null, null));
        fields.add(new FieldView("sources", "sources", "list", "Kilder", "Legg til én for hver samtale eller observasjon.", true,
                null, List.of(), null, List.of(), List.of(new ListItem(0, inner)), "Legg til en kilde", null, null, null, false, List.of()));
        return List.of(new FieldView("about", "about", "group", "Hva skjer?", "Vi spør for å kunne hjelpe.", false, null, List.of(),
                null, fields, List.of(), null, null, null, null, false, List.of()));
    }

    private static FieldView field(String name, String type, String label, String help, boolean required, String value, String error) {
        return new FieldView(name, name.replaceAll("[^a-zA-Z]", "-"), type, label, help, required, value, List.of(), error,
                List.of(), List.of(), null, null, type.equals("number") ? "numeric" : null, null, false, List.of());
    }

    private static FieldView choices(String name, String type, String label, String error, boolean refresh, Choice... choices) {
        return new FieldView(name, name, type, label, null, true, null, List.of(choices), error, List.of(), List.of(),
                null, null, null, null, refresh, List.of());
    }

    private static Choice c(String value, String label) {
        return new Choice(value, label, false, null);
    }
}
