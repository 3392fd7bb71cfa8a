package no.omtanke.bench;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import no.omtanke.bench.Municipality.School;
import no.omtanke.calendar.MovableClock;
import no.omtanke.concern.Reports;
import no.omtanke.form.Answers;
import no.omtanke.form.Check;
import no.omtanke.form.FormCatalog;
import no.omtanke.form.FormContext;
import no.omtanke.form.FormDefinition;
import no.omtanke.form.Forms;
import no.omtanke.form.Typed;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;

/** Real reports, taken by the program's own service: each opens a case and starts its process, which makes a task. */
final class OurCases {

    /** Reports come over eight weeks; the bench looks at them at the end of the second. */
    static final LocalDate FIRST_DAY = LocalDate.of(2026, 8, 24);
    static final LocalDate TODAY = FIRST_DAY.plusDays(14);
    static final int DAYS = 56;
    /** One in five is serious. */
    static final int SERIOUS = 5;

    private static final int BATCH = 50;

    private final Program program;
    private final List<School> schools;
    private final Map<Integer, Map<Boolean, Said>> said = new LinkedHashMap<>();

    private record Said(Answers answers, no.omtanke.form.Effects effects) {}

    OurCases(Program program, Municipality municipality) {
        this.program = program;
        this.schools = municipality.schools;
        for (School school : schools) {
            said.put(school.id(), Map.of(true, said(school, true), false, said(school, false)));
        }
    }

    /** Fills up to so many open tasks. */
    void fillUpTo(int target) {
        int missing = target - (int) program.number("select count(*) from task_row where state = 'open'");
        Reports reports = program.bean(Reports.class);
        MovableClock clock = program.bean(MovableClock.class);
        // The engine writes what a batch began in one go, in the batch's transaction.
        CommandExecutor engine = ((ProcessEngineConfigurationImpl)
                        program.bean(ProcessEngine.class).getProcessEngineConfiguration())
                .getCommandExecutorTxRequired();
        Filling.fill("omtanke", missing, BATCH, (from, to) -> engine.execute(context -> {
            for (int n = from; n < to; n++) {
                LocalDate day = FIRST_DAY.plusDays(ThreadLocalRandom.current().nextInt(DAYS));
                clock.moveTo(day.atTime(LocalTime.of(9, 0)).atZone(clock.getZone()).toInstant());
                School school = schools.get(n % schools.size());
                Said what = said.get(school.id()).get((n + n / schools.size()) % SERIOUS == 0);
                reports.take(new Reports.Incoming(
                        "open", school.id(), "nb", what.answers(), what.effects(), List.of(), UUID.randomUUID(), null, null));
            }
            return null;
        }));
        clock.moveTo(TODAY.atTime(9, 0).atZone(clock.getZone()).toInstant());
        // Mails have left in a house that runs; what they waited for in the engine goes with them.
        program.jdbc.sql("delete from act_ru_job where type_ = 'message'").update();
        program.jdbc.sql("vacuum analyze").update();
    }

    private Said said(School school, boolean serious) {
        FormDefinition form = program.bean(FormCatalog.class).form("report-guardian");
        FormContext context = new FormContext(Locale.forLanguageTag("nb"), school.id(), Map.of(), Map.of());
        Map<String, String> typed = new LinkedHashMap<>(Map.of(
                "school", String.valueOf(school.id()),
                "childName", "Et Barn",
                "childGrade", "6",
                "relation", "parent",
                "whatHappened", "De stenger henne ute i friminuttene. Det har vart siden skolestart, og hun vil ikke på skolen.",
                "aboutEmployee", "none",
                "safeTomorrow", serious ? "no" : "yes",
                "reporterName", "En Foresatt",
                "phone", "40 00 00 00",
                "email", "foresatt@hjemme.example"));
        Typed all = Typed.empty();
        for (var answer : typed.entrySet()) {
            all = all.with(answer.getKey(), answer.getValue());
        }
        Forms forms = program.bean(Forms.class);
        if (forms.check(form, null, all, context) instanceof Check.Valid valid) {
            return new Said(valid.answers(), forms.effects(form, valid.answers(), context));
        }
        throw new IllegalStateException("the bench's report is not whole: " + forms.check(form, null, all, context));
    }
}
