package no.omtanke.worklist;

import jakarta.servlet.http.HttpSession;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Keeps the words of a reader's searches in their session, so that no address, no browser's memory and no proxy's log holds a name. */
@Component
class Searches {

    private static final int MOST = 50;
    private static final String KEPT = Searches.class.getName();
    private static final SecureRandom RANDOM = new SecureRandom();

    /** @return null when nothing is searched for */
    Search keep(HttpSession session, String typed) {
        // What no keyboard writes is looked for as a blank; the database would refuse some of it.
        String words = typed == null ? "" : typed.replaceAll("\\p{Cntrl}", " ").strip();
        words = words.substring(0, words.offsetByCodePoints(0, Math.min(Search.LONGEST, words.codePointCount(0, words.length()))));
        if (words.isEmpty()) {
            return null;
        }
        if (Search.mayStandInAddress(words)) {
            return new Search(words, null);
        }
        synchronized (session.getId().intern()) {
            Map<String, String> kept = kept(session);
            for (Map.Entry<String, String> earlier : kept.entrySet()) {
                if (earlier.getValue().equals(words)) {
                    return new Search(words, earlier.getKey());
                }
            }
            String key = draw();
            kept.put(key, words);
            session.setAttribute(KEPT, kept);
            return new Search(words, key);
        }
    }

    /** What an address says is searched for; null when it says nothing, or something that another session kept. */
    Search of(HttpSession session, Map<String, String> asked) {
        String q = asked.getOrDefault("q", "").strip();
        if (Search.mayStandInAddress(q)) {
            return new Search(q, null);
        }
        String key = asked.get("search");
        String words = key == null ? null : kept(session).get(key);
        return words == null ? null : new Search(words, key);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> kept(HttpSession session) {
        Map<String, String> kept = new LinkedHashMap<>();
        if (session.getAttribute(KEPT) instanceof Map<?, ?> before) {
            kept.putAll((Map<String, String>) before);
        }
        while (kept.size() >= MOST) {
            kept.remove(kept.keySet().iterator().next());
        }
        return kept;
    }

    private static String draw() {
        byte[] bytes = new byte[9];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
