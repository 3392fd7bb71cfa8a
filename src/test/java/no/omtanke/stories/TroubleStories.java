package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import no.omtanke.casefile.CaseFile;
import no.omtanke.process.FormSubmission.Outcome;
import no.omtanke.process.TaskRow;
import org.junit.jupiter.api.Test;

/** What goes wrong around a case must not stop it. */
abstract class TroubleStories extends ProcessStory {

    @Test
    void without_a_mail_server_the_case_goes_on_and_the_receipt_is_sent_when_it_is_back() {
        mail.stop();
        CaseFile file;
        try {
            file = reported();
            assertThat(openTasks(file)).containsExactly("read-report");
            done(file, "read-report");
            process(file).isWaitingAt("first-contact", "send-receipt", "tell-reader");
            assertThat(events(file, "receipt-sent")).isEmpty();
            time.pass(Duration.ofMinutes(6));
            assertThat(events(file, "receipt-sent")).isEmpty();
        } finally {
            mail.start();
        }
        time.pass(Duration.ofMinutes(6));
        assertThat(events(file, "receipt-sent")).hasSize(1);
        assertThat(subjects(reporter())).containsExactly("Vi har fått meldingen din");
        assertThat(subjects(address("rektor"))).containsExactly("En ny melding venter på å bli lest");
    }

    @Test
    void a_mail_server_that_never_comes_back_leaves_an_incident_and_a_case_that_can_be_worked_in() {
        mail.stop();
        try {
            CaseFile file = reported();
            for (int i = 0; i < 13; i++) {
                time.pass(Duration.ofMinutes(6));
            }
            assertThat(engine.getRuntimeService()
                            .createIncidentQuery()
                            .processInstanceId(instance(file, "school-environment").getId())
                            .list())
                    .extracting("activityId")
                    .contains("send-receipt");
            done(file, "read-report");
            process(file).isWaitingAt("first-contact");
        } finally {
            mail.start();
        }
    }

    @Test
    void a_reporter_without_an_address_gets_no_receipt_and_the_case_says_so() {
        CaseFile file = reported("email", "");
        assertThat(events(file, "receipt-without-address")).hasSize(1);
        process(file).isWaitingAtExactly("read-report");
    }

    @Test
    void a_school_without_a_leader_is_read_by_the_owner() {
        towns.loseLeaders(town);
        CaseFile file = reported();
        process(file).isWaitingAtExactly("read-report");
        TaskRow row = story.open(file, "read-report");
        assertThat(row.assignee()).isNull();
        assertThat(sees(town.owner(), file)).containsExactly("read-report");
        assertThat(subjects(address("kommunalsjef"))).containsExactly("En ny melding venter på å bli lest");
        assertThat(events(file, "no-leader")).hasSize(1);
        done(file, "read-report", "seriousCriteria", "violence");
        waitsFor(file, "first-contact", "immediate-measures", "hear-pupil").hasNotPassed("notify-owner");
        schoolActs(file);
        done(file, "investigate");
        assertThat(sees(town.owner(), file)).containsExactly("conclude");
        done(file, "conclude");
        done(file, "close-case");
        process(file).isEnded();
    }

    @Test
    void two_people_who_send_one_task_at_once_one_wins_and_the_other_is_told_who() throws Exception {
        CaseFile file = reported();
        TaskRow row = story.open(file, "read-report");
        var start = new CyclicBarrier(2);
        var both = Executors.newFixedThreadPool(2);
        try {
            List<Future<Outcome>> sent = both.invokeAll(List.of(
                    sending(town.principal(), row, start), sending(town.deputy(), row, start)));
            List<Outcome> outcomes = List.of(sent.get(0).get(), sent.get(1).get());
            assertThat(outcomes).hasAtLeastOneElementOfType(Outcome.Completed.class);
            assertThat(outcomes).hasAtLeastOneElementOfType(Outcome.AlreadyEnded.class);
            long winner = outcomes.get(0) instanceof Outcome.Completed ? town.principal() : town.deputy();
            var late = (Outcome.AlreadyEnded) outcomes.get(outcomes.get(0) instanceof Outcome.Completed ? 1 : 0);
            assertThat(late.by()).isEqualTo(winner);
            assertThat(late.at()).isNotNull();
        } finally {
            both.shutdownNow();
        }
        waitsFor(file, "first-contact", "immediate-measures", "hear-pupil");
        assertThat(jdbc.sql("select count(*) from case_entry where case_id = ? and form_id = 'read-report'")
                        .param(file.id())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    private Callable<Outcome> sending(long person, TaskRow row, CyclicBarrier start) {
        return () -> {
            start.await();
            return sent(person, row);
        };
    }

    @Test
    void somebody_who_is_not_asked_cannot_do_a_task() {
        CaseFile file = reported();
        TaskRow row = story.open(file, "read-report");
        assertThat(sent(town.owner(), row)).isInstanceOf(Outcome.NotAllowed.class);
        assertThat(sent(town.teacher(), row)).isInstanceOf(Outcome.NotAllowed.class);
        assertThat(sent(town.guardian(), row)).isInstanceOf(Outcome.NotAllowed.class);
        process(file).isWaitingAtExactly("read-report");
    }

    @Test
    void a_task_is_not_completed_past_its_form() {
        CaseFile file = reported();
        String task = story.open(file, "read-report").taskId();
        assertThatThrownBy(() -> engine.getTaskService().complete(task)).hasMessageContaining("form");
        process(file).isWaitingAtExactly("read-report");
        assertThat(story.open(file, "read-report").open()).isTrue();
    }
}
