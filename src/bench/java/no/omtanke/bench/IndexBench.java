package no.omtanke.bench;

import java.util.List;
import java.util.Map;
import no.omtanke.process.DueTimers;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;

/** Each index that we add to the engine's tables: what it serves, without it and with it. */
final class IndexBench {

    private record Case(String index, String what, Runnable work) {}

    private IndexBench() {}

    static void measure(Report report, Program program, StockEngine stock, CompleteBench complete) {
        TaskService tasks = program.bean(ProcessEngine.class).getTaskService();
        ManagementService jobs = program.bean(ProcessEngine.class).getManagementService();
        DueTimers timers = program.bean(DueTimers.class);
        Map<String, String> definitions = definitions(program);
        List<Case> cases = List.of(
                new Case("omtanke_task_parent", "sub-tasks of a task, asked when it is completed",
                        () -> tasks.getSubTasks("no-such-task")),
                new Case("omtanke_job_due", "the next timer, when none is due", timers::nextDue),
                new Case("omtanke_job_due", "jobs to run now, when none is due",
                        () -> jobs.createJobQuery().executable().active().withRetriesLeft().listPage(0, 3)),
                new Case("omtanke_task_due", "Tasklist without a filter: 15 tasks, soonest due first",
                        () -> tasks.createTaskQuery().orderByDueDate().asc().listPage(0, 15)));
        report.line("| index | serves | without, ms | with, ms |");
        report.line("|---|---|---|---|");
        for (Case one : cases) {
            if (!definitions.containsKey(one.index())) {
                continue;
            }
            double with = p50(one.work());
            program.jdbc.sql("drop index public." + one.index()).update();
            double without = p50(one.work());
            program.jdbc.sql(definitions.get(one.index())).update();
            report.line("| `%s` | %s | %.2f | %.2f |", one.index(), one.what(), without, with);
        }
    }

    private static double p50(Runnable work) {
        for (int n = 0; n < 5; n++) {
            work.run();
        }
        Times times = new Times();
        for (int n = 0; n < 25; n++) {
            times.time(work);
        }
        return times.p50();
    }

    private static Map<String, String> definitions(Program program) {
        return program.jdbc
                .sql("select indexname, indexdef from pg_indexes where schemaname = 'public' and indexname like 'omtanke%'")
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                .list()
                .stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
