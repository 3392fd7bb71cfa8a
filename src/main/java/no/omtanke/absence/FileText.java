package no.omtanke.absence;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A file's bytes as text. What program wrote it says it in its first bytes, or is found out: text that is valid UTF-8 is UTF-8, and what is
 * not comes from a Norwegian Windows.
 */
record FileText(String text, String charset) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** Nothing when it is no text, such as a spreadsheet as it was saved. */
    static Optional<FileText> of(byte[] bytes) {
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            return text(bytes, 3, StandardCharsets.UTF_8);
        }
        if (begins(bytes, 0xFF, 0xFE)) {
            return text(bytes, 2, StandardCharsets.UTF_16LE);
        }
        if (begins(bytes, 0xFE, 0xFF)) {
            return text(bytes, 2, StandardCharsets.UTF_16BE);
        }
        return text(bytes, 0, StandardCharsets.UTF_8).or(() -> text(bytes, 0, WINDOWS));
    }

    private static Optional<FileText> text(byte[] bytes, int from, Charset charset) {
        try {
            String text = charset.newDecoder().decode(ByteBuffer.wrap(bytes, from, bytes.length - from)).toString();
            boolean strange = text.chars().anyMatch(sign -> sign < ' ' && sign != '\t' && sign != '\n' && sign != '\r');
            return strange ? Optional.empty() : Optional.of(new FileText(text, charset.name()));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    private static boolean begins(byte[] bytes, int... with) {
        if (bytes.length < with.length) {
            return false;
        }
        for (int i = 0; i < with.length; i++) {
            if ((bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    /** Without what was read: this may reach a log. */
    @Override
    public String toString() {
        return "file in " + charset;
    }
}
