package no.omtanke.vault;

import com.codahale.shamir.Scheme;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The master key in shares, any two of which make it again (Shamir's scheme): no single person, safe or envelope opens the cases, and one
 * may be lost.
 */
final class KeyShares {

    static final int NEEDED = 2;
    static final int MOST = 9;

    private KeyShares() {}

    static List<KeyShare> split(MasterKeyset keyset, int shares) {
        if (shares < NEEDED || shares > MOST) {
            throw new MasterKeyException("A master key is split into " + NEEDED + " to " + MOST + " shares.");
        }
        byte[] secret = bytes(keyset);
        String key = KeyShare.fingerprint(secret);
        return new Scheme(new SecureRandom(), shares, NEEDED)
                .split(secret).entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(e -> new KeyShare(key, e.getKey(), shares, e.getValue()))
                        .toList();
    }

    static MasterKeyset join(List<KeyShare> shares) {
        if (shares.stream().map(KeyShare::key).collect(Collectors.toSet()).size() > 1) {
            throw new MasterKeyException("These shares are of different keys: the word after 'omtanke-share' must be the same.");
        }
        Map<Integer, byte[]> parts = new HashMap<>();
        shares.forEach(share -> parts.put(share.number(), share.secret()));
        if (parts.size() < NEEDED) {
            throw new MasterKeyException("Two different shares are needed; there is " + parts.size() + ".");
        }
        if (parts.values().stream().map(part -> part.length).distinct().count() > 1) {
            throw new MasterKeyException("These shares do not belong together.");
        }
        byte[] secret = new Scheme(new SecureRandom(), Math.max(NEEDED, shares.get(0).of()), NEEDED).join(parts);
        if (!KeyShare.fingerprint(secret).equals(shares.get(0).key())) {
            throw new MasterKeyException("These shares do not belong together: the key was split more than once.");
        }
        try {
            return MasterKeyset.ofBytes(secret);
        } catch (GeneralSecurityException e) {
            throw new MasterKeyException("These shares make no master key.", e);
        }
    }

    private static byte[] bytes(MasterKeyset keyset) {
        try {
            return keyset.bytes();
        } catch (GeneralSecurityException e) {
            throw new MasterKeyException("The master key could not be split.", e);
        }
    }
}
