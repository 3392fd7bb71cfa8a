package no.omtanke.matrix;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import no.omtanke.access.CasePolicy;

/** Writes the table of the documentation: what each door says to each role about each kind of case. */
final class WhoSeesWhat {

    private static final String HEAD =
            """
            # Who sees what

            Written by the program's own test from the policy and the list of endpoints; do not edit it by hand. `MatrixTest` asks every
            endpoint as every role about every kind of case over HTTP and fails where the answer is another than the one here, where this
            page is another than the policy, and where an endpoint is missing. What differs here after a change is what somebody sees from
            then on: read it as code.

                bin/test -Dtest=MatrixTest -Domtanke.write-table=true      writes this page anew

            | sign | answer |
            |---|---|
            | ✓ | opens |
            | 404 | not there: status, headers and page are those of something that never existed |
            | 403 | the door is shut to this role, whatever is asked for |
            | sign in | asked to sign in; nothing is said about what lies behind |
            | link | the page that says that a link is needed; the same for everybody |

            Who signs in works at one school, or for the municipality. A guardian and a pupil have no account: they come by a link, and at the
            doors of staff they are anonymous. Nobody but the roles in these tables can sign in.

            A closed lane is built and tested; the processes that will use it, the health service's and the report to child protection, are not.

            ## Kinds of cases

            """;

    private final CasePolicy policy = new CasePolicy();

    String page() {
        StringBuilder page = new StringBuilder(HEAD);
        page.append("| column | the case |\n|---|---|\n");
        for (CaseKind kind : CaseKind.values()) {
            page.append("| ").append(kind.column).append(" | ").append(kind.meaning).append(" |\n");
        }
        page.append("\n# Cases\n");
        Stream.of(Section.values()).filter(Section::ofCase).forEach(section -> {
            begin(page, section);
            List<String> heads = Stream.of(CaseKind.values()).map(kind -> kind.column).toList();
            table(page, heads, member -> Stream.of(CaseKind.values())
                    .map(kind -> section.expected(member, kind, policy).sign)
                    .toList());
        });
        page.append("\n# By a link\n");
        Stream.of(Section.values()).filter(Section::byLink).forEach(section -> {
            begin(page, section);
            List<Section.Whose> whose =
                    section.named() ? List.of(Section.Whose.values()) : List.of(Section.Whose.OWN);
            table(page, whose.stream().map(w -> section.named() ? w.column : "answer").toList(), member -> whose.stream()
                    .map(w -> section.expected(member, w, policy).sign)
                    .toList());
        });
        page.append("\n# By role only\n");
        Stream.of(Section.values()).filter(s -> s.part == null).forEach(section -> {
            begin(page, section);
            table(page, List.of("answer"), member -> List.of(section.expected(member).sign));
        });
        return page.toString();
    }

    private static void begin(StringBuilder page, Section section) {
        page.append("\n## ").append(section.title).append("\n\n");
        if (!section.about.isEmpty()) {
            page.append(section.about).append("\n\n");
        }
        section.endpoints().forEach(e -> page.append("- `").append(e.name()).append("`\n"));
        page.append('\n');
    }

    // Who gets the same answers everywhere stands in one row.
    private static void table(StringBuilder page, List<String> heads, Function<Member, List<String>> answers) {
        Map<List<String>, List<String>> rows = new LinkedHashMap<>();
        Cast.MEMBERS.forEach(
                member -> rows.computeIfAbsent(answers.apply(member), a -> new ArrayList<>()).add(member.who()));
        page.append("| | ").append(String.join(" | ", heads)).append(" |\n");
        page.append("|---".repeat(heads.size() + 1)).append("|\n");
        rows.forEach((row, who) -> page.append("| ")
                .append(who.size() == Cast.MEMBERS.size() ? "everybody" : String.join("; ", who))
                .append(" | ")
                .append(String.join(" | ", row))
                .append(" |\n"));
    }
}
