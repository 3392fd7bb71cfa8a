package no.omtanke.plan;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** What somebody wrote for an example of the library. Public because the library's form sends it; nothing is null. */
public record WrittenExample(String what, String why, String target, String often, String listText, boolean hidden) {

    /** The longest text of an example. */
    public static final int LONGEST = 1000;

    /** The longest line on the list of the day. */
    public static final int LONGEST_ON_LIST = 200;

    /** What must be mended first: a code for each field. An example is asked as strictly as the quality gate asks plans. */
    public Map<String, String> problems() {
        Map<String, String> problems = new LinkedHashMap<>();
        if (what.isBlank()) {
            problems.put("what", "missing");
        } else if (what.length() > LONGEST) {
            problems.put("what", "too-long");
        } else if (VagueWords.saysNothing(what)) {
            problems.put("what", "nothing-concrete");
        } else if (target.equals(Target.PUPIL.code()) && VagueWords.burdens(what)) {
            problems.put("what", "burdens-the-pupil");
        }
        if (why.length() > LONGEST) {
            problems.put("why", "too-long");
        }
        if (Arrays.stream(Target.values()).noneMatch(t -> t.code().equals(target))) {
            problems.put("target", "missing");
        }
        if (Arrays.stream(Often.values()).noneMatch(o -> o.code().equals(often))) {
            problems.put("often", "missing");
        }
        if (listText.length() > LONGEST_ON_LIST) {
            problems.put("listText", "list-too-long");
        }
        return problems;
    }
}
