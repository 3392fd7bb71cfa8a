package no.omtanke.signin;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes as the standard and every app make them. */
class TotpTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final int MARGIN = 4;

    @ParameterizedTest
    @CsvSource({
        "59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "2000000000,279037",
        "20000000000,353130"
    })
    void makes_the_codes_that_the_standard_gives_as_examples(long second, String code) {
        assertThat(Totp.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
    void writes_secrets_as_the_standard_does(String bytes, String text) {
        assertThat(Totp.base32(bytes.getBytes(StandardCharsets.US_ASCII))).isEqualTo(text);
    }

    @Property
    void a_code_holds_for_its_half_minute_and_the_ones_beside_it(@ForAll @LongRange(min = 1000, max = 4_000_000_000L) long second) {
        byte[] secret = Totp.drawSecret();
        Instant made = Instant.ofEpochSecond(second);
        String code = Totp.code(secret, made);
        assertThat(Totp.stepOf(secret, code, made)).isPresent();
        assertThat(Totp.stepOf(secret, code, made.plusSeconds(30))).isPresent();
        assertThat(Totp.stepOf(secret, code, made.minusSeconds(30))).isPresent();
        // By chance one in a few hundred thousand is the same code.
        assertThat(Totp.stepOf(secret, code, made.plusSeconds(90)).equals(Totp.stepOf(secret, code, made)))
                .isFalse();
        assertThat(Totp.stepOf(secret, "", made)).isEmpty();
        assertThat(Totp.stepOf(secret, code + "0", made)).isEmpty();
    }

    @Test
    void the_picture_says_what_the_app_must_know() throws Exception {
        String address = Totp.address(SECRET, "kari nordmann@solvik");
        assertThat(address)
                .isEqualTo("otpauth://totp/Omtanke:kari%20nordmann%40solvik?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Omtanke");
        assertThat(new Decoder().decode(dots(QrPicture.of(address))).getText()).isEqualTo(address);
    }

    private static BitMatrix dots(String svg) {
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+)").matcher(svg);
        assertThat(box.find()).isTrue();
        BitMatrix dots = new BitMatrix(Integer.parseInt(box.group(1)) - 2 * MARGIN);
        Matcher dot = Pattern.compile("M(\\d+) (\\d+)h1").matcher(svg);
        while (dot.find()) {
            dots.set(Integer.parseInt(dot.group(1)) - MARGIN, Integer.parseInt(dot.group(2)) - MARGIN);
        }
        return dots;
    }
}
