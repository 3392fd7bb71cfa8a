package no.omtanke.demo;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** E-mail addresses of a domain that cannot exist, and phone numbers of a series that looks invented. */
class InventedAddresses {

    static final String DOMAIN = "@solvik.example";

    private final Set<String> taken = new HashSet<>();
    private int phones;

    String email(String localPart) {
        String plain = plain(localPart);
        String address = plain;
        for (int number = 2; !taken.add(address); number++) {
            address = plain + number;
        }
        return address + DOMAIN;
    }

    String phone() {
        int number = phones++;
        return "9%02d 00 0%02d".formatted(number / 100, number % 100);
    }

    /** Only letters that every mail program takes; those replaced first are no letters with a mark to strip. */
    private static String plain(String text) {
        String own = text.toLowerCase(Locale.ROOT)
                .replace("æ", "ae")
                .replace("ø", "o")
                .replace("ł", "l")
                .replace("đ", "d")
                .replace("ŋ", "n")
                .replace("ŧ", "t");
        return Normalizer.normalize(own, Normalizer.Form.NFD).replaceAll("[^a-z0-9.-]", "");
    }
}
