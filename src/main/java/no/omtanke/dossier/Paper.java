package no.omtanke.dossier;

import java.util.List;
import no.omtanke.correspondence.EvaluationLetter;
import no.omtanke.correspondence.PlanLetter;
import no.omtanke.form.ReadAnswer;

/**
 * A package as it is printed: everything in words. Public because the template engine reads it.
 *
 * @param facts what stands on the first page: label and value
 * @param note what the owner writes to Statsforvalteren, or empty
 * @param left what is left out, with the reason
 */
public record Paper(List<Fact> facts, String asked, String note, List<Group> groups, List<LeftOut> left, List<FileLine> files) {

    /** A line of the first page. Public as a part of the paper. */
    public record Fact(String label, String value) {}

    /** A section with its documents. Public as a part of the paper. */
    public record Group(String heading, List<Document> documents) {}

    /**
     * One numbered document; of the last six one is not null. Public as a part of the paper.
     *
     * @param number as it is written: with leading noughts
     * @param about whom it is about, or empty
     * @param status since when a plan held, or empty
     */
    public record Document(
            String number,
            String title,
            String about,
            String when,
            String who,
            String status,
            Course.Told course,
            List<ReadAnswer> answers,
            PlanLetter plan,
            List<MeasureLog> log,
            EvaluationLetter evaluation,
            FileLine file) {}

    /** A measure with what was done of it. Public as a part of the paper. */
    public record MeasureLog(String number, String what, String owner, String period, List<LogLine> lines) {}

    /** One day of a measure. Public as a part of the paper. */
    public record LogLine(String day, String result, String who, String words) {}

    /** What stays behind, and why. Public as a part of the paper. */
    public record LeftOut(String title, String when, String reason) {}

    /** A file that leaves beside the PDF. Public as a part of the paper. @param name as it is called in the package */
    public record FileLine(String number, String name, String type, String size, String sha256) {}

    /** Without its words: this may reach a log. */
    @Override
    public String toString() {
        return "package with " + groups.size() + " sections";
    }
}
