package no.omtanke.plan;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.correspondence.EvaluationLetter;
import no.omtanke.correspondence.Letters;
import no.omtanke.correspondence.PlanLetter;
import no.omtanke.organization.Directory;
import no.omtanke.plan.PlanStore.PlanRow;
import no.omtanke.process.CallableFromModel;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes plans and evaluations as letters in the school's language form [law § 15-2] and keeps them in the case. Public because
 * models call it by name, in asynchronous steps.
 */
@Component("planDocuments")
@CallableFromModel
@Transactional
public class PlanDocuments {

    private final PlanStore plans;
    private final EvaluationStore evaluations;
    private final PlanLetters letters;
    private final Letters press;
    private final CaseFiles cases;
    private final Directory directory;
    private final MessageSource texts;
    private final JdbcClient jdbc;
    private final Clock clock;

    PlanDocuments(
            PlanStore plans,
            EvaluationStore evaluations,
            PlanLetters letters,
            Letters press,
            CaseFiles cases,
            Directory directory,
            MessageSource texts,
            JdbcClient jdbc,
            Clock clock) {
        this.plans = plans;
        this.evaluations = evaluations;
        this.letters = letters;
        this.press = press;
        this.cases = cases;
        this.directory = directory;
        this.texts = texts;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes the version that holds now: for the case, and the family's copy. */
    public void writePlan(String plan) {
        PlanRow row = row(plan);
        plans.versions(row).stream().filter(PlanVersion::inForce).findFirst().ifPresent(version -> {
            PlanLetter letter = letters.plan(row, version);
            keep(row, "plan", version.number(), false, () -> press.plan(letter, language(row)));
            keep(row, "plan", version.number(), true, () -> press.plan(PlanLetters.forFamily(letter), language(row)));
        });
    }

    /** Writes the latest finished evaluation: for the case, and the family's copy. */
    public void writeEvaluation(String plan) {
        PlanRow row = row(plan);
        List<Evaluation> done =
                evaluations.of(row).stream().filter(e -> e.endedAt() != null).toList();
        if (done.isEmpty()) {
            return;
        }
        int number = done.get(done.size() - 1).number();
        EvaluationLetter letter = letters.evaluation(row, done);
        keep(row, "evaluation", number, false, () -> press.evaluation(letter, language(row)));
        keep(row, "evaluation", number, true, () -> press.evaluation(PlanLetters.forFamily(letter), language(row)));
    }

    /** Oldest first. */
    List<PlanDocument> of(UUID plan) {
        return jdbc.sql("select * from plan_document where plan_id = ? order by written_at, kind desc, for_family")
                .param(plan)
                .query((row, n) -> new PlanDocument(
                        row.getObject("document_id", UUID.class),
                        row.getString("kind"),
                        row.getInt("number"),
                        row.getBoolean("for_family"),
                        row.getTimestamp("written_at").toInstant()))
                .list();
    }

    // A step that is run again after a crash finds its letter written.
    private void keep(PlanRow row, String kind, int number, boolean forFamily, Supplier<byte[]> pdf) {
        if (of(row.id()).stream()
                .anyMatch(d -> d.kind().equals(kind) && d.number() == number && d.forFamily() == forFamily)) {
            return;
        }
        String name = texts.getMessage("plan.document." + kind, new Object[] {number}, language(row));
        if (forFamily) {
            name = texts.getMessage("plan.document.family", new Object[] {name}, language(row));
        }
        UUID id = cases.keepDocument(row.caseId(), kind, row.pupil(), name + ".pdf", "application/pdf", pdf.get());
        jdbc.sql(
                        """
                        insert into plan_document (document_id, plan_id, kind, number, for_family, written_at)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(id, row.id(), kind, number, forFamily, Timestamp.from(clock.instant()))
                .update();
    }

    private Locale language(PlanRow row) {
        return Locale.forLanguageTag(directory.school(row.schoolId()).orElseThrow().languageForm());
    }

    private PlanRow row(String plan) {
        return plans.plan(UUID.fromString(plan));
    }
}
