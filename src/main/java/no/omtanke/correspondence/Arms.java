package no.omtanke.correspondence;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** Whether a picture can stand on letters as a coat of arms. Public because administration takes one only then. */
public final class Arms {

    private static final int MOST_PIXELS = 2_000;
    private static final int FEWEST_PIXELS = 40;

    private Arms() {}

    /** What is wrong with it: {@code type} or {@code size}. Its size stands in its first bytes: it is not unpacked to find that it is a bomb. */
    public static Optional<String> problem(byte[] png) {
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(png))) {
            Iterator<ImageReader> readers = ImageIO.getImageReadersByFormatName("png");
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                int longest = Math.max(reader.getWidth(0), reader.getHeight(0));
                int shortest = Math.min(reader.getWidth(0), reader.getHeight(0));
                if (longest > MOST_PIXELS || shortest < FEWEST_PIXELS) {
                    return Optional.of("size");
                }
                reader.read(0);
                return Optional.empty();
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException unreadable) {
            return Optional.of("type");
        }
    }
}
