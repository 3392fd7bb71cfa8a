package no.omtanke.correspondence;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;

/** What a screen reader is told about a PDF: its elements in order, the scope of table heads, and pictures in words. */
record Structure(List<String> kinds, List<String> scopes, List<String> alternatives) {

    static Structure of(byte[] pdf) throws IOException {
        Structure found = new Structure(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try (PDDocument document = Loader.loadPDF(pdf)) {
            found.walk(document.getDocumentCatalog().getStructureTreeRoot());
        }
        return found;
    }

    private void walk(PDStructureNode node) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                kinds.add(element.getStructureType());
                if (element.getAlternateDescription() != null) {
                    alternatives.add(element.getAlternateDescription());
                }
                if (element.getStructureType().equals("TH")) {
                    scopes.add(scope(element.getCOSObject().getDictionaryObject(COSName.A)));
                }
                walk(element);
            }
        }
    }

    private static String scope(COSBase attributes) {
        COSBase first = attributes instanceof COSArray several ? several.getObject(0) : attributes;
        return first instanceof COSDictionary dictionary ? dictionary.getNameAsString("Scope") : null;
    }
}
