package no.omtanke.process;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import no.omtanke.access.Actor;
import no.omtanke.access.Actors;
import no.omtanke.casefile.StepBacks;
import no.omtanke.organization.Directory;
import no.omtanke.organization.Person;
import no.omtanke.organization.Role;
import no.omtanke.organization.WhoCanSignIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Open cases that nobody would come back to: without a day on which something happens, or with a task that nobody can take. There
 * should be none. Public because whoever watches over the program asks for them.
 */
@Service
@Transactional(readOnly = true)
public class Unattended {

    // A deadline ahead, or a timer of one of the case's processes; what failed for good is no timer.
    private static final String NOTHING_AHEAD =
            """
            select c.id from case_file c where c.state = 'open'
            and not exists (select 1 from task_row t where t.case_id = c.id and t.state = 'open' and t.due_at >= :now)
            and not exists (select 1 from public.act_ru_execution e join public.act_ru_job j on j.process_instance_id_ = e.id_
                             where e.business_key_ = c.id::text and j.retries_ > 0
                               and (j.duedate_ is null or j.duedate_ >= :local))
            order by c.opened_at
            """;

    private final JdbcClient jdbc;
    private final Directory directory;
    private final StepBacks stepBacks;
    private final WhoCanSignIn accounts;
    private final TaskRows rows;
    private final Clock clock;

    Unattended(
            JdbcClient jdbc, Directory directory, StepBacks stepBacks, WhoCanSignIn accounts, TaskRows rows, Clock clock) {
        this.jdbc = jdbc;
        this.directory = directory;
        this.stepBacks = stepBacks;
        this.accounts = accounts;
        this.rows = rows;
        this.clock = clock;
    }

    /**
     * A case, and the task that nobody can take. Public as the answer.
     *
     * @param task null when the case has nothing ahead of it
     */
    public record Finding(UUID caseId, String task) {}

    /**
     * What the operator may know of them. Public as the answer.
     *
     * @param references the cases' numbers
     * @param closed how many more lie in a closed lane: no more is told of those
     */
    public record Count(List<String> references, int closed) {}

    /** The same for the operator's page, which tells no case's content, nor that a closed lane's case is there by its number. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    public Count count() {
        try {
            // Also what stands behind the wall of a lane.
            return Actors.as(Actor.PROGRAM, this::counted);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private Count counted() {
        UUID[] ids = now().stream().map(Finding::caseId).distinct().toArray(UUID[]::new);
        List<String> references = jdbc.sql("select reference from case_file where id = any(?) and lane is null order by reference")
                .param(ids)
                .query(String.class)
                .list();
        return new Count(references, ids.length - references.size());
    }

    /** All of them now. */
    public List<Finding> now() {
        List<Finding> found = new ArrayList<>();
        OffsetDateTime now = OffsetDateTime.now(clock);
        jdbc.sql(NOTHING_AHEAD)
                .param("now", now)
                .param("local", now.atZoneSameInstant(ZoneId.systemDefault()).toLocalDateTime())
                .query(UUID.class)
                .list()
                .forEach(id -> found.add(new Finding(id, null)));
        jdbc.sql("select * from task_row t where t.state = 'open' and exists"
                        + " (select 1 from case_file c where c.id = t.case_id and c.state = 'open') order by t.created_at")
                .query(TaskRows::row)
                .list()
                .stream()
                .filter(row -> rows.audiences(row.taskId()).stream().noneMatch(audience -> someone(row.caseId(), audience)))
                .forEach(row -> found.add(new Finding(row.caseId(), row.taskKey())));
        return found;
    }

    // A family, and a body without an account, answer by a link: nobody waits for them.
    private boolean someone(UUID caseId, String audience) {
        String[] parts = audience.split(":");
        if (Set.of("guardian", "pupil", "consenter", "body").contains(parts[0])) {
            return true;
        }
        Stream<Person> people =
                switch (parts[0]) {
                    case "person" -> directory.person(Long.parseLong(parts[1])).stream();
                    case "leadership" -> Stream.concat(
                            directory.principal(Integer.parseInt(parts[1])).stream(),
                            directory.deputies(Integer.parseInt(parts[1])).stream());
                    case "health-service" -> directory.holders(Role.HEALTH_SERVICE, Integer.parseInt(parts[1])).stream();
                    case "school-owner" -> directory.holders(Role.SCHOOL_OWNER, null).stream();
                    default -> Stream.empty();
                };
        var keptOut = stepBacks.keptOut(caseId);
        return people.anyMatch(p -> !keptOut.contains(p.id()) && accounts.canSignIn(p.id()));
    }
}
