package no.omtanke.worklist;

import java.util.regex.Pattern;

/** The way back to the list one came from: only an address inside staff's own doors, or the task list. */
final class Back {

    static final String TASKS = "/tasks";

    private static final Pattern OURS =
            Pattern.compile("/(tasks|cases)(/[A-Za-z0-9-]{1,64})?(\\?[A-Za-z0-9=&%+._~*-]{0,400})?");

    private Back() {}

    static String check(String asked) {
        return asked != null && OURS.matcher(asked).matches() ? asked : TASKS;
    }
}
