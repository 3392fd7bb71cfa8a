package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import no.omtanke.access.Part;
import no.omtanke.access.Reader;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.CaseQueries;
import no.omtanke.casefile.Entry;
import no.omtanke.form.Answers;
import no.omtanke.process.Naming;
import no.omtanke.process.Recusals;
import no.omtanke.process.TaskDesk;
import no.omtanke.process.TaskFilter;
import no.omtanke.process.TaskRow;
import no.omtanke.process.TaskTab;
import no.omtanke.process.Writers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Somebody is not impartial and steps back: the case goes on without them, and they see nothing of it. */
class RecusalTest extends ProcessStory {

    @Autowired
    CaseGate gate;

    @Autowired
    CaseQueries lists;

    @Autowired
    Recusals recusals;

    @Autowired
    Naming naming;

    @Autowired
    TaskDesk desk;

    @Autowired
    Writers writers;

    @Test
    void the_principal_steps_back_and_the_deputy_has_the_task_then_the_owner_when_the_deputy_does_too() {
        CaseFile file = reported();
        assertThat(story.open(file, "read-report").assignee()).isEqualTo(town.principal());
        stepsBack(town.principal(), file);
        assertThat(story.open(file, "read-report").assignee()).isEqualTo(town.deputy());
        findsNothing(town.principal(), file);
        assertThat(sees(town.deputy(), file)).containsExactly("read-report");

        stepsBack(town.deputy(), file);
        TaskRow task = story.open(file, "read-report");
        assertThat(task.assignee()).isNull();
        assertThat(tasks.audiences(task.taskId())).containsExactly("school-owner");
        findsNothing(town.deputy(), file);
        assertThat(gate.allows(towns.reader(town.owner()), file.id(), Part.CONTENT)).isTrue();

        done(file, "read-report");
        assertThat(openTasks(file)).contains("first-contact");
        mail.forget();
        time.passTo("2026-11-27T16:00");
        assertThat(events(file, "deadline-missed")).isNotEmpty().allMatch(args -> args.contains("\"school-owner\""));
        assertThat(mail.to(address("rektor"))).isEmpty();
        assertThat(mail.to(address("inspektor"))).isEmpty();
        findsNothing(town.principal(), file);
    }

    @Test
    void a_task_that_was_raised_to_a_leadership_that_stepped_back_is_the_owners() {
        CaseFile file = reported();
        done(file, "read-report");
        time.passTo("2026-11-25T12:00");
        TaskRow raised = story.open(file, "first-contact");
        assertThat(raised.raisedTo()).isEqualTo("leadership:" + town.school());
        stepsBack(town.deputy(), file);
        assertThat(story.open(file, "first-contact").raisedTo()).isEqualTo("leadership:" + town.school());
        stepsBack(town.principal(), file);
        assertThat(story.open(file, "first-contact").raisedTo()).isEqualTo("school-owner");
        assertThat(tasks.audiences(raised.taskId())).containsExactlyInAnyOrder("person:" + town.teacher(), "school-owner");
    }

    @Test
    void who_was_responsible_steps_back_and_the_leadership_sees_that_somebody_must_be_named() {
        CaseFile file = reported();
        done(file, "read-report");
        Reader leader = towns.reader(town.principal());
        assertThat(naming.vacant(leader, file.id())).isEmpty();
        stepsBack(town.teacher(), file);

        findsNothing(town.teacher(), file);
        assertThat(openTasks(file)).contains("first-contact", "hear-pupil");
        assertThat(tasks.ofCase(file.id()).stream().filter(TaskRow::open)).noneMatch(t -> Long.valueOf(town.teacher()).equals(t.assignee()));
        assertThat(sees(town.principal(), file)).contains("first-contact");
        assertThat(naming.vacant(leader, file.id())).containsExactly("responsible");
        assertThat(naming.vacant(towns.reader(town.social()), file.id())).isEmpty();

        assertThat(naming.name(leader, file.id(), "responsible", town.teacher())).isFalse();
        assertThat(naming.name(towns.reader(town.social()), file.id(), "responsible", town.social())).isFalse();
        assertThat(naming.name(leader, file.id(), "responsible", town.social())).isTrue();
        assertThat(naming.vacant(leader, file.id())).isEmpty();

        String contact = story.open(file, "first-contact").taskId();
        assertThat(desk.take(leader, contact)).isEqualTo(TaskDesk.Result.DONE);
        assertThat(desk.assign(leader, contact, town.teacher())).isEqualTo(TaskDesk.Result.NOT_ALLOWED);
        done(file, "first-contact", "responsible", String.valueOf(town.social()));
        done(file, "immediate-measures");
        done(file, "hear-pupil");
        done(file, "inform-guardians");
        done(file, "investigate");
        done(file, "conclude", "safe", "no", "plan", "yes");
        TaskRow plan = story.open(file, "write-plan");
        assertThat(plan.assignee()).as("the contact teacher stepped back").isEqualTo(town.social());
        assertThat(writers.inviteToWrite(towns.reader(town.social()), plan.taskId(), town.teacher()))
                .isEqualTo(TaskDesk.Result.NOT_ALLOWED);
        findsNothing(town.teacher(), file);
    }

    @Test
    void a_form_that_would_bring_them_back_is_refused() {
        CaseFile file = reported();
        done(file, "read-report");
        stepsBack(town.social(), file);
        assertThat(refused(file, "first-contact", "responsible", String.valueOf(town.social())))
                .containsExactly("responsible: Personen har trådt ut av saken. Velg en annen.");
        done(file, "first-contact");
        done(file, "immediate-measures");
        done(file, "hear-pupil");
        done(file, "inform-guardians");
        assertThat(story.open(file, "investigate").assignee())
                .as("the investigator stepped back; whoever is responsible has it until somebody is named")
                .isEqualTo(town.teacher());
    }

    @Test
    void whoever_has_only_a_measure_steps_back_from_the_measure_and_the_case() {
        CaseFile file = investigated();
        done(file, "conclude", "safe", "no", "plan", "yes");
        done(file, "write-plan", "planMeasures[0].planWho", String.valueOf(town.social()), "planMeasures[0].planSubstitute", String.valueOf(town.deputy()), "planMeasures[0].planOften", "daily");
        heard(file);
        done(file, "approve-plan");
        TaskRow task = story.open(file, "do-measure");
        assertThat(task.assignee()).isEqualTo(town.social());
        Reader social = towns.reader(town.social());
        assertThat(recusals.stepBack(social, file.id(), Part.MEASURE, why("close"))).isTrue();

        findsNothing(town.social(), file);
        assertThat(jdbc.sql("select owner from plan_measure where id = ?").param(task.measure()).query(Long.class).optional()).isEmpty();
        assertThat(sees(town.principal(), file)).contains("do-measure");
        time.passTo("2026-11-24T09:00");
        assertThat(story.open(file, "do-measure").assignee()).as("the substitute, the next day").isEqualTo(town.deputy());
    }

    @Test
    void everybody_sees_that_somebody_stepped_back_but_only_who_leads_the_case_sees_why() {
        CaseFile file = reported();
        done(file, "read-report");
        stepsBack(town.teacher(), file);
        assertThat(whys(town.principal(), file)).singleElement().satisfies(json -> assertThat(json).contains("Fetteren min"));
        assertThat(whys(town.social(), file)).isEmpty();
        assertThat(gate.open(towns.reader(town.social()), file.id(), Part.CONTENT).orElseThrow().events())
                .anyMatch(e -> e.kind().equals("stepped-back") && e.actorId() == town.teacher() && e.args().isEmpty());
        assertThat(jdbc.sql("select encode(sealed, 'escape') from case_entry where case_id = ? and form_id = 'recusal'")
                        .param(file.id())
                        .query(String.class)
                        .single())
                .doesNotContain("Fetteren");
    }

    @Test
    void only_who_leads_the_case_lets_them_in_again_and_says_why() {
        CaseFile file = reported();
        done(file, "read-report");
        stepsBack(town.teacher(), file);
        Answers reason = new Answers("let-in-again", Map.of("whyLetIn", "Det var en annen familie."));
        assertThat(recusals.letIn(towns.reader(town.teacher()), file.id(), town.teacher(), reason)).isFalse();
        assertThat(recusals.letIn(towns.reader(town.social()), file.id(), town.teacher(), reason)).isFalse();
        assertThat(recusals.letIn(towns.reader(town.principal()), file.id(), town.social(), reason)).isFalse();
        findsNothing(town.teacher(), file);
        assertThat(recusals.letIn(towns.reader(town.principal()), file.id(), town.teacher(), reason)).isTrue();
        assertThat(gate.allows(towns.reader(town.teacher()), file.id(), Part.CONTENT)).as("let in, but nothing to do yet").isFalse();
        assertThat(desk.assign(towns.reader(town.principal()), story.open(file, "first-contact").taskId(), town.teacher()))
                .isEqualTo(TaskDesk.Result.DONE);
        assertThat(gate.allows(towns.reader(town.teacher()), file.id(), Part.CONTENT)).isTrue();
        stepsBack(town.teacher(), file);
        findsNothing(town.teacher(), file);
    }

    @Test
    void who_has_no_part_in_the_case_cannot_step_back_from_it() {
        CaseFile file = reported();
        for (long person : new long[] {town.social(), town.auditor(), towns.found().principal()}) {
            assertThat(recusals.stepBack(towns.reader(person), file.id(), Part.CONTENT, why("other"))).isFalse();
        }
        assertThat(events(file, "stepped-back")).isEmpty();
    }

    private void stepsBack(long person, CaseFile file) {
        assertThat(recusals.stepBack(towns.reader(person), file.id(), Part.CONTENT, why("family"))).isTrue();
        time.settle();
    }

    private static Answers why(String ground) {
        return new Answers("recusal", Map.of("ground", ground, "groundMore", "Fetteren min."));
    }

    private List<String> whys(long person, CaseFile file) {
        return gate.open(towns.reader(person), file.id(), Part.CONTENT).orElseThrow().entries().stream()
                .filter(e -> e.formId().equals("recusal"))
                .map(Entry::json)
                .toList();
    }

    private void findsNothing(long person, CaseFile file) {
        Reader reader = towns.reader(person);
        assertThat(Set.of(Part.values())).noneMatch(part -> gate.allows(reader, file.id(), part));
        assertThat(lists.list(reader, null, file.reference(), 10, 0)).isEmpty();
        assertThat(lists.count(reader, null, null)).isZero();
        for (TaskTab tab : TaskTab.values()) {
            assertThat(tasks.list(reader, new TaskFilter(tab, null, false, null, null, null), 20, 0)).as(tab.id()).isEmpty();
            assertThat(tasks.look(reader, tab, null).tasks()).as(tab.id()).isEmpty();
        }
    }
}
