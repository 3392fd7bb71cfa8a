package no.omtanke.administration;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page that shows what a change of the calendar does, as a browser would send it. */
public final class CalendarPage {

    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"(what|seen|end|from|to|name|kind)\" value=\"([^\"]*)\"");

    private CalendarPage() {}

    /** Name and value in turn. */
    public static List<String> fields(String page) {
        List<String> fields = new ArrayList<>();
        for (Matcher field = HIDDEN.matcher(page); field.find(); ) {
            fields.add(field.group(1));
            fields.add(field.group(2).replace("&#39;", "'").replace("&amp;", "&"));
        }
        return fields;
    }
}
