package no.omtanke.demo;

import java.util.Locale;
import java.util.UUID;
import no.omtanke.form.Typed;
import no.omtanke.plan.FamilyPlans;
import no.omtanke.process.TaskForms;
import no.omtanke.process.TaskRow;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A demo family answers what it was asked about its plan, as through the link in the mail. */
@Component
@Profile("demo")
class SolvikLinks {

    private final FamilyPlans families;
    private final JdbcClient jdbc;

    SolvikLinks(FamilyPlans families, JdbcClient jdbc) {
        this.families = families;
        this.jdbc = jdbc;
    }

    /** Whether the task asks this member of the family. */
    boolean asks(TaskRow task, long person) {
        return families.open(plan(task), person).stream()
                .flatMap(own -> own.tasks().stream())
                .anyMatch(t -> t.taskId().equals(task.taskId()));
    }

    TaskForms.Sent send(long person, TaskRow task, Typed typed, Locale language) {
        return families.send(plan(task), person, task.taskId(), typed, language).orElseThrow();
    }

    private UUID plan(TaskRow task) {
        return jdbc.sql("select id from plan where case_id = ? and pupil = ? and ended_at is null")
                .params(task.caseId(), task.pupil())
                .query(UUID.class)
                .single();
    }
}
