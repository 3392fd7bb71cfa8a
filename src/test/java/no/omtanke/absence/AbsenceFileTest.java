package no.omtanke.absence;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is understood of a file, and what is said of one that is not. */
class AbsenceFileTest {

    private static final String FILE = "Elev-ID;Navn;Klasse;Dato;Timer;Fraværstype;Merknad\n"
            + "17;\"Ås, Kåre\";6 A;23.11.2026;;Syk;influensa\n"
            + "18;Bjørg Øye;6A;2026-11-20;1,5;Ugyldig;\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252", "ISO-8859-1"})
    void a_file_is_read_whatever_program_wrote_it(String charset) {
        AbsenceFile file = AbsenceFile.read(FILE.getBytes(Charset.forName(charset)));
        assertThat(file.problems()).isEmpty();
        assertThat(file.lines()).containsExactly(
                new FileLine(2, "17", "Ås, Kåre", "6 A", LocalDate.of(2026, 11, 23), AbsenceKind.NOTIFIED, null),
                new FileLine(3, "18", "Bjørg Øye", "6A", LocalDate.of(2026, 11, 20), AbsenceKind.UNEXCUSED, new BigDecimal("1.5")));
    }

    @Test
    void a_mark_in_front_says_the_charset_and_a_first_line_of_a_spreadsheet_the_separator() {
        byte[] text = ("\uFEFF" + FILE).getBytes(StandardCharsets.UTF_8);
        assertThat(AbsenceFile.read(text).lines()).hasSize(2);
        assertThat(AbsenceFile.read(("\uFEFF" + FILE).getBytes(StandardCharsets.UTF_16LE)).lines()).hasSize(2);
        AbsenceFile sheet = AbsenceFile.read(("sep=;\r\n" + FILE.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8));
        assertThat(sheet.lines()).extracting(FileLine::line).containsExactly(3, 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\t", ";"})
    void the_separator_is_found_out(String separator) {
        String file = FILE.replace("1,5", "\"1,5\"").replace(";", separator);
        assertThat(AbsenceFile.read(file.getBytes(StandardCharsets.UTF_8)).lines()).hasSize(2);
    }

    @Test
    void remarks_stay_unread_and_no_illness_is_kept() {
        AbsenceFile file = AbsenceFile.read(FILE.getBytes(StandardCharsets.UTF_8));
        assertThat(file.unread()).containsExactly("Merknad");
        assertThat(file.lines().toString() + file + file.lines().stream().map(FileLine::kind).toList())
                .doesNotContainIgnoringCase("influensa").doesNotContainIgnoringCase("syk");
    }

    @Test
    void a_national_identity_number_is_nobodys_local_number() {
        String file = "Id;Navn;Dato;Type\n01010112345;Kåre Ås;23.11.2026;Meldt\n";
        assertThat(AbsenceFile.read(file.getBytes(StandardCharsets.UTF_8)).lines().get(0).id()).isEmpty();
    }

    @Test
    void a_remark_over_several_lines_moves_the_numbers_of_the_lines_after_it() {
        String file = "Navn;Dato;Type;Merknad\nKåre Ås;23.11.2026;Meldt;\"en\nto\ntre\"\nBjørg Øye;31.02.2026;Meldt;\n";
        assertThat(problems(file)).containsExactly("5 day");
    }

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Navn;Dato;Type~Kåre;tirsdag;Meldt | 2 day",
                "Navn;Dato;Type~Kåre;;Meldt | 2 day",
                "Navn;Dato;Type~Kåre;23.11.2026;Influensa | 2 kind",
                "Navn;Dato;Type~;23.11.2026;Meldt | 2 nobody",
                "Navn;Dato;Type;Timer~Kåre;23.11.2026;Meldt;0 | 2 hours",
                "Navn;Dato;Type;Timer~Kåre;23.11.2026;Meldt;24 | 2 hours",
                "Navn;Dato;Type;Timer~Kåre;23.11.2026;Meldt;-1 | 2 hours",
                "Navn;Dato;Type~Kåre;23.11.2026;Meldt;mer;enn;det | 2 too-wide",
                "Navn;Dato;Type~Kåre;23.11.2026;Meldt~Kåre;23.11.2026;Ugyldig | 3 conflict",
                "Navn;Dato~Kåre;23.11.2026 | 1 no-kind",
                "Navn;Type~Kåre;Meldt | 1 no-day",
                "Dato;Type~23.11.2026;Meldt | 1 no-name",
                "Navn;Dato;Dato;Type~Kåre;23.11.2026;23.11.2026;Meldt | 1 twice",
                "Navn;Dato;Type | 0 no-lines",
            })
    void a_problem_is_said_with_its_line(String file, String problem) {
        assertThat(problems(file.replace("~", "\n"))).containsExactly(problem);
    }

    @Test
    void what_is_no_text_is_said_to_be_none() {
        assertThat(AbsenceFile.read(new byte[0]).problems()).extracting(FileProblem::code).containsExactly("empty");
        assertThat(AbsenceFile.read(new byte[] {'P', 'K', 3, 4, 20, 0, 6, 0}).problems()).extracting(FileProblem::code)
                .containsExactly("no-text");
        String many = "Navn;Dato;Type\n" + "Kåre;23.11.2026;Meldt\n".repeat(AbsenceFile.MOST_LINES + 1);
        assertThat(problems(many)).containsExactly("0 too-many");
    }

    @Property(tries = 500)
    void whatever_comes_is_read_or_refused(@ForAll @Size(max = 400) byte[] bytes) {
        AbsenceFile file = AbsenceFile.read(bytes);
        assertThat(file.problems().isEmpty()).isNotEqualTo(file.lines().isEmpty());
    }

    private static List<String> problems(String file) {
        return AbsenceFile.read(file.getBytes(StandardCharsets.UTF_8)).problems().stream()
                .map(problem -> problem.line() + " " + problem.code())
                .toList();
    }
}
