package no.omtanke.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import no.omtanke.access.Part;
import no.omtanke.casefile.CaseFile;
import no.omtanke.casefile.CaseGate;
import no.omtanke.casefile.CaseQueries;
import no.omtanke.concern.Reopening;
import no.omtanke.form.Answers;
import no.omtanke.process.TaskRow;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** An employee has intervened physically against a pupil [law § 13-5]. */
abstract class InterventionStories extends ProcessStory {

    @Autowired
    CaseGate gate;

    @Autowired
    CaseQueries queries;

    @Autowired
    Reopening reopening;

    @Test
    void the_pupil_is_heard_the_guardians_told_the_same_day_and_the_leadership_looks_at_it() {
        CaseFile file = recorded(town.teacher());
        assertThat(file.reference()).startsWith("F26-");
        assertThat(openTasks(file)).containsExactlyInAnyOrder(
                "hear-pupil-intervention", "inform-guardians-intervention", "review-intervention");
        assertThat(story.open(file, "inform-guardians-intervention").dueAt())
                .as("the same day").isEqualTo(no.omtanke.TestTime.at("2026-11-23T15:00"));
        assertThat(story.open(file, "hear-pupil-intervention").assignee())
                .as("not the contact teacher, who intervened").isEqualTo(town.principal());
        assertThat(gate.allows(towns.reader(town.teacher()), file.id(), Part.CONTENT)).isFalse();

        done(file, "hear-pupil-intervention");
        done(file, "inform-guardians-intervention");
        done(file, "review-intervention");
        assertThat(story.now(file).open()).isFalse();
        assertThat(mail.to(address("kommunalsjef"))).as("neither serious nor repeated").isEmpty();
        assertThat(gate.allows(towns.reader(town.owner()), file.id(), Part.CONTENT)).isFalse();
        assertThat(reopening.reopen(towns.reader(town.principal()), file.id(), new Answers("reopen", Map.of("why", "x"))))
                .as("it is no school environment case").isFalse();
    }

    @Test
    void the_owner_is_told_of_a_serious_one() {
        CaseFile file = recorded(town.social(), "injured", "yes", "injury", "Eleven slo hodet.");
        assertThat(story.open(file, "hear-pupil-intervention").assignee()).isEqualTo(town.teacher());
        followedUp(file);
        ownerReads(file);
    }

    @Test
    void the_leadership_may_find_it_serious() {
        CaseFile file = recorded(town.social());
        done(file, "hear-pupil-intervention");
        done(file, "inform-guardians-intervention");
        done(file, "review-intervention", "seriousNow", "yes");
        ownerReads(file);
    }

    @Test
    void the_owner_is_told_from_the_third_in_a_school_year_whoever_recorded_them() {
        recorded(town.social(), "happenedAt", "2026-08-20T10:00");
        recorded(town.teacher(), "happenedAt", "2026-11-02T10:00");
        recorded(town.social(), "pupil", "" + town.other());
        CaseFile third = recorded(town.social());
        followedUp(third);
        assertThat(story.now(third).escalated()).as("the owner sees it").isTrue();
        ownerReads(third);
    }

    @Test
    void a_school_year_begins_on_1_august() {
        recorded(town.social(), "happenedAt", "2026-06-10T10:00");
        recorded(town.social(), "happenedAt", "2026-07-31T10:00");
        recorded(town.social(), "happenedAt", "2026-08-01T10:00");
        CaseFile second = recorded(town.social(), "happenedAt", "2026-11-20T10:00");
        followedUp(second);
        assertThat(story.now(second).open()).as("two since August, and two that were last year's").isFalse();

        CaseFile late = recorded(town.social(), "happenedAt", "2026-06-11T10:00");
        followedUp(late);
        assertThat(openTasks(late)).as("last year's third, recorded late").containsExactly("read-intervention");
    }

    @Test
    void nobody_who_intervened_follows_it_up_and_late_work_reaches_somebody_higher() {
        CaseFile file = recorded(town.principal());
        assertThat(tasks.ofCase(file.id()).stream().map(TaskRow::assignee)).doesNotContain(town.principal());
        assertThat(story.open(file, "review-intervention").assignee()).isEqualTo(town.deputy());
        mail.forget();
        time.passTo("2026-11-27T16:00");
        assertThat(events(file, "deadline-missed")).anyMatch(args -> args.contains("school-owner"));
        followedUp(file);
        assertThat(story.now(file).open()).isFalse();
    }

    @Test
    void an_owner_who_does_not_read_is_reminded() {
        CaseFile file = recorded(town.social(), "injured", "yes", "injury", "Eleven slo hodet.");
        followedUp(file);
        time.passTo("2026-11-27T16:00");
        assertThat(events(file, "reminded")).anyMatch(args -> args.contains("read-intervention"));
        done(file, "read-intervention");
    }

    private void followedUp(CaseFile file) {
        done(file, "hear-pupil-intervention");
        done(file, "inform-guardians-intervention");
        done(file, "review-intervention");
    }

    private void ownerReads(CaseFile file) {
        assertThat(openTasks(file)).containsExactly("read-intervention");
        assertThat(sees(town.owner(), file)).containsExactly("read-intervention");
        assertThat(subjects(address("kommunalsjef"))).hasSize(1);
        assertThat(queries.count(towns.reader(town.owner()), true, file.reference())).isEqualTo(1);
        done(file, "read-intervention");
        assertThat(story.now(file).open()).isFalse();
    }

    /** @param intervener who intervened; the social teacher writes it down */
    private CaseFile recorded(long intervener, String... more) {
        Map<String, String> said = new HashMap<>(Map.of("intervener", "" + intervener, "happenedAt", today() + "T09:00"));
        for (int i = 0; i < more.length; i += 2) {
            said.put(more[i], more[i + 1]);
        }
        CaseFile file = story.intervention(town, towns.reader(town.social()), said);
        time.settle();
        return file;
    }
}
