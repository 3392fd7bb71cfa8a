package no.omtanke.correspondence;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.Map;
import org.w3c.dom.Element;

/** Draws the pupil's answers, 1 to 5, from left to right: lines and dots only, since its words stand in the table below. */
final class TrendDrawer implements FSObjectDrawer {

    static final String TYPE = "omtanke/trend";

    private static final Color GRID = new Color(0xC9, 0xD1, 0xD9);
    private static final Color LINE = new Color(0x1F, 0x4E, 0x79);
    private static final int LEVELS = 5;

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
        String[] answers = element.getAttribute("data-answers").split(" ");
        device.drawWithGraphics(
                (float) x,
                (float) y,
                (float) width / dotsPerPixel,
                (float) height / dotsPerPixel,
                graphics -> draw(graphics, answers, width / dotsPerPixel, height / dotsPerPixel));
        return null;
    }

    private static void draw(Graphics2D graphics, String[] answers, double width, double height) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        double margin = 8;
        double step = (height - 2 * margin) / (LEVELS - 1);
        graphics.setColor(GRID);
        graphics.setStroke(new BasicStroke(0.8f));
        for (int level = 0; level < LEVELS; level++) {
            graphics.draw(new Line2D.Double(0, margin + level * step, width, margin + level * step));
        }
        graphics.setColor(LINE);
        graphics.setStroke(new BasicStroke(2f));
        double apart = (width - 6 * margin) / Math.max(1, answers.length - 1);
        double beforeX = 0;
        double beforeY = -1;
        for (int i = 0; i < answers.length; i++) {
            if (answers[i].equals("-")) {
                continue;
            }
            double atX = 3 * margin + i * apart;
            double atY = margin + (LEVELS - Integer.parseInt(answers[i])) * step;
            if (beforeY >= 0) {
                graphics.draw(new Line2D.Double(beforeX, beforeY, atX, atY));
            }
            graphics.fill(new Ellipse2D.Double(atX - 4.5, atY - 4.5, 9, 9));
            beforeX = atX;
            beforeY = atY;
        }
    }
}
