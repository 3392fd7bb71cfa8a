package no.omtanke.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** A coat of arms is a picture of a sensible size and nothing else. */
class ArmsTest {

    @Test
    void a_picture_of_a_sensible_size_is_taken() throws IOException {
        assertThat(Arms.problem(picture("png", 40, 2000))).isEmpty();
        assertThat(Arms.problem(ArmsTest.class.getResourceAsStream("/demo/arms.png").readAllBytes())).isEmpty();
    }

    @Test
    void a_picture_that_is_too_small_or_too_large_is_not() throws IOException {
        assertThat(Arms.problem(picture("png", 39, 100))).contains("size");
        assertThat(Arms.problem(picture("png", 100, 2001))).contains("size");
    }

    @Test
    void what_is_no_picture_of_the_kind_is_not() throws IOException {
        assertThat(Arms.problem(picture("jpg", 100, 100))).contains("type");
        assertThat(Arms.problem("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8))).contains("type");
        byte[] torn = picture("png", 100, 100);
        assertThat(Arms.problem(java.util.Arrays.copyOf(torn, 60))).contains("type");
    }

    @Test
    void a_picture_that_says_it_is_huge_is_not_unpacked() throws IOException {
        byte[] bomb = picture("png", 100, 100);
        // Width and height stand from the sixteenth byte on.
        bomb[16] = 0x7f;
        bomb[20] = 0x7f;
        assertThat(Arms.problem(bomb)).isPresent();
    }

    private static byte[] picture(String format, int width, int height) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }
}
