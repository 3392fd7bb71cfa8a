package no.omtanke.correspondence;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** veraPDF's answer in words: which rules a letter breaks, and where. */
public final class PdfCheck {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private PdfCheck() {}

    public static List<String> failures(byte[] pdf, PDFAFlavour... flavours) throws Exception {
        List<String> failures = new ArrayList<>();
        for (PDFAFlavour flavour : flavours) {
            try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                    PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                result.getTestAssertions().stream()
                        .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                        .map(assertion -> flavour + " " + assertion.getRuleId().getClause() + "-"
                                + assertion.getRuleId().getTestNumber() + ": " + assertion.getMessage() + " at "
                                + assertion.getLocation().getContext())
                        .forEach(failures::add);
                if (!result.isCompliant() && failures.isEmpty()) {
                    failures.add(flavour + ": not compliant");
                }
            }
        }
        return failures;
    }
}
