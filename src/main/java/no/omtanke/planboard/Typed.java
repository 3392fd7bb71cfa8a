package no.omtanke.planboard;

import no.omtanke.plan.MeasureExample;
import no.omtanke.plan.WrittenExample;

/** What the library's form sends; a field that is not sent is null. */
record Typed(String what, String why, String target, String often, String listText, String hidden) {

    WrittenExample written() {
        return new WrittenExample(text(what), text(why), text(target), text(often), text(listText), hidden != null);
    }

    static WrittenExample of(MeasureExample example) {
        return new WrittenExample(
                example.what(),
                text(example.why()),
                example.target().code(),
                example.often().code(),
                text(example.listText()),
                example.hidden());
    }

    private static String text(String sent) {
        return sent == null ? "" : sent.strip();
    }
}
