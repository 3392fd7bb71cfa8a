package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import no.omtanke.casefile.CaseFile;
import no.omtanke.decision.Appeals;
import no.omtanke.decision.DecisionDoor.Seen;
import no.omtanke.decision.DecisionParty;
import no.omtanke.process.TaskRow;
import org.junit.jupiter.api.Test;

/** A decision becomes a numbered letter that each party can read, and each party's window begins when they can. */
abstract class DecisionStories extends DecisionStory {

    @Test
    void a_decision_gets_a_number_and_a_letter_and_can_be_appealed_for_three_weeks() {
        CaseFile file = decided();
        Seen seen = seen(file, town.guardian());
        assertThat(seen.outcome()).extracting(said -> said.values().get(0)).containsExactly("Avslått", "0 dager");
        assertThat(seen.grounds()).extracting(said -> said.values().get(0)).containsExactly("Klassen har tentamen i uka.");
        assertThat(seen.written()).isTrue();
        assertThat(letters(file)).containsExactly("decision");
        assertThat(subjects(address("foresatt"))).containsExactly("Skolen har gjort et vedtak");
        assertThat(seen.party()).extracting(DecisionParty::way, DecisionParty::availableOn, DecisionParty::lastDay)
                .containsExactly("link", LocalDate.of(2026, 11, 23), LocalDate.of(2026, 12, 14));
        time.passTo("2026-12-14T23:50");
        assertThat(seen(file, town.guardian()).inTime()).isTrue();
        assertThat(running(file)).as("the last day is not over").isPositive();
        time.passTo("2026-12-15T00:05");
        assertThat(running(file)).as("the window is over, and nobody appealed").isZero();
        assertThat(seen(file, town.guardian()).inTime()).isFalse();
    }

    @Test
    void numbers_have_no_gap_also_when_a_decision_is_taken_back() {
        decided();
        int last = last();
        CaseFile waits = asked();
        TaskRow task = story.open(waits, "decide-trial");
        transaction.executeWithoutResult(status -> {
            sent(town.principal(), task);
            status.setRollbackOnly();
        });
        assertThat(last()).isEqualTo(last);
        done(waits, "decide-trial");
        assertThat(last()).isEqualTo(last + 1);
        assertThat(jdbc.sql("select count(distinct letter_number) from individual_decision where letter_year = 2026")
                        .query(Integer.class)
                        .single())
                .isEqualTo(jdbc.sql("select count(*) from individual_decision where letter_year = 2026").query(Integer.class).single());
    }

    private int last() {
        return jdbc.sql("select last from letter_year where year = 2026").query(Integer.class).single();
    }

    @Test
    void a_mail_that_does_not_leave_begins_no_window() {
        mail.stop();
        CaseFile file = decided();
        time.pass(Duration.ofDays(30));
        DecisionParty party = seen(file, town.guardian()).party();
        assertThat(party.available()).isFalse();
        assertThat(party.inTime(today())).isTrue();
        assertThat(running(file)).isPositive();
        mail.start();
        engine.getManagementService().createJobQuery().withException().noRetriesLeft().list().stream()
                .filter(job -> job.getProcessDefinitionKey().equals("individual-decision"))
                .forEach(job -> engine.getManagementService().setJobRetries(job.getId(), 1));
        time.pass(Duration.ofMinutes(6));
        assertThat(seen(file, town.guardian()).party().availableOn()).as("the day it left").isEqualTo(today());
        assertThat(seen(file, town.guardian()).party().lastDay()).isAfterOrEqualTo(today().plusDays(21));
    }

    @Test
    void without_an_address_the_window_begins_when_the_letter_was_handed_over() {
        long father = secondGuardian(null);
        CaseFile file = decided();
        assertThat(openTasks(file)).containsExactly("hand-over-letter");
        assertThat(seen(file, father).party().available()).isFalse();
        assertThat(seen(file, town.guardian()).party().available()).as("the other guardian has it").isTrue();

        time.passTo("2026-11-26T10:00");
        assertThat(refused(file, "hand-over-letter", "handedOn", "2026-11-27")).anyMatch(p -> p.contains("fram i tid"));
        done(file, "hand-over-letter", "handedOn", "2026-11-26");
        assertThat(seen(file, father).party()).extracting(DecisionParty::way, DecisionParty::lastDay)
                .containsExactly("paper", LocalDate.of(2026, 12, 17));
        time.passTo("2026-12-16T10:00");
        assertThat(seen(file, town.guardian()).inTime()).as("two parties, two windows").isFalse();
        assertThat(seen(file, father).inTime()).isTrue();
        assertThat(appeals(file, father)).isEqualTo(Appeals.Came.TAKEN);
        assertThat(openTasks(file)).containsExactly("reconsider-appeal");
    }

    @Test
    void a_letter_that_nobody_hands_over_comes_to_somebody_higher() {
        secondGuardian(null);
        CaseFile file = decided();
        time.passTo("2026-11-25T15:01");
        assertThat(story.open(file, "hand-over-letter").raisedTo()).isEqualTo("leadership:" + town.school());
        done(file, "hand-over-letter");
        assertThat(openTasks(file)).isEmpty();
    }

    @Test
    void the_pupil_is_a_party_from_fifteen_and_alone_from_eighteen() {
        born(LocalDate.of(2011, 11, 24));
        assertThat(parties(decided())).containsExactly(town.guardian());
        born(LocalDate.of(2011, 11, 23));
        assertThat(parties(decided())).containsExactlyInAnyOrder(town.guardian(), town.pupil());
        born(LocalDate.of(2008, 11, 23));
        assertThat(parties(decided())).containsExactly(town.pupil());
    }

    @Test
    void who_is_a_party_no_more_reads_nothing() {
        CaseFile file = decided();
        register.blockGuardian(town.guardian(), town.pupil(), true);
        assertThat(door.show(decision(file), town.guardian(), Locale.forLanguageTag("nb"))).isEmpty();
        assertThat(door.open(decision(file), town.other())).isFalse();
        assertThat(door.open(UUID.randomUUID(), town.guardian())).isFalse();
    }

    @Test
    void a_new_link_goes_to_the_address_on_file() {
        CaseFile file = decided();
        mail.forget();
        transaction.executeWithoutResult(status -> door.sendAgain(decision(file), town.guardian()));
        time.settle();
        assertThat(subjects(address("foresatt"))).containsExactly("Ny lenke til vedtaket");
    }

    private List<Long> parties(CaseFile file) {
        return jdbc.sql("select person_id from decision_party where decision_id = ?").param(decision(file)).query(Long.class).list();
    }
}
