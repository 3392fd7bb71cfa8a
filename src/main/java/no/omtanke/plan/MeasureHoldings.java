package no.omtanke.plan;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.omtanke.access.CasePolicy;
import no.omtanke.access.Reader;
import no.omtanke.access.Visible;
import no.omtanke.casefile.CaseFiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The measures of somebody at a school, and how they are given to others. Public because an administrator hands them over. */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class MeasureHoldings {

    private final JdbcClient jdbc;
    private final CasePolicy policy;
    private final MeasureStore measures;
    private final CaseFiles cases;

    MeasureHoldings(JdbcClient jdbc, CasePolicy policy, MeasureStore measures, CaseFiles cases) {
        this.jdbc = jdbc;
        this.policy = policy;
        this.measures = measures;
        this.cases = cases;
    }

    /** Of plans that hold or are being made. Nothing of a case that the administrator is kept out of. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<MeasureHolding> of(Reader administrator, int school, long person) {
        Visible visible = policy.visibleHolding(administrator);
        Map<String, Object> params = new HashMap<>(visible.params());
        params.put("school", school);
        params.put("person", person);
        return jdbc.sql(
                        """
                        select k.kind, c.id as case_id, c.reference, m.id, m.to_date
                          from plan_measure m join plan p on p.id = m.plan_id join case_file c on c.id = p.case_id
                          join plan_version v on v.plan_id = m.plan_id and v.number = m.version and v.state <> 'replaced'
                          cross join lateral (values ('measure', m.owner), ('substitute', m.substitute)) k(kind, person)
                         where k.person = :person and p.school_id = :school and p.ended_at is null and m.ended_at is null and\s"""
                                + visible.condition() + " order by c.reference, m.to_date, m.number, k.kind")
                .params(params)
                .query((row, n) -> new MeasureHolding(
                        row.getString("kind"),
                        row.getObject("case_id", UUID.class),
                        row.getString("reference"),
                        row.getObject("id", UUID.class),
                        row.getObject("to_date", LocalDate.class)))
                .list();
    }

    /** The person has it from now on. */
    public void give(MeasureHolding holding, long to) {
        if (holding.kind().equals("substitute")) {
            measures.standIn(holding.measure(), to);
        } else {
            measures.own(holding.measure(), to);
            if (measures.find(holding.measure()).orElseThrow().running()) {
                cases.addParticipant(holding.caseId(), to, "measure");
            }
        }
    }

    /** What is left of the person's measures at the school is nobody's: the substitute has it, or somebody must be named. */
    public void takeBackTheRest(int school, long leaver) {
        jdbc.sql("select distinct p.case_id from plan p join plan_measure m on m.plan_id = p.id"
                        + " where p.school_id = ? and ? in (m.owner, m.substitute) and m.ended_at is null")
                .params(school, leaver)
                .query(UUID.class)
                .list()
                .forEach(caseId -> measures.disown(caseId, leaver));
    }
}
