package no.omtanke.signin;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;

/** Codes that change every half minute (RFC 6238), as every authenticator app makes them: SHA-1, six digits. */
final class Totp {

    private static final int SECRET_BYTES = 20;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final TimeBasedOneTimePasswordGenerator CODES = new TimeBasedOneTimePasswordGenerator();
    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {}

    static byte[] drawSecret() {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        return secret;
    }

    static long step(Instant at) {
        return at.getEpochSecond() / CODES.getTimeStep().toSeconds();
    }

    /** The half minute whose code this is: now, or the one before or after, because clocks differ and people type slowly. */
    static OptionalLong stepOf(byte[] secret, String code, Instant now) {
        OptionalLong found = OptionalLong.empty();
        for (int away = -1; away <= 1; away++) {
            Instant at = now.plus(CODES.getTimeStep().multipliedBy(away));
            boolean same = MessageDigest.isEqual(
                    code(secret, at).getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.UTF_8));
            found = same ? OptionalLong.of(step(at)) : found;
        }
        return found;
    }

    static String code(byte[] secret, Instant at) {
        try {
            return CODES.generateOneTimePasswordString(new SecretKeySpec(secret, "RAW"), at);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The secret as one types it, in groups of four. */
    static String inWords(byte[] secret) {
        return base32(secret).replaceAll("(.{4})(?!$)", "$1 ");
    }

    /** What the picture says to the app. */
    static String address(byte[] secret, String username) {
        return "otpauth://totp/Omtanke:" + URLEncoder.encode(username, StandardCharsets.UTF_8).replace("+", "%20") + "?secret="
                + base32(secret) + "&issuer=Omtanke";
    }

    static String base32(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte b : bytes) {
            held = held << 8 | b & 0xff;
            for (bits += 8; bits >= 5; bits -= 5) {
                text.append(BASE32.charAt(held >> bits - 5 & 31));
            }
        }
        return bits == 0 ? text.toString() : text.append(BASE32.charAt(held << 5 - bits & 31)).toString();
    }
}
