package no.omtanke.exemption;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.OpenCase;
import no.omtanke.form.Answers;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.ReadAnswer;
import no.omtanke.form.Reading;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.process.FamilyAnswers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a school has answered to a notice of exemption, for whom it was answered. */
@Component
class ExemptionAnswers implements FamilyAnswers {

    private static final int NEWEST = 20;

    /** What the family reads of the school's forms; the rest is between those who work there. */
    private static final Set<String> FOR_THE_FAMILY = Set.of("insteadTeaching", "insteadFrom", "refusalGrounds");

    private final JdbcClient jdbc;
    private final Directory directory;
    private final ExemptionFamily family;
    private final CaseGate gate;
    private final FormCatalog catalog;
    private final Reading reading;

    ExemptionAnswers(
            JdbcClient jdbc, Directory directory, ExemptionFamily family, CaseGate gate, FormCatalog catalog, Reading reading) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.family = family;
        this.gate = gate;
        this.catalog = catalog;
        this.reading = reading;
    }

    @Override
    public String address() {
        return "fritak";
    }

    @Override
    public List<String> references(long person) {
        Long[] pupils = Stream.concat(Stream.of(person), directory.pupilsOf(person).stream().map(p -> p.person().id()))
                .toArray(Long[]::new);
        return jdbc.sql(
                        """
                        select distinct c.id, c.reference, c.opened_at from case_file c join case_party p on p.case_id = c.id
                         where c.kind = 'exemption' and p.role = 'affected' and p.removed_at is null and p.person_id = any(:pupils)
                         order by c.opened_at desc limit :most
                        """)
                .param("pupils", pupils)
                .param("most", NEWEST)
                .query((row, n) -> new Known(row.getObject("id", UUID.class), row.getString("reference")))
                .list()
                .stream()
                .filter(known -> tells(known.id(), person))
                .map(Known::reference)
                .toList();
    }

    @Override
    public Optional<List<Line>> read(long person, String reference, Locale locale) {
        return jdbc.sql("select id from case_file where reference = ? and kind = 'exemption'")
                .param(reference)
                .query(UUID.class)
                .optional()
                .filter(id -> tells(id, person))
                .flatMap(id -> gate.open(reader(id, person), id, Part.OWN_REPORT))
                .map(open -> lines(open, locale));
    }

    private record Known(UUID id, String reference) {}

    private boolean tells(UUID caseId, long person) {
        return family.told(caseId).stream().anyMatch(told -> told.id() == person);
    }

    private Reader reader(UUID caseId, long person) {
        String name = directory.person(person).map(Person::name).orElseThrow();
        return new Reader(person, name, Set.of("link:" + caseId));
    }

    // What was sent, and the newest answer; a notice that did not stand has none.
    private List<Line> lines(OpenCase open, Locale locale) {
        Stream<Line> sent = open.entries().stream()
                .filter(entry -> entry.formId().equals("exemption-notice"))
                .flatMap(entry -> said(entry.formId(), entry.json(), locale));
        Stream<Line> answer = open.entries().stream()
                .filter(entry -> Set.of("arrange-teaching", "decide-exemption").contains(entry.formId()))
                .map(entry -> said(entry.formId(), entry.json(), locale).filter(Line::answer).toList())
                .filter(lines -> !lines.isEmpty())
                .reduce((first, second) -> second)
                .stream()
                .flatMap(List::stream);
        return Stream.concat(sent, answer).toList();
    }

    private Stream<Line> said(String form, String json, Locale locale) {
        return reading.read(catalog.form(form), Answers.fromJson(json), locale).stream()
                .map(answer -> line(answer, FOR_THE_FAMILY.contains(answer.key())));
    }

    private static Line line(ReadAnswer answer, boolean ofTheSchool) {
        return new Line(answer.label(), String.join("\n", answer.values()), ofTheSchool);
    }
}
