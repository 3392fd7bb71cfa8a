package no.omtanke.correspondence;

import com.openhtmltopdf.extend.FSSupplier;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FSFontUseCase;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Turns XHTML into a PDF that carries its fonts and colours with it and whose structure a screen reader can follow. */
final class PdfPress {

    /** What XML cannot hold; somebody may have pasted it. */
    private static final Pattern NOT_XML =
            Pattern.compile("[^\\x09\\x0A\\x0D\\x20-\\uD7FF\\uE000-\\uFFFD\\x{10000}-\\x{10FFFF}]");

    private static final Set<FSFontUseCase> OWN = EnumSet.of(FSFontUseCase.DOCUMENT);
    private static final Set<FSFontUseCase> FALLBACK = EnumSet.of(FSFontUseCase.FALLBACK_FINAL);

    static {
        // Its log would name what it prints: the words of letters.
        XRLog.setLoggingEnabled(false);
    }

    private final byte[] colours = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
    private final byte[] regular = font("inter-400");
    private final byte[] bold = font("inter-600");
    private final byte[] otherRegular = font("dejavu-400");
    private final byte[] otherBold = font("dejavu-600");

    byte[] print(String xhtml) {
        return print(xhtml, null);
    }

    /** @param arms the municipality's coat of arms as a picture, or null */
    byte[] print(String xhtml, byte[] arms) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream(64 * 1024);
        DefaultObjectDrawerFactory drawers = new DefaultObjectDrawerFactory();
        drawers.registerDrawer(TrendDrawer.TYPE, new TrendDrawer());
        drawers.registerDrawer(ArmsDrawer.TYPE, new ArmsDrawer(arms));
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfAConformance(PdfAConformance.PDFA_2_A);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(colours);
        builder.withProducer("Omtanke");
        builder.useFont(bytes(regular), "Inter", 400, FontStyle.NORMAL, true, OWN);
        builder.useFont(bytes(bold), "Inter", 600, FontStyle.NORMAL, true, OWN);
        builder.useFont(bytes(otherRegular), "DejaVu Sans", 400, FontStyle.NORMAL, true, FALLBACK);
        builder.useFont(bytes(otherBold), "DejaVu Sans", 600, FontStyle.NORMAL, true, FALLBACK);
        // A sign that no font has must still be seen to have been there.
        builder.useReplacementText("\u25A1");
        builder.useObjectDrawerFactory(drawers);
        // A letter fetches nothing, whatever somebody wrote in it.
        builder.useExternalResourceAccessControl(
                (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.withHtmlContent(NOT_XML.matcher(xhtml).replaceAll(""), null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException("The letter could not be printed", e);
        }
        return pdf.toByteArray();
    }

    private static FSSupplier<InputStream> bytes(byte[] font) {
        return () -> new ByteArrayInputStream(font);
    }

    private static byte[] font(String name) {
        String file = "/letters/fonts/" + name + ".ttf";
        try (InputStream in = PdfPress.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("The font " + file + " is missing: the build fetches it");
            }
            return withoutSubstitutions(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // Ligatures take two thirds of the printing time and are copied badly: the font's table of them is hidden by renaming it.
    private static byte[] withoutSubstitutions(byte[] font) {
        int tables = ByteBuffer.wrap(font).getShort(4);
        for (int entry = 12; entry < 12 + 16 * tables; entry += 16) {
            if (new String(font, entry, 4, StandardCharsets.US_ASCII).equals("GSUB")) {
                font[entry] = 'X';
            }
        }
        return font;
    }
}
