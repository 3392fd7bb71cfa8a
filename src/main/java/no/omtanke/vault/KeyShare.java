package no.omtanke.vault;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One person's share of the master key, as a sheet of paper: which key, which share, the share itself in groups that can be typed, and
 * a checksum against slips. Alone it tells nothing of the key.
 *
 * @param key the beginning of the key's fingerprint, the same on all its shares
 */
record KeyShare(String key, int number, int of, byte[] secret) {

    private static final Pattern NAME = Pattern.compile("omtanke-share ([0-9a-f]{16}) (\\d{1,3})/(\\d{1,3})");
    private static final Pattern CHECK = Pattern.compile("check ([0-9a-f]{8})");
    private static final HexFormat HEX = HexFormat.of();

    String text() {
        StringBuilder text = new StringBuilder()
                .append("# A share of Omtanke's master key. Any two of them make the key again: --join-master-key.\n")
                .append("# Keep it sealed, where no other share and no backup of the database lies.\n")
                .append(name())
                .append('\n');
        String hex = HEX.formatHex(secret);
        for (int line = 0; line < hex.length(); line += 40) {
            String part = hex.substring(line, Math.min(hex.length(), line + 40));
            text.append(part.replaceAll("(.{4})(?=.)", "$1 ")).append('\n');
        }
        return text.append("check ").append(check()).append('\n').toString();
    }

    /** @throws MasterKeyException when it is no share, or was mistyped */
    static KeyShare read(String text, String where) {
        String plain = text.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).reduce("", (a, b) -> a + b.strip() + "\n");
        Matcher name = NAME.matcher(plain);
        Matcher check = CHECK.matcher(plain);
        if (!name.lookingAt() || !check.find(name.end())) {
            throw new MasterKeyException(where + " is not a share of a master key.");
        }
        String hex = plain.substring(name.end(), check.start()).replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        if (!hex.matches("([0-9a-f]{2})+")) {
            throw new MasterKeyException(where + " is damaged: signs other than 0–9 and a–f, or one too few.");
        }
        KeyShare share = new KeyShare(
                name.group(1), Integer.parseInt(name.group(2)), Integer.parseInt(name.group(3)), HEX.parseHex(hex));
        if (!share.check().equals(check.group(1))) {
            throw new MasterKeyException(where + " is damaged or was mistyped: its checksum does not fit.");
        }
        return share;
    }

    private String name() {
        return "omtanke-share " + key + " " + number + "/" + of;
    }

    private String check() {
        return fingerprint((name() + HEX.formatHex(secret)).getBytes(StandardCharsets.UTF_8)).substring(0, 8);
    }

    static String fingerprint(byte[] bytes) {
        try {
            return HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)).substring(0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
