package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.decision.Appeals.Came;
import org.junit.jupiter.api.Test;

/** An appeal is reconsidered by the school, and what the school upholds Statsforvalteren decides. */
abstract class AppealStories extends DecisionStory {

    @Test
    void an_appeal_in_time_that_the_school_rejects_goes_on_and_its_outcome_is_told() {
        CaseFile file = decided();
        mail.forget();
        assertThat(appeals(file, town.guardian())).isEqualTo(Came.TAKEN);
        assertThat(subjects(address("foresatt"))).containsExactly("Vi har fått klagen din");
        assertThat(appeals(file, town.guardian())).as("twice").isEqualTo(Came.RUNNING);
        assertThat(openTasks(file)).containsExactly("reconsider-appeal");

        done(file, "reconsider-appeal");
        assertThat(state(file)).isEqualTo("upheld");
        assertThat(letters(file)).containsExactly("decision", "appeal-forwarding");
        assertThat(sees(town.owner(), file)).containsExactly("forward-appeal");
        mail.forget();
        done(file, "forward-appeal");
        assertThat(subjects(address("foresatt"))).containsExactly("Klagen din er sendt videre");
        done(file, "register-appeal-outcome");
        assertThat(state(file)).isEqualTo("decided");
        assertThat(letters(file)).containsExactly("decision", "appeal-forwarding", "appeal-outcome");
        assertThat(subjects(address("foresatt"))).contains("En klage er avgjort");
        assertThat(seen(file, town.guardian()).came()).as("there is no other appeal").isEqualTo(Came.DECIDED);
        assertThat(running(file)).as("all is over, also the window").isZero();
    }

    @Test
    void a_school_that_changes_its_mind_decides_anew_and_the_old_decision_is_replaced_for_both() {
        long father = secondGuardian("far." + town.tag() + "@town.example");
        CaseFile file = decided();
        appeals(file, town.guardian());
        done(file, "reconsider-appeal", "reconsidered", "changed");
        assertThat(story.open(file, "decide-anew").formId()).as("the form in which it was decided").isEqualTo("decide-trial");
        mail.forget();
        done(file, "decide-anew", "trialOutcome", "granted", "trialTerm", "3 dager");
        assertThat(decisions(file)).hasSize(2);
        assertThat(state(file)).isEqualTo("changed");
        assertThat(letters(file)).containsExactly("decision", "decision");
        assertThat(seen(file, father).came()).isEqualTo(Came.REPLACED);
        assertThat(subjects("far." + town.tag() + "@town.example")).containsExactly("Skolen har gjort et vedtak");
        UUID fresh = decisions(file).get(1);
        assertThat(door.show(fresh, father, java.util.Locale.forLanguageTag("nb")).orElseThrow().outcome())
                .extracting(said -> said.values().get(0))
                .containsExactly("Innvilget", "3 dager");
        time.pass(Duration.ofDays(22));
        assertThat(running(file)).isZero();
    }

    @Test
    void a_late_appeal_that_is_taken_up_is_treated_as_any_other() {
        CaseFile file = decided();
        time.passTo("2026-12-16T10:00");
        assertThat(appeals(file, town.guardian(), "whyLate", "Jeg lå på sykehus.")).isEqualTo(Came.TAKEN);
        assertThat(openTasks(file)).containsExactly("decide-late-appeal");
        done(file, "decide-late-appeal");
        assertThat(openTasks(file)).containsExactly("reconsider-appeal");
    }

    @Test
    void a_late_appeal_that_is_refused_is_a_decision_that_can_be_appealed_itself() {
        CaseFile file = decided();
        time.passTo("2026-12-16T10:00");
        appeals(file, town.guardian(), "whyLate", "Jeg glemte det.");
        done(file, "decide-late-appeal", "lateTaken", "no", "lateGrounds", "Parten fikk brevet i tide.", "lateBasis", "late");
        assertThat(state(file)).isEqualTo("refused");
        assertThat(decisions(file)).hasSize(2);
        assertThat(jdbc.sql("select kind from individual_decision where id = ?").param(decisions(file).get(1)).query(String.class).single())
                .isEqualTo("late-appeal");
        time.pass(Duration.ofDays(23));
        assertThat(running(file)).isZero();
    }

    @Test
    void a_closed_case_is_opened_for_a_late_appeal_and_closed_again() {
        CaseFile file = decided();
        time.passTo("2026-12-16T10:00");
        transaction.executeWithoutResult(status -> cases.close(file.id()));
        appeals(file, town.guardian(), "whyLate", "Jeg lå på sykehus.");
        assertThat(story.now(file).open()).isTrue();
        assertThat(withdraws(file, town.guardian())).isTrue();
        assertThat(story.now(file).open()).isFalse();
    }

    @Test
    void an_appeal_that_is_withdrawn_in_time_can_be_sent_again() {
        CaseFile file = decided();
        appeals(file, town.guardian());
        assertThat(withdraws(file, town.guardian())).isTrue();
        assertThat(withdraws(file, town.guardian())).as("twice").isFalse();
        assertThat(openTasks(file)).isEmpty();
        assertThat(state(file)).isEqualTo("withdrawn");
        assertThat(running(file)).as("the window goes on").isPositive();
        assertThat(appeals(file, town.guardian())).isEqualTo(Came.TAKEN);
        assertThat(openTasks(file)).containsExactly("reconsider-appeal");
    }

    @Test
    void statsforvalteren_hears_of_an_appeal_that_is_withdrawn_after_it_was_sent() {
        CaseFile file = decided();
        appeals(file, town.guardian());
        done(file, "reconsider-appeal");
        done(file, "forward-appeal");
        withdraws(file, town.guardian());
        assertThat(openTasks(file)).containsExactly("report-withdrawal");
        time.pass(Duration.ofDays(5));
        assertThat(story.open(file, "report-withdrawal").raisedTo()).isEqualTo("school-owner");
        done(file, "report-withdrawal");
        assertThat(openTasks(file)).isEmpty();
    }

    @Test
    void a_decision_that_is_annulled_is_made_anew_and_who_has_no_address_gets_the_outcome_on_paper() {
        long father = secondGuardian(null);
        CaseFile file = decided();
        done(file, "hand-over-letter");
        appeals(file, town.guardian());
        done(file, "reconsider-appeal");
        done(file, "forward-appeal");
        done(file, "register-appeal-outcome", "appealResult", "annulled");
        assertThat(openTasks(file)).containsExactly("hand-over-outcome");
        time.pass(Duration.ofDays(3));
        done(file, "hand-over-outcome");
        assertThat(openTasks(file)).containsExactly("decide-anew");
        time.pass(Duration.ofDays(8));
        assertThat(story.open(file, "decide-anew").raisedTo()).isNotNull();
        done(file, "decide-anew", "trialOutcome", "granted");
        assertThat(decisions(file)).hasSize(2);
        assertThat(state(file)).isEqualTo("decided");
        assertThat(seen(file, father).came()).isEqualTo(Came.REPLACED);
        time.pass(Duration.ofDays(5));
        assertThat(openTasks(file)).as("the father gets the new letter on paper, too").containsExactly("hand-over-letter");
    }

    @Test
    void what_statsforvalteren_changes_is_told_in_a_letter() {
        CaseFile file = decided();
        appeals(file, town.guardian());
        done(file, "reconsider-appeal");
        done(file, "forward-appeal");
        done(file, "register-appeal-outcome", "appealResult", "changed");
        assertThat(seen(file, town.guardian()).appeal().outcome()).isEqualTo("changed");
        assertThat(openTasks(file)).isEmpty();
    }

    @Test
    void every_deadline_of_an_appeal_is_followed() {
        CaseFile file = decided();
        time.passTo("2026-12-16T10:00");
        appeals(file, town.guardian(), "whyLate", "Jeg lå på sykehus.");
        time.pass(Duration.ofDays(10));
        assertThat(story.open(file, "decide-late-appeal").raisedTo()).isNotNull();
        done(file, "decide-late-appeal");
        time.pass(Duration.ofDays(20));
        assertThat(story.open(file, "reconsider-appeal").raisedTo()).isNotNull();
        done(file, "reconsider-appeal");
        time.pass(Duration.ofDays(10));
        assertThat(story.open(file, "forward-appeal").raisedTo()).isEqualTo("school-owner");
        done(file, "forward-appeal", "forwardedOn", LocalDate.of(2027, 1, 20).toString());
        time.pass(Duration.ofDays(125));
        assertThat(events(file, "reminded")).anyMatch(args -> args.contains("register-appeal-outcome"));
        assertThat(List.of("forwarded")).contains(state(file));
    }
}
