package no.omtanke.casefile;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who is kept out of a case: the adults it is about and those who stepped back. Public because nobody may give them anything to do
 * in it.
 */
@Service
public class StepBacks {

    private static final String RECUSED = "recused";

    private final JdbcClient jdbc;
    private final CaseContent content;
    private final TransactionMemory memory;
    private final Clock clock;

    StepBacks(JdbcClient jdbc, CaseContent content, TransactionMemory memory, Clock clock) {
        this.jdbc = jdbc;
        this.content = content;
        this.memory = memory;
        this.clock = clock;
    }

    /** Persons who may have no part in the case. */
    public Set<Long> keptOut(UUID caseId) {
        Set<Long> persons = new HashSet<>(recused(caseId));
        memory.recall(CaseFiles.PARTIES, caseId, () -> content.parties(caseId)).stream()
                .filter(p -> p.role().equals("accused"))
                .map(Party::personId)
                .filter(Objects::nonNull)
                .forEach(persons::add);
        return persons;
    }

    /** Only those who stepped back. */
    public List<Long> recused(UUID caseId) {
        return memory.recall(RECUSED, caseId, () -> now(caseId).stream().map(StepBack::personId).toList());
    }

    /** Those who are out now, the first first. The caller has passed the gate. */
    public List<StepBack> now(UUID caseId) {
        return jdbc.sql("select person_id, since from case_recusal where case_id = ? and until is null order by since")
                .param(caseId)
                .query((row, n) -> new StepBack(row.getLong("person_id"), row.getTimestamp("since").toInstant()))
                .list();
    }

    /** From now on the person sees nothing of the case. @return false when they are out already */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean begin(UUID caseId, long person) {
        memory.forget(RECUSED, caseId);
        return jdbc.sql("insert into case_recusal (case_id, person_id, since) values (?, ?, ?) on conflict do nothing")
                        .params(caseId, person, OffsetDateTime.now(clock))
                        .update()
                == 1;
    }

    /** @return false when the person is not out */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(UUID caseId, long person) {
        memory.forget(RECUSED, caseId);
        return jdbc.sql("update case_recusal set until = ? where case_id = ? and person_id = ? and until is null")
                        .params(OffsetDateTime.now(clock), caseId, person)
                        .update()
                == 1;
    }
}
