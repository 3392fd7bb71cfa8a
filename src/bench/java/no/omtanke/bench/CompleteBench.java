package no.omtanke.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import no.omtanke.bench.Municipality.School;
import no.omtanke.organization.Directory;

/**
 * The same task of the same model ends, two ways, a batch here and a batch there: ours by its form over HTTP (draft, check, gate, access
 * log, sealed entry, parties, timeline, task list), the stock engine's by its REST interface. Four people at once on either side.
 */
final class CompleteBench {

    private static final int PEOPLE = 4;

    /** Tasks a second. */
    record Rates(double ours, double stock) {
        double ratio() {
            return ours / stock;
        }
    }

    private final Program program;
    private final StockEngine stock;
    private final List<School> schools;
    private final List<Web> principals = new ArrayList<>();
    private final List<Map<String, String>> forms = new ArrayList<>();
    private final Web rest;

    CompleteBench(Program program, Municipality municipality, StockEngine stock, Rest server) {
        this.program = program;
        this.stock = stock;
        this.schools = municipality.schools.subList(0, PEOPLE);
        this.rest = new Web(server.url(StockEngine.NAME));
        Directory directory = program.bean(Directory.class);
        for (int n = 0; n < PEOPLE; n++) {
            int school = schools.get(n).id();
            principals.add(Web.signedIn(program, "principal" + n));
            forms.add(Map.of(
                    "action", "send",
                    "pupil", directory.pupils(school).get(0).label(),
                    "accused", "pupil",
                    "responsible", directory.staff(school).get(0).person().name(),
                    "principalKnew", OurCases.TODAY.toString()));
        }
    }

    /** @param each how many tasks of each side a round ends */
    Rates measure(int rounds, int each) {
        List<Queue<String>> mine = new ArrayList<>();
        for (School school : schools) {
            mine.add(tasks(school, (rounds + 1) * each / PEOPLE));
        }
        Queue<String> theirs = new ConcurrentLinkedQueue<>(stock.jdbc
                .sql("select id_ from act_ru_task where task_def_key_ = 'read-report' order by id_ limit ?")
                .param((rounds + 1) * each)
                .query(String.class)
                .list());
        double ours = 0;
        double stocks = 0;
        for (int round = 0; round <= rounds; round++) {
            double one = together(each, n -> send(n, mine.get(n).remove()));
            double other = together(each, n -> complete(theirs.remove()));
            // The first round warms up.
            if (round > 0) {
                ours += one;
                stocks += other;
            }
        }
        return new Rates(rounds * each / ours, rounds * each / stocks);
    }

    private Queue<String> tasks(School school, int count) {
        List<String> found = program.jdbc
                .sql("""
                        select task_id from task_row where state = 'open' and task_key = 'read-report' and not serious
                        and school_id = ? and assignee = ? order by task_id limit ?
                        """)
                .params(school.id(), school.principal(), count)
                .query(String.class)
                .list();
        if (found.size() < count) {
            throw new IllegalStateException("too few tasks at school " + school.id() + ": " + found.size() + " of " + count);
        }
        return new ConcurrentLinkedQueue<>(found);
    }

    private void send(int n, String task) {
        principals.get(n).expect(302, principals.get(n).form("/tasks/" + task, forms.get(n)));
    }

    private void complete(String task) {
        rest.expect(204, rest.json("/task/" + task + "/complete", "application/json", """
                {"variables": {"accused": {"value": "pupil"}, "serious": {"value": false}, "responsible": {"value": "17"}}}
                """));
    }

    /** @return seconds */
    private static double together(int each, Consumer<Integer> one) {
        List<Throwable> failures = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        long began = System.nanoTime();
        for (int person = 0; person < PEOPLE; person++) {
            int n = person;
            Thread thread = new Thread(() -> {
                try {
                    for (int i = 0; i < each / PEOPLE; i++) {
                        one.accept(n);
                    }
                } catch (RuntimeException | Error e) {
                    failures.add(e);
                }
            });
            thread.start();
            threads.add(thread);
        }
        threads.forEach(CompleteBench::join);
        if (!failures.isEmpty()) {
            throw new IllegalStateException(failures.get(0));
        }
        return (System.nanoTime() - began) / 1e9;
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
