package no.omtanke.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Somebody tries a password or a code.
 *
 * @param username whose
 * @param address where from
 * @param browser the known browser it comes from, or null for a stranger's
 */
record Guess(Kind kind, String username, String address, String browser) {

    enum Kind {
        PASSWORD,
        CODE
    }

    /** One thing that is counted, and how patiently. */
    record Counted(String key, Patience patience) {}

    /**
     * A known browser is counted by itself, whatever goes on elsewhere. Strangers are counted for a name and an address together and for
     * the address; with codes, where somebody already has the password, all strangers together for the name.
     */
    List<Counted> counted() {
        String name = username.toLowerCase(Locale.ROOT);
        if (browser != null) {
            return List.of(new Counted(kind + " " + name + " in " + browser, mine()));
        }
        List<Counted> counted = new ArrayList<>();
        counted.add(new Counted(kind == Kind.CODE ? "CODE " + name : "PASSWORD " + name + " from " + network(), mine()));
        counted.add(new Counted("from " + network(), Patience.ADDRESS));
        return counted;
    }

    private Patience mine() {
        return kind == Kind.CODE ? Patience.CODE : Patience.PASSWORD;
    }

    /** Who has an address of the newer kind has 2⁶⁴ of them. */
    private String network() {
        if (!address.contains(":")) {
            return address;
        }
        try {
            byte[] bytes = java.net.InetAddress.getByName(address).getAddress();
            return java.util.HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
        } catch (java.net.UnknownHostException e) {
            return address;
        }
    }

    /** Whose it is stays out of logs. */
    @Override
    public String toString() {
        return "a guess at a " + kind;
    }
}
