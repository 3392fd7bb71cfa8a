package no.omtanke.intervention;

import java.time.LocalDate;
import java.util.UUID;
import java.util.stream.Stream;
import no.omtanke.access.Actor;
import no.omtanke.access.Actors;
import no.omtanke.calendar.SchoolYear;
import no.omtanke.casefile.CaseFiles;
import no.omtanke.casefile.Party;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.process.Assignments;
import no.omtanke.process.CallableFromModel;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** How many physical interventions a pupil has had, and who follows one up: never the one who intervened. Public because models call it. */
@Component("interventions")
@CallableFromModel
public class Interventions {

    static final String RECORDED = "intervention-recorded";

    private static final String OTHERS =
            """
            select count(distinct c.id) from case_file c
              join case_party p on p.case_id = c.id and p.role = 'affected' and p.removed_at is null
              join case_event e on e.case_id = c.id and e.kind = 'intervention-recorded'
             where c.kind = 'physical-intervention' and c.id <> ? and p.person_id = ?
               and e.args ->> 'on' between ? and ?
            """;

    private final CaseFiles cases;
    private final Directory directory;
    private final Assignments assignments;
    private final JdbcClient jdbc;
    private final TransactionTemplate ownTransaction;

    Interventions(
            CaseFiles cases,
            Directory directory,
            Assignments assignments,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.cases = cases;
        this.directory = directory;
        this.assignments = assignments;
        this.jdbc = jdbc;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** How many the pupil has had in the school year of this one, this one counted, at whatever school. */
    public int inSchoolYear(String caseId) {
        UUID id = UUID.fromString(caseId);
        LocalDate on = cases.events(id).stream()
                .filter(e -> e.kind().equals(RECORDED))
                .map(e -> LocalDate.parse(e.args().get("on")))
                .findFirst()
                .orElseThrow();
        return 1 + others(id, pupil(id).personId(), SchoolYear.of(on));
    }

    // The number is the program's own to know: whoever records one need not see the others, which may be another school's.
    private int others(UUID caseId, long pupil, SchoolYear year) {
        try {
            return Actors.as(Actor.PROGRAM, () -> ownTransaction.execute(t -> jdbc.sql(OTHERS)
                    .params(caseId, pupil, year.first().toString(), year.last().toString())
                    .query(Integer.class)
                    .single()));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Who talks with the pupil: the contact teacher, or who leads the case when the contact teacher intervened. */
    public String talksWith(String caseId) {
        UUID id = UUID.fromString(caseId);
        String teacher = assignments.contactTeacher(caseId, pupil(id).id().toString());
        return teacher != null && !intervened(id, Long.parseLong(teacher)) ? teacher : leads(caseId);
    }

    /** The principal, or a deputy when the principal intervened; null leaves it to the leadership together. */
    public String leads(String caseId) {
        UUID id = UUID.fromString(caseId);
        int school = cases.file(id).orElseThrow().schoolId();
        return Stream.concat(directory.principal(school).stream(), directory.deputies(school).stream())
                .map(Person::id)
                .filter(leader -> !intervened(id, leader))
                .findFirst()
                .map(String::valueOf)
                .orElse(null);
    }

    private boolean intervened(UUID caseId, long person) {
        return cases.parties(caseId).stream()
                .anyMatch(p -> p.role().equals("intervener") && Long.valueOf(person).equals(p.personId()));
    }

    private Party pupil(UUID caseId) {
        return cases.parties(caseId).stream().filter(p -> p.role().equals("affected")).findFirst().orElseThrow();
    }
}
