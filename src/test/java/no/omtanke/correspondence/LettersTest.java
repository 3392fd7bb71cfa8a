package no.omtanke.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.imageio.ImageIO;
import no.omtanke.organization.Letterhead;
import no.omtanke.form.ReadAnswer;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Letters can be kept for good (PDF/A-2a) and read by everybody (PDF/UA-1), whatever stands in them. */
class LettersTest {

    private static final Locale NB = Locale.forLanguageTag("nb");
    private static final Locale NN = Locale.forLanguageTag("nn");
    private static final Letters LETTERS = new Letters(texts(), () -> new Letterhead("Rådhusgata 1\n0001 Solvik", arms(60, 72)));

    @ParameterizedTest
    @ValueSource(strings = {"nb", "nn", "en"})
    void every_letter_meets_both_standards(String language) throws Exception {
        Locale locale = Locale.forLanguageTag(language);
        sound("plan-" + language, LETTERS.plan(Samples.plan(4, 0), locale));
        sound("evaluation-" + language, LETTERS.evaluation(Samples.evaluation(4, 0), locale));
        for (String kind : List.of("referral", "ppt-answer", "expert-assessment")) {
            sound("support-" + kind + "-" + language, LETTERS.pdf(support(kind, locale)));
        }
        if (!language.equals("en")) {
            sound("plan-short-" + language, LETTERS.plan(Samples.shortPlan(), locale));
            sound("plan-long-" + language, LETTERS.plan(Samples.plan(60, 12), locale));
            sound("evaluation-short-" + language, LETTERS.evaluation(Samples.shortEvaluation(), locale));
            sound("evaluation-long-" + language, LETTERS.evaluation(Samples.evaluation(60, 12), locale));
        }
    }

    @Test
    void a_letter_says_everything_in_the_order_it_is_read() throws IOException {
        assertThat(words(LETTERS.plan(Samples.plan(2, 0), NB)))
                .containsSubsequence(
                        "Åsgård skole", "Solvik kommune", "Aktivitetsplan", "Åse Ødegård", "6A",
                        "Godkjent 23. november 2026 av Kari Bjørnebråten", "30. november 2026", "Dette skal planen løse",
                        "«flyttelass» etter henne – særlig", "Elevens egen opplevelse", "«Jeg vil bare være med.»",
                        "lest høyt for eleven, og eleven er delvis enig", "Ikke bytt plass på meg.",
                        "Bjørn Ødegård", "Enig i planen.", "Frøydis Ærlig", "Uenig i planen.", "Det er for få voksne ute.",
                        "Håkon Ærlig", "Har ikke svart", "Dette er målet", "Dette skal skolen gjøre",
                        "Møter Åse", "Hvorfor: Det er på vei", "Andre elever", "Hver uke", "fra 23.11.2026",
                        "til 23.12.2026", "Lærer Østbye-", "07.12.2026", "Hvorfor alle tiltakene gjelder eleven",
                        "Først spør vi eleven", "Skolehelsetjenesten", "Vi kan ikke vente", "Dette kan dere kreve",
                        "Ansvarlig for planen er Kari Bjørnebråten, rektor.", "22 00 00 00", "Statsforvalteren i Solvik");
        assertThat(words(LETTERS.evaluation(Samples.evaluation(2, 0), NN)))
                .containsSubsequence(
                        "Evaluering 4 av aktivitetsplanen", "Eleven svarer sjølv", "Trygt (4 av 5)", "At Østbye møter meg.",
                        "ikke trygg.", "Det føresette seier", "Meiner at barnet har det trygt", "Er usikker", "Tiltaka",
                        "Delvis", "Gjort: 11", "Ikkje gjort: 1", "Blir endra", "Vurderinga til skulen", "Gymmen må bli trygg.",
                        "Planen skal endrast.", "(PPT)", "Slik har det gått", "Veldig utrygt (1 av 5)", "Ikkje spurd",
                        "Dette kan de krevje");
    }

    @Test
    void every_page_names_the_school_the_case_and_its_number() throws IOException {
        byte[] pdf = LETTERS.plan(Samples.plan(20, 1), NB);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isGreaterThan(2);
            for (int page = 1; page <= pages; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document).replaceAll(" +", " "))
                        .contains("Solvik kommune", "Åsgård skole", "Sak SO26-7KQ2MX", "23. november 2026")
                        .contains("Side " + page + " av " + pages);
            }
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("nb");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Aktivitetsplan for Åse Ødegård, versjon 2");
        }
    }

    @Test
    void a_screen_reader_finds_headings_table_heads_and_the_picture_in_words() throws IOException {
        Structure structure = Structure.of(LETTERS.evaluation(Samples.evaluation(4, 0), NB));
        assertThat(structure.kinds()).contains("H1", "H2", "H3", "Table", "TH", "TD", "L", "LI", "Figure");
        assertThat(structure.scopes()).containsOnly("Column", "Row");
        assertThat(structure.alternatives())
                .containsExactly(
                        "Kommunevåpenet til Solvik kommune",
                        "Elevens svar på 3 evalueringer, fra «Veldig utrygt» til «Trygt»."
                        + " Alle svarene står i tabellen under.");
    }

    @Test
    void whatever_somebody_wrote_stands_there_and_nothing_more() throws Exception {
        String odd = "no ${7*7} [[${7*7}]] #{letter.page} <b>x</b> &amp; '\u0000\u000b {0} https://solvik.example/"
                + "a".repeat(200) + " Zażółć gęślą jaźń. Привет. \u0633\u0644\u0627\u0645 \ud83d\ude00 \ud83e\udd70 \u4f60 \ufffe";
        PlanLetter plan = Samples.plan(1, 0, odd);
        byte[] pdf = LETTERS.plan(plan, NB);
        sound("plan-odd", pdf);
        assertThat(words(pdf))
                .contains("no ${7*7} [[${7*7}]] #{letter.page} <b>x</b> &amp; ' {0}", "Zażółć gęślą jaźń. Привет.");
    }

    @Test
    void a_measure_that_is_longer_than_a_page_goes_on_on_the_next() throws Exception {
        byte[] pdf = LETTERS.plan(Samples.plan(2, 0, "Vi følger med i hvert friminutt. ".repeat(150) + "Slutt."), NB);
        sound("plan-long-measure", pdf);
        assertThat(words(pdf)).contains("Slutt.");
    }

    @Test
    void what_is_not_known_yet_is_said() throws Exception {
        byte[] pdf = LETTERS.plan(Samples.draft(), NB);
        sound("plan-draft", pdf);
        assertThat(words(pdf))
                .contains("Aktivitetsplan, versjon 1", "Utkast. Planen gjelder ikke ennå.", "Eleven er ikke hørt om planen ennå.")
                .doesNotContain("null");
    }

    @Test
    void the_check_itself_sees_what_is_missing() throws Exception {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            document.save(plain);
        }
        assertThat(PdfCheck.failures(plain.toByteArray(), PDFAFlavour.PDFA_2_A)).isNotEmpty();
        assertThat(PdfCheck.failures(plain.toByteArray(), PDFAFlavour.PDFUA_1)).isNotEmpty();
    }

    /** What a decision's template shows, in the shape in which the decisions give it. */
    public record Parts(List<Said> outcome, List<Said> grounds, List<Said> basis) {}

    public record Said(String label, List<String> values) {}

    public record Signature(String name, String title, String place) {}

    public record Point(String said, String view) {}

    @ParameterizedTest
    @ValueSource(strings = {"nb", "nn", "en"})
    void decisions_and_what_becomes_of_appeals_meet_both_standards(String language) throws Exception {
        String words = "Eleven har hatt mye fravær i høst.\n\nSkolen har vurdert hva som er best for eleven. ".repeat(12);
        Map<String, Object> decided = new HashMap<>(Map.of(
                "toPupil", false,
                "pupil", "Åse Ødegård",
                "group", "6A",
                "number", "2026/17",
                "draft", false,
                "parts", new Parts(
                        List.of(new Said("Resultat", List.of("Innvilget delvis")), new Said("Dager", List.of("3"))),
                        List.of(new Said("Begrunnelse", List.of(words)), new Said("Elevens mening", List.of("Jeg vil på tur."))),
                        List.of(new Said("Hjemmel", List.of("Opplæringslova § 2-2")))),
                "window", "3 uker",
                "statsforvalter", "Statsforvalteren i Solvik",
                "signature", new Signature("Kari Bjørnebråten", "rektor", "Åsgård skole")));
        sound("decision-" + language, letter("decision", language, decided));
        decided.put("draft", true);
        decided.put("number", null);
        sound("decision-draft-" + language, letter("decision", language, decided));
        assertThat(words(letter("decision", language, decided))).doesNotContain("null");

        Map<String, Object> appealed = new HashMap<>(decided);
        appealed.putAll(Map.of(
                "draft", false,
                "number", "2026/18",
                "decision", "Vedtak om fri fra skolen",
                "decisionNumber", "2026/17",
                "madeOn", LocalDate.of(2026, 11, 23),
                "cameOn", LocalDate.of(2026, 12, 1),
                "appellant", "Bjørn Ødegård"));
        Map<String, Object> forwarded = new HashMap<>(appealed);
        forwarded.put("points", List.of(new Point("Tentamen kan tas senere.", words)));
        forwarded.put("documents", List.of("Vedtak nr. 2026/17", "Klagen", "reise.pdf"));
        sound("appeal-forwarding-" + language, letter("appeal-forwarding", language, forwarded));
        for (String outcome : List.of("upheld", "changed", "annulled")) {
            Map<String, Object> told = new HashMap<>(appealed);
            told.putAll(Map.of("outcome", outcome, "decidedOn", LocalDate.of(2027, 1, 20), "summary", "Vedtaket står."));
            sound("appeal-outcome-" + outcome + "-" + language, letter("appeal-outcome", language, told));
        }
    }

    private static byte[] letter(String template, String language, Map<String, Object> model) {
        return LETTERS.pdf(new Letter(
                template, Locale.forLanguageTag(language), "Vedtak", Samples.plan(1, 0).head(), model));
    }

    @Test
    void the_arms_stand_on_a_letter_with_their_name_and_a_letter_without_them_has_no_picture() throws Exception {
        Structure with = Structure.of(LETTERS.plan(Samples.shortPlan(), NB));
        assertThat(with.alternatives()).containsExactly("Kommunevåpenet til Solvik kommune");
        Letters bare = new Letters(texts(), () -> new Letterhead("", null));
        byte[] pdf = bare.plan(Samples.shortPlan(), NB);
        sound("plan-without-arms", pdf);
        assertThat(Structure.of(pdf).alternatives()).isEmpty();
    }

    @Test
    void bytes_that_are_no_picture_leave_the_name_alone() throws Exception {
        Letters broken = new Letters(texts(), () -> new Letterhead("", new byte[] {1, 2, 3}));
        byte[] pdf = broken.plan(Samples.shortPlan(), NB);
        assertThat(words(pdf)).contains("Solvik kommune");
    }

    private static byte[] arms(int width, int height) {
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(new Color(0x1F, 0x4E, 0x79));
        graphics.fillOval(0, 0, width, height);
        graphics.dispose();
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    @Test
    void a_letter_without_its_words_is_not_written() {
        Letter letter = new Letter("plan", Locale.forLanguageTag("fr"), "x", Samples.plan(1, 0).head(), Map.of());
        assertThatThrownBy(() -> LETTERS.pdf(letter)).hasStackTraceContaining("letter.date");
    }

    private static Letter support(String kind, Locale language) {
        List<ReadAnswer> said = List.of(
                new ReadAnswer("concern", "Hva er dere bekymret for?", List.of("Leser sakte.\n\nGir opp før timen er over."), 0),
                new ReadAnswer("measuresTried", "Tiltak skolen har prøvd", List.of("Hva?: Lydbok\nHvordan virket det?: Fulgte med lenger."), 0));
        return new Letter("support", language, "Henvisning til PPT: Åse Ødegård", Samples.plan(1, 0).head(), Map.of("kind", kind, "said", said));
    }

    private static void sound(String name, byte[] pdf) throws Exception {
        Files.createDirectories(Path.of("target/letters"));
        Files.write(Path.of("target/letters", name + ".pdf"), pdf);
        assertThat(PdfCheck.failures(pdf, PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)).as(name).isEmpty();
    }

    private static String words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("[ \u00a0]+", " ");
        }
    }

    private static ResourceBundleMessageSource texts() {
        ResourceBundleMessageSource texts = new ResourceBundleMessageSource();
        texts.setBasename("messages/letter");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return texts;
    }
}
