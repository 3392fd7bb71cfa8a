package no.omtanke.process;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.CaseGate;
import no.omtanke.form.Answers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An auditor opens the content of one case, with a reason and for a while. Public because the history has the button. The policy reads
 * what stands here; the reason is sealed in the case.
 */
@Service
@Transactional
public class AuditorOpenings {

    private final JdbcClient jdbc;
    private final CaseGate gate;
    private final CaseFiles cases;
    private final Clock clock;

    AuditorOpenings(JdbcClient jdbc, CaseGate gate, CaseFiles cases, Clock clock) {
        this.jdbc = jdbc;
        this.gate = gate;
        this.cases = cases;
        this.clock = clock;
    }

    /** @return false when the reader is no auditor or may not see the case's history */
    public boolean open(Reader reader, UUID caseId, Answers why) {
        if (!reader.in("auditor") || !gate.allows(reader, caseId, Part.HISTORY)) {
            return false;
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        Duration time = why.text("openFor").equals("day") ? Duration.ofDays(1) : Duration.ofHours(1);
        jdbc.sql("insert into auditor_opening (case_id, person_id, since, until) values (?, ?, ?, ?)")
                .params(caseId, reader.personId(), now, now.plus(time))
                .update();
        cases.addEntry(caseId, why.formId(), reader.personId(), "staff", null, null, why.toJson());
        cases.event(caseId, "auditor-opened", reader.personId(), Map.of());
        return true;
    }

    /** Until when the reader may read the content, when they opened it. */
    @Transactional(readOnly = true)
    public Optional<Instant> until(Reader reader, UUID caseId) {
        return jdbc.sql("select max(until) from auditor_opening where case_id = ? and person_id = ? and until > ? having count(*) > 0")
                .params(caseId, reader.personId(), OffsetDateTime.now(clock))
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .optional();
    }
}
