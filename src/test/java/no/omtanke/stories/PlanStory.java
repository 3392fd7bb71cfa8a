package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.omtanke.access.Part;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseGate;
import no.omtanke.plan.Finding;
import no.omtanke.plan.LogLine;
import no.omtanke.plan.Measure;
import no.omtanke.plan.PlanBook;
import no.omtanke.plan.PlanView;
import no.omtanke.process.TaskRow;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.ProcessEngineTests;
import org.camunda.bpm.engine.test.assertions.bpmn.ProcessInstanceAssert;
import org.springframework.beans.factory.annotation.Autowired;

/** What stories of plans have besides: a case that needs one, and a look at what stands in it. */
abstract class PlanStory extends ProcessStory {

    @Autowired
    PlanBook book;

    @Autowired
    CaseGate gate;

    private ProcessInstance plan;

    // --- what people do

    /** A case whose pupil is not safe: somebody is asked to write a plan. */
    CaseFile planNeeded(String... said) {
        CaseFile file = investigated(said);
        done(file, "conclude", "safe", "no", "plan", "yes");
        return file;
    }

    /** The plan is written, heard and approved. */
    CaseFile running(String... draft) {
        CaseFile file = planNeeded();
        done(file, "write-plan", draft);
        heard(file);
        done(file, "approve-plan");
        return file;
    }

    /** The open tasks besides those of doing the measures. */
    List<String> waitsFor(CaseFile file) {
        return openTasks(file).stream().filter(task -> !task.equals("do-measure")).toList();
    }

    // --- what is seen

    ProcessInstanceAssert plan(CaseFile file) {
        ProcessInstance running = engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(file.id().toString())
                .processDefinitionKey("activity-plan")
                .singleResult();
        plan = running == null ? plan : running;
        return ProcessEngineTests.assertThat(plan);
    }

    PlanView view(CaseFile file) {
        List<PlanView> plans = book.of(gate.open(towns.reader(town.principal()), file.id(), Part.CONTENT).orElseThrow());
        return plans.get(plans.size() - 1);
    }

    Measure measure(CaseFile file) {
        return view(file).newest().orElseThrow().content().measures().get(0);
    }

    List<LogLine.Result> log(CaseFile file) {
        return view(file).logOf(measure(file)).stream().map(LogLine::result).toList();
    }

    List<String> findings(CaseFile file) {
        return book.findings(view(file)).stream().map(Finding::rule).toList();
    }

    UUID affected(CaseFile file) {
        return jdbc.sql("select id from case_party where case_id = ? and role = 'affected' and removed_at is null")
                .param(file.id())
                .query(UUID.class)
                .single();
    }

    LocalDate dayOf(TaskRow task) {
        return LocalDate.ofInstant(task.createdAt(), no.omtanke.TestTime.NORWAY);
    }

    /** No step of the case was tried in vain. */
    void nothingFailed(CaseFile file) {
        List<String> failures = engine.getManagementService().createJobQuery().withException().list().stream()
                .filter(job -> isOf(file, job.getProcessInstanceId()))
                .map(job -> engine.getManagementService().getJobExceptionStacktrace(job.getId()))
                .toList();
        assertThat(failures).isEmpty();
    }

    private boolean isOf(CaseFile file, String process) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceId(process)
                        .processInstanceBusinessKey(file.id().toString())
                        .count()
                > 0;
    }
}
