package no.omtanke.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import no.omtanke.bench.CompleteBench.Step;
import org.springframework.util.FileSystemUtils;

/** One run: fills two engines on one server step by step, and measures at each size. Answers 1 when a ratio does not hold. */
public final class Bench {

    private Bench() {}

    public static void main(String[] arguments) throws Exception {
        List<String> given = Arrays.asList(arguments);
        // For trying the bench itself; its figures say nothing.
        boolean small = given.contains("--small");
        int many = given.stream()
                .filter(argument -> argument.startsWith("--tasks="))
                .map(argument -> Integer.parseInt(argument.substring("--tasks=".length())))
                .findFirst()
                .orElse(small ? 6_000 : 200_000);
        boolean again = given.contains("--again");
        Path data = Path.of("target/bench-data").toAbsolutePath();
        if (!again) {
            FileSystemUtils.deleteRecursively(data);
        }
        Report report = again
                ? again(Files.createDirectories(data), many)
                : run(Files.createDirectories(data), small ? 400 : 1_000, small ? 2_000 : 20_000, many, small ? 10 : 60);
        report.write(Path.of("target/bench/figures.md"));
        Report.say("%s", report.passed() ? "every ratio holds" : "a ratio does not hold");
        System.exit(report.passed() ? 0 : 1);
    }

    private static Report run(Path data, int few, int some, int many, int rounds) throws Exception {
        Report report = new Report();
        try (Program program = new Program(data, System.getenv("BENCH_URL"));
                StockEngine stock = new StockEngine(program, System.getenv("BENCH_STOCK_URL"), false);
                Rest rest = new Rest(data)) {
            report.line("%d processors, Java %s, PostgreSQL %s, fsync %s, synchronous_commit %s, shared_buffers %s",
                    Runtime.getRuntime().availableProcessors(),
                    Runtime.version(),
                    setting(program, "server_version"),
                    setting(program, "fsync"),
                    setting(program, "synchronous_commit"),
                    setting(program, "shared_buffers"));
            Municipality municipality = new Municipality(program);
            OurCases ours = new OurCases(program, municipality);

            // Half of the few warm both engines up, until the compiler has seen every step often; what they begin counts among the few.
            ours.fillUpTo(few / 2);
            stock.fillUpTo(few / 2);
            CompleteBench complete = new CompleteBench(program, municipality, stock, rest);
            complete.measure(Step.READ_REPORT, 8, few / 25);
            complete.measure(Step.FIRST_CONTACT, 4, few / 25);
            ours.fillUpTo(few);
            stock.fillUpTo(few);
            CompleteBench.Rates atFew = complete.measure(Step.FIRST_CONTACT, 4, few / 25);
            CompleteBench.Rates heavyAtFew = complete.measure(Step.READ_REPORT, 2, few / 25);

            ours.fillUpTo(some);
            WorklistBench worklist = new WorklistBench(program, municipality, rest, some >= 20_000);
            WorklistBench.Figures atSome = worklist.measure(rounds);
            lines(report, some, atSome);

            ours.fillUpTo(many);
            stock.fillUpTo(many);
            WorklistBench.Figures atMany = worklist.measure(rounds);
            lines(report, many, atMany);
            int each = Math.min(40, many / 500);
            complete.measure(Step.READ_REPORT, 1, each);
            CompleteBench.Rates heavyAtMany = complete.measure(Step.READ_REPORT, 6, each);
            CompleteBench.Rates atAll = complete.measure(Step.FIRST_CONTACT, 6, each);
            report.line("| complete, four at once | open tasks | ours, through the form, a second | stock engine, REST, a second | ratio |");
            report.line("|---|---|---|---|---|");
            rates(report, Step.FIRST_CONTACT, few, atFew);
            rates(report, Step.FIRST_CONTACT, many, atAll);
            rates(report, Step.READ_REPORT, few, heavyAtFew);
            rates(report, Step.READ_REPORT, many, heavyAtMany);
            IndexBench.measure(report, program, stock, complete);

            report.line("| ratio | value | bound | |");
            report.line("|---|---|---|---|");
            report.ratio("list, p50: REST query ÷ ours, " + many, atMany.rest().p50() / atMany.page().p50(), true, 10);
            report.ratio("list, p50: Tasklist's filter ÷ ours, " + many, atMany.filter().p50() / atMany.page().p50(), true, 20);
            report.ratio("list, p50: ours, " + many + " ÷ " + some, atMany.page().p50() / atSome.page().p50(), false, 1.2);
            report.ratio("complete first-contact: ours ÷ stock, " + many, atAll.ratio(), true, 3);
            report.ratio("complete first-contact: ours ÷ stock, " + few, atFew.ratio(), true, 0.5);
        }
        return report;
    }

    /** What an earlier run filled is measured once more at its last size: for trying a change, not for figures that are kept. */
    private static Report again(Path data, int many) throws Exception {
        Report report = new Report();
        try (Program program = new Program(data, System.getenv("BENCH_URL"));
                StockEngine stock = new StockEngine(program, System.getenv("BENCH_STOCK_URL"), true);
                Rest rest = new Rest(data)) {
            Municipality municipality = new Municipality(program);
            OurCases ours = new OurCases(program, municipality);
            ours.fillUpTo(many);
            stock.fillUpTo(many);
            CompleteBench complete = new CompleteBench(program, municipality, stock, rest);
            lines(report, many, new WorklistBench(program, municipality, rest, true).measure(30));
            int each = Math.min(40, many / 500);
            report.line("| complete, four at once | open tasks | ours, through the form, a second | stock engine, REST, a second | ratio |");
            report.line("|---|---|---|---|---|");
            for (Step step : Step.values()) {
                complete.measure(step, 2, each);
                rates(report, step, many, complete.measure(step, 5, each));
            }
        }
        return report;
    }

    private static void lines(Report report, int tasks, WorklistBench.Figures figures) {
        report.line("| list at %,d open tasks | p50 ms | p95 ms |", tasks);
        report.line("|---|---|---|");
        line(report, "our page, a principal: school, serious, due", figures.page());
        line(report, "our page, a principal: no filter", figures.plain());
        line(report, "our page, the owner: serious, due, all schools", figures.owner());
        line(report, "Camunda's REST task query: school, serious, due", figures.rest());
        line(report, "Tasklist's filter: school, serious, due", figures.filter());
    }

    private static void line(Report report, String what, Times times) {
        report.line("| %s | %.1f | %.1f |", what, times.p50(), times.p95());
    }

    private static void rates(Report report, Step step, int tasks, CompleteBench.Rates rates) {
        report.line("| %s | %,d | %.0f | %.0f | %.2f |", step, tasks, rates.ours(), rates.stock(), rates.ratio());
    }

    private static String setting(Program program, String name) {
        return program.jdbc.sql("select current_setting(?)").param(name).query(String.class).single();
    }
}
