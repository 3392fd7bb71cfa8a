package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.omtanke.TestTime;
import no.omtanke.access.Part;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseGate;
import no.omtanke.dossier.Registering;
import no.omtanke.dossier.Review;
import no.omtanke.form.Answers;
import no.omtanke.process.TaskRow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Statsforvalteren asks for a case: the owner answers in time, and what is ordered is done. */
abstract class SupervisionStories extends ProcessStory {

    @Autowired
    Registering registering;

    @Autowired
    Review review;

    @Autowired
    CaseGate gate;

    private CaseFile requested(CaseFile file, String answerBy) {
        assertThat(registering.register(towns.reader(town.owner()), file.reference(), letter(answerBy), List.of())).isPresent();
        time.settle();
        return file;
    }

    static Answers letter(String answerBy) {
        return new Answers("supervision-request", Map.of(
                "caseReference", "S26", "letterOn", "2026-11-20", "theirReference", "2026/4711",
                "askedFor", "All dokumentasjon i saken.", "answerBy", answerBy));
    }

    private void reviewed(CaseFile file) {
        assertThat(review.accept(towns.reader(town.owner()), story.open(file, "prepare-dossier").taskId(), "Gjelder en annen elev."))
                .isTrue();
    }

    private CaseFile sent(CaseFile file) {
        reviewed(file);
        done(file, "prepare-dossier");
        done(file, "send-dossier");
        return file;
    }

    private int packages(CaseFile file) {
        return jdbc.sql("select count(*) from case_document where case_id = ? and kind = 'dossier'")
                .param(file.id())
                .query(Integer.class)
                .single();
    }

    @Test
    void a_request_is_answered_and_each_order_is_a_task_with_its_own_date() {
        CaseFile file = requested(reported(), "2026-11-30");
        assertThat(story.now(file).escalated()).as("the owner sees the case from now on").isTrue();
        TaskRow prepare = story.open(file, "prepare-dossier");
        assertThat(prepare.dueAt()).as("the letter's own date").isEqualTo(TestTime.at("2026-11-30T15:00"));
        assertThat(sees(town.owner(), file)).contains("prepare-dossier");
        assertThat(sees(town.principal(), file)).doesNotContain("prepare-dossier");
        assertThat(refused(file, "prepare-dossier")).as("the list was not gone through").anyMatch(p -> p.contains("dokumentlisten"));

        reviewed(file);
        done(file, "prepare-dossier", "coverNote", "Vi ringer gjerne.");
        assertThat(packages(file)).isEqualTo(1);
        done(file, "send-dossier");
        done(
                file, "register-ruling",
                "ruling", "breach-orders",
                "orders[0].orderWhat", "Lag en aktivitetsplan.",
                "orders[0].orderBy", "2026-12-01",
                "orders[0].orderWho", String.valueOf(town.principal()),
                "orders[1].orderWhat", "Snakk med klassen.",
                "orders[1].orderBy", "2026-12-10");
        List<TaskRow> orders = tasks.ofCase(file.id()).stream().filter(t -> t.taskKey().equals("carry-out-order")).toList();
        assertThat(orders).extracting(TaskRow::dueAt)
                .containsExactlyInAnyOrder(TestTime.at("2026-12-01T15:00"), TestTime.at("2026-12-10T15:00"));
        TaskRow first = order(file, "2026-12-01T15:00");
        assertThat(first.assignee()).isEqualTo(town.principal());

        mail.forget();
        time.passTo("2026-12-01T15:01");
        assertThat(order(file, "2026-12-01T15:00").raisedTo()).as("missed: the owner").isEqualTo("school-owner");
        assertThat(order(file, "2026-12-10T15:00").raisedTo()).as("the other one has time").isNull();
        assertThat(subjects(address("kommunalsjef"))).isNotEmpty();

        done(order(file, "2026-12-01T15:00"));
        assertThat(openTasks(file)).contains("carry-out-order");
        done(order(file, "2026-12-10T15:00"));
        assertThat(openTasks(file)).doesNotContain("carry-out-order", "register-ruling");
        assertThat(running(file)).as("all is reported: the request is finished").isZero();
    }

    private TaskRow order(CaseFile file, String due) {
        return tasks.ofCase(file.id()).stream()
                .filter(t -> t.taskKey().equals("carry-out-order") && TestTime.at(due).equals(t.dueAt()))
                .findFirst()
                .orElseThrow();
    }

    private long running(CaseFile file) {
        return engine.getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceBusinessKey(file.id().toString())
                .processDefinitionKey("supervision")
                .count();
    }

    @Test
    void a_package_that_is_not_right_is_made_anew_and_no_order_ends_the_request() {
        CaseFile file = requested(reported(), "2026-11-30");
        reviewed(file);
        done(file, "prepare-dossier");
        done(file, "send-dossier", "sendOutcome", "redo", "redoReason", "Et vedlegg mangler.");
        done(file, "prepare-dossier");
        assertThat(packages(file)).as("both are kept").isEqualTo(2);
        done(file, "send-dossier");
        done(file, "register-ruling", "ruling", "no-breach");
        assertThat(running(file)).isZero();
    }

    @Test
    void every_deadline_of_a_request_is_followed() {
        CaseFile file = requested(reported(), "2026-11-25");
        time.passTo("2026-11-25T15:01");
        assertThat(story.open(file, "prepare-dossier").raisedTo()).isEqualTo("school-owner");
        reviewed(file);
        done(file, "prepare-dossier");
        time.pass(Duration.ofMinutes(1));
        assertThat(story.open(file, "send-dossier").raisedTo()).isEqualTo("school-owner");
        done(file, "send-dossier");
        time.pass(Duration.ofDays(100));
        assertThat(events(file, "reminded")).anyMatch(args -> args.contains("register-ruling"));
    }

    @Test
    void a_package_that_cannot_be_made_is_not_half_made_and_is_tried_again() {
        CaseFile file = requested(reported(), "2026-11-30");
        reviewed(file);
        TaskRow prepare = story.open(file, "prepare-dossier");
        sent(town.owner(), prepare);
        towns.forget(town);
        time.settle();
        assertThat(packages(file)).isZero();
        assertThat(openTasks(file)).doesNotContain("send-dossier");
        jdbc.sql("update role_assignment set to_date = null where person_id = ?").param(town.owner()).update();
        time.pass(Duration.ofMinutes(6));
        assertThat(packages(file)).isEqualTo(1);
        assertThat(openTasks(file)).contains("send-dossier");
    }

    @Test
    void two_requests_about_one_case_have_each_their_own_date() {
        CaseFile file = requested(requested(reported(), "2026-11-25"), "2026-12-15");
        time.passTo("2026-11-25T15:01");
        assertThat(tasks.ofCase(file.id()).stream().filter(t -> t.taskKey().equals("prepare-dossier")))
                .extracting(TaskRow::dueAt, TaskRow::raisedTo)
                .containsExactlyInAnyOrder(
                        tuple(TestTime.at("2026-11-25T15:00"), "school-owner"),
                        tuple(TestTime.at("2026-12-15T15:00"), null));
    }

    @Test
    void a_button_that_is_pressed_twice_registers_once() {
        CaseFile file = requested(requested(reported(), "2026-11-30"), "2026-11-30");
        assertThat(running(file)).isEqualTo(1);
        time.pass(Duration.ofMinutes(3));
        requested(file, "2026-11-30");
        assertThat(running(file)).isEqualTo(2);
    }

    @Test
    void the_same_answer_for_a_case_that_is_not_there_and_one_that_is_not_theirs() {
        CaseFile file = reported();
        assertThat(registering.register(towns.reader(town.owner()), "S26-ZZZZZZ", letter("2026-11-30"), List.of())).isEmpty();
        for (long person : List.of(town.principal(), town.teacher(), town.auditor())) {
            assertThat(registering.register(towns.reader(person), file.reference(), letter("2026-11-30"), List.of())).isEmpty();
        }
        jdbc.sql("insert into case_recusal (case_id, person_id, since) values (?, ?, now())").params(file.id(), town.owner()).update();
        assertThat(registering.register(towns.reader(town.owner()), file.reference(), letter("2026-11-30"), List.of())).isEmpty();
        assertThat(story.now(file).escalated()).isFalse();
        assertThat(running(file)).isZero();
    }

    @Test
    void whom_the_case_is_about_never_gets_an_order_and_the_leadership_neither_when_a_leader_is_accused() {
        CaseFile file = sent(requested(reported("aboutEmployee", "leader"), "2026-11-30"));
        assertThat(gate.allows(towns.reader(town.principal()), file.id(), Part.DOSSIER)).isFalse();
        assertThat(gate.allows(towns.reader(town.principal()), file.id(), Part.SUPERVISION)).isFalse();
        UUID accused = jdbc.sql("insert into case_party (id, case_id, person_id, role, added_at) values (gen_random_uuid(), ?, ?, 'accused', now()) returning id")
                .params(file.id(), town.principal())
                .query(UUID.class)
                .single();
        assertThat(accused).isNotNull();
        done(
                file, "register-ruling",
                "ruling", "breach-orders",
                "orders[0].orderWhat", "Lag en aktivitetsplan.",
                "orders[0].orderBy", "2026-12-01",
                "orders[0].orderWho", String.valueOf(town.principal()));
        assertThat(story.open(file, "carry-out-order").assignee()).isNull();
        assertThat(sees(town.principal(), file)).isEmpty();
    }
}
