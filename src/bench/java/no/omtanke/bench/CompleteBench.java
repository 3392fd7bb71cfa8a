package no.omtanke.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import no.omtanke.organization.Directory;

/**
 * The same task of the same model ends, two ways, a batch here and a batch there: ours by its form over HTTP (check, gate, access log,
 * sealed entry, parties, timeline, task list), the stock engine's by its REST interface. Four people at once on either side.
 */
final class CompleteBench {

    private static final int PEOPLE = 4;

    /** Tasks a second. */
    record Rates(double ours, double stock) {
        double ratio() {
            return ours / stock;
        }
    }

    /** A step of the model: after the first, three tasks follow; the second is one of them, and nothing follows it at once. */
    enum Step {
        READ_REPORT("read-report"),
        FIRST_CONTACT("first-contact");

        private final String task;

        Step(String task) {
            this.task = task;
        }
    }

    private record Mine(String task, Web principal, Map<String, String> form) {}

    private final Program program;
    private final StockEngine stock;
    private final Map<Integer, Web> principals = new HashMap<>();
    private final Map<Step, Map<Integer, Map<String, String>>> forms =
            Map.of(Step.READ_REPORT, new HashMap<>(), Step.FIRST_CONTACT, new HashMap<>());
    private final Web rest;

    CompleteBench(Program program, Municipality municipality, StockEngine stock, Rest server) {
        this.program = program;
        this.stock = stock;
        this.rest = new Web(server.url(StockEngine.NAME));
        Directory directory = program.bean(Directory.class);
        for (int n = 0; n < municipality.schools.size(); n++) {
            int school = municipality.schools.get(n).id();
            principals.put(school, Web.signedIn(program, "principal" + n));
            String leader = directory.principal(school).orElseThrow().name();
            forms.get(Step.READ_REPORT).put(school, Map.of(
                    "action", "send",
                    "pupil", directory.pupils(school).get(0).label(),
                    "accused", "pupil",
                    "responsible", leader,
                    "principalKnew", OurCases.TODAY.toString()));
            forms.get(Step.FIRST_CONTACT).put(school, Map.of(
                    "action", "send",
                    "contactAt", OurCases.TODAY.toString(),
                    "contactAt.time", "08:30",
                    "contactHow", "phone",
                    "spokeWith", "En Foresatt",
                    "whatSaid", "Hun gruer seg til friminuttene. Vi ble enige om å snakkes igjen på fredag.",
                    "rightsExplained", "true",
                    "measuresTomorrow", "En voksen følger henne ut i friminuttene.",
                    "responsible", leader,
                    "nextContact", OurCases.TODAY.plusDays(4).toString()));
        }
    }

    /** @param each how many tasks of each side a round ends */
    Rates measure(Step step, int rounds, int each) {
        Queue<Mine> mine = mine(step, rounds * each);
        Queue<String> theirs = theirs(step, rounds * each);
        double ours = 0;
        double stocks = 0;
        for (int round = 0; round < rounds; round++) {
            ours += together(each, () -> send(mine.remove()));
            stocks += together(each, () -> complete(theirs.remove()));
        }
        return new Rates(rounds * each / ours, rounds * each / stocks);
    }

    private Queue<Mine> mine(Step step, int count) {
        List<Mine> found = program.jdbc
                .sql("""
                        select task_id, school_id from task_row where state = 'open' and task_key = ? and not serious
                        order by md5(task_id) limit ?
                        """)
                .params(step.task, count)
                .query((row, n) ->
                        new Mine(row.getString(1), principals.get(row.getInt(2)), forms.get(step).get(row.getInt(2))))
                .list();
        if (found.size() < count) {
            throw new IllegalStateException("too few tasks: " + found.size() + " of " + count);
        }
        return new ConcurrentLinkedQueue<>(found);
    }

    private Queue<String> theirs(Step step, int count) {
        return new ConcurrentLinkedQueue<>(stock.jdbc
                .sql("select id_ from act_ru_task where task_def_key_ = ? order by md5(id_) limit ?")
                .params(step.task, count)
                .query(String.class)
                .list());
    }

    private static void send(Mine mine) {
        mine.principal().expect(302, mine.principal().form("/tasks/" + mine.task(), mine.form()));
    }

    private void complete(String task) {
        rest.expect(204, rest.json("/task/" + task + "/complete", "application/json", """
                {"variables": {"accused": {"value": "pupil"}, "serious": {"value": false}, "responsible": {"value": "17"}}}
                """));
    }

    /** @return seconds */
    private static double together(int each, Runnable one) {
        List<Throwable> failures = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        long began = System.nanoTime();
        for (int person = 0; person < PEOPLE; person++) {
            Thread thread = new Thread(() -> {
                try {
                    for (int i = 0; i < each / PEOPLE; i++) {
                        one.run();
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
