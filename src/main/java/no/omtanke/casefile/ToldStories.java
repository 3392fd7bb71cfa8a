package no.omtanke.casefile;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import no.omtanke.access.CaseFacts;
import no.omtanke.access.CasePolicy;
import no.omtanke.access.Decision;
import no.omtanke.access.Reader;
import no.omtanke.access.Telling;
import no.omtanke.vault.Vault;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What pupils told, for their families. Only what the policy shows is unsealed. */
@Component
class ToldStories {

    // A guardian's own decision comes before the one for all, and of each the last one counts.
    private static final String FOR_GUARDIAN =
            """
            select s.pupil, s.told_at, s.sealed as story, d.outcome, d.pupil_says, d.sealed as shown,
                   coalesce((select m.kept_back from entry_mark m where m.entry_id = s.entry_id order by m.id desc limit 1), false) as kept_back
            from pupil_story s left join lateral
                (select v.* from visibility_decision v
                  where v.story = s.entry_id and (v.guardian = :reader or v.guardian is null)
                    and v.entry_id = (select l.entry_id from visibility_decision l where l.story = s.entry_id order by l.id desc limit 1)
                  order by v.guardian nulls last, v.id desc limit 1) d on true
            where s.case_id = :case order by s.told_at
            """;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final CasePolicy policy;

    ToldStories(JdbcClient jdbc, Vault vault, CasePolicy policy) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.policy = policy;
    }

    /** Oldest first; a story that was decided to be withheld is not there, unless the decision says something to the guardian. */
    List<ToldStory> of(Reader reader, CaseFacts facts) {
        return jdbc.sql(FOR_GUARDIAN)
                .param("reader", reader.personId())
                .param("case", facts.caseId())
                .query((row, n) -> story(row, reader, facts))
                .list()
                .stream()
                .filter(Objects::nonNull)
                .toList();
    }

    private ToldStory story(ResultSet row, Reader reader, CaseFacts facts) throws SQLException {
        String outcome = row.getString("outcome");
        Decision decision = policy.decide(reader, facts, new Telling(
                row.getObject("pupil", UUID.class),
                row.getBoolean("kept_back"),
                outcome,
                "none".equals(row.getString("pupil_says"))));
        Instant told = row.getTimestamp("told_at").toInstant();
        byte[] instead = row.getBytes("shown");
        return switch (decision.reason()) {
            case "undecided" -> new ToldStory(told, false, false, "");
            case "withheld" -> instead == null ? null : new ToldStory(told, true, false, text(facts.caseId(), instead));
            case "visibility-decision" -> new ToldStory(
                    told, true, outcome.equals("shown"), text(facts.caseId(), outcome.equals("shown") ? row.getBytes("story") : instead));
            default -> null;
        };
    }

    private String text(UUID caseId, byte[] sealed) {
        return new String(vault.open(caseId, sealed), StandardCharsets.UTF_8);
    }
}
