package no.omtanke.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** Letters can be kept for good (PDF/A-2a) and read by everybody (PDF/UA-1), whatever stands in them. */
class LettersTest {

    private static final Letters LETTERS = new Letters(texts());

    @ParameterizedTest
    @ValueSource(strings = {"nb", "nn", "en"})
    void every_letter_meets_both_standards(String language) throws Exception {
        Locale locale = Locale.forLanguageTag(language);
        sound("plan-short-" + language, LETTERS.plan(Samples.shortPlan(), locale));
        sound("plan-" + language, LETTERS.plan(Samples.plan(4, 0), locale));
        sound("plan-long-" + language, LETTERS.plan(Samples.plan(60, 12), locale));
        sound("evaluation-short-" + language, LETTERS.evaluation(Samples.shortEvaluation(), locale));
        sound("evaluation-" + language, LETTERS.evaluation(Samples.evaluation(4, 0), locale));
        sound("evaluation-long-" + language, LETTERS.evaluation(Samples.evaluation(60, 12), locale));
    }

    private static void sound(String name, byte[] pdf) throws Exception {
        Files.createDirectories(Path.of("target/letters"));
        Files.write(Path.of("target/letters", name + ".pdf"), pdf);
        assertThat(PdfCheck.failures(pdf, PDFAFlavour.PDFA_2_A, PDFAFlavour.PDFUA_1)).as(name).isEmpty();
    }

    private static String words(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replace("\r", "");
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
