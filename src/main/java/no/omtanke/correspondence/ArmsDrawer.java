package no.omtanke.correspondence;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import javax.imageio.ImageIO;
import org.w3c.dom.Element;

/** Draws the municipality's coat of arms as it was uploaded, upright and in its own proportions, on white: a letter has nothing that shines through. */
final class ArmsDrawer implements FSObjectDrawer {

    static final String TYPE = "omtanke/arms";

    private final BufferedImage arms;

    ArmsDrawer(byte[] png) {
        this.arms = png == null ? null : read(png);
    }

    /** Null when the bytes are no picture: then the name stands alone. */
    private static BufferedImage read(byte[] png) {
        try {
            BufferedImage read = ImageIO.read(new ByteArrayInputStream(png));
            if (read == null) {
                return null;
            }
            BufferedImage onWhite = new BufferedImage(read.getWidth(), read.getHeight(), BufferedImage.TYPE_INT_RGB);
            Graphics2D graphics = onWhite.createGraphics();
            graphics.drawImage(read, 0, 0, Color.WHITE, null);
            graphics.dispose();
            return onWhite;
        } catch (IOException unreadable) {
            return null;
        }
    }

    @Override
    public Map<Shape, String> drawObject(
            Element element,
            double x,
            double y,
            double width,
            double height,
            OutputDevice device,
            RenderingContext context,
            int dotsPerPixel) {
        if (arms != null) {
            device.drawWithGraphics(
                    (float) x,
                    (float) y,
                    (float) width / dotsPerPixel,
                    (float) height / dotsPerPixel,
                    graphics -> draw(graphics, width / dotsPerPixel, height / dotsPerPixel));
        }
        return null;
    }

    private void draw(Graphics2D graphics, double width, double height) {
        // To be kept for good a picture must not ask to be smoothed when it is shown.
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        double scale = Math.min(width / arms.getWidth(), height / arms.getHeight());
        graphics.drawImage(arms, 0, 0, (int) Math.round(arms.getWidth() * scale), (int) Math.round(arms.getHeight() * scale), null);
    }
}
